package dev.cxkit.examples.report.orders;

import dev.cxkit.examples.report.text.CellText;
import java.time.Duration;
import java.util.Arrays;

/** In which unit times of customers are written, in days. */
enum TimeUnit {
    DAY(1),
    WEEK(7),
    /** A twelfth of a year of 365.25 days. */
    MONTH(30.4375);

    private final double days;

    TimeUnit(double days) {
        this.days = days;
    }

    /** Returns so many days in this unit. */
    double of(long count) {
        return count / days;
    }

    Duration length() {
        return Duration.ofSeconds(Math.round(days * 86_400));
    }

    double days() {
        return days;
    }

    /**
     * Returns the unit of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TimeUnit named(String name) {
        return Arrays.stream(values())
                .filter(unit -> CellText.word(unit).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not day, week or month"));
    }
}
