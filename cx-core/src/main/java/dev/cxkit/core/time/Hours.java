package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * {@index "Opening hours" Opening hours} of one date in local time, to the second; an end at or before the start is on the next day.
 *
 * <p>22:00-06:00 is a night shift, 18:00-24:00 ends at midnight and 00:00-24:00 is the whole day.
 *
 * @param from when they begin
 * @param to when they end; 00:00 is midnight at the end of the date
 */
public record Hours(LocalTime from, LocalTime to) implements Serializable {

    /**
     * Throws an {@link IllegalArgumentException} if both times are the same and not midnight, or one has a fraction of a second.
     */
    public Hours {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (!from.equals(from.truncatedTo(ChronoUnit.SECONDS)) || !to.equals(to.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("hours " + from + "-" + to + " have a fraction of a second");
        }
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("hours " + from + "-" + to + " are empty; the whole day is 00:00-24:00");
        }
    }

    /** Returns the hours between the two times. */
    public static Hours of(LocalTime from, LocalTime to) {
        return new Hours(from, to);
    }

    /**
     * Returns the hours of a text such as {@code 09:00-17:00}, {@code 22:00-06:00} or {@code 00:00-24:00}.
     *
     * @throws IllegalArgumentException if the text is none, or is {@code 00:00-00:00}, which some use for closed
     */
    public static Hours parse(String text) {
        String[] times = requireNonNull(text, "text").split("-", -1);
        Require.that(times.length == 2, () -> notHours(text));
        try {
            boolean midnight = times[1].equals("24:00");
            Hours hours = of(LocalTime.parse(times[0]), midnight ? LocalTime.MIDNIGHT : LocalTime.parse(times[1]));
            if (hours.from.equals(hours.to) && !midnight) {
                throw new IllegalArgumentException("hours " + text + " are empty; the whole day is 00:00-24:00");
            }
            return hours;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(notHours(text), e);
        }
    }

    private static String notHours(String text) {
        return "hours \"" + text + "\" are not of the form 09:00-17:00";
    }

    /** Whether they end on the day after the one on which they begin, at midnight or later. */
    boolean endNextDay() {
        return !from.isBefore(to);
    }

    /** Returns for instance {@code 09:00-17:00}; midnight at the end is {@code 24:00}. */
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }
}
