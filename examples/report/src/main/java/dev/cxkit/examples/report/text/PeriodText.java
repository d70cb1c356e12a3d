package dev.cxkit.examples.report.text;

import dev.cxkit.core.time.TimeRange;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** How a period is named: by its first day, or by its first minute where it is shorter than a day can be. */
public final class PeriodText {

    private static final Duration SHORTEST_DAY = Duration.ofHours(20);

    private PeriodText() {}

    /** Returns for instance {@code 2026-03-02} or {@code 2026-03-02 09:00}. */
    public static String from(TimeRange period, ZoneId zone) {
        LocalDateTime from = period.from().atZone(zone).toLocalDateTime();
        return period.length().compareTo(SHORTEST_DAY) < 0
                ? from.toLocalDate() + " " + from.toLocalTime()
                : from.toLocalDate().toString();
    }
}
