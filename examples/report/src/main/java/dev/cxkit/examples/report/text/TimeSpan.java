package dev.cxkit.examples.report.text;

import java.time.Duration;
import java.util.Locale;

/** Writes lengths of time, such as {@code 3 d 04:05:06}: days of 24 hours, hours, minutes, seconds. */
public final class TimeSpan {

    private static final long DAY = 86_400;

    private TimeSpan() {}

    /** Returns the text of a length in seconds, rounded to the second. */
    public static String of(double seconds) {
        return of(Duration.ofSeconds(Math.round(seconds)));
    }

    /** Returns the text of a length, with parts of a second only if it has them. */
    public static String of(Duration length) {
        long seconds = length.toSeconds();
        String days = seconds >= DAY ? seconds / DAY + " d " : "";
        String time =
                String.format(Locale.ROOT, "%02d:%02d:%02d", seconds % DAY / 3600, seconds % 3600 / 60, seconds % 60);
        String nanos = length.toNanosPart() == 0
                ? ""
                : String.format(Locale.ROOT, ".%09d", length.toNanosPart()).replaceFirst("0+$", "");
        return days + time + nanos;
    }

    /** Returns about how long a length in seconds is, such as {@code 3.2 d}: two digits and the largest fitting unit. */
    public static String about(double seconds) {
        if (seconds >= DAY) {
            return digits(seconds / DAY) + " d";
        } else if (seconds >= 3_600) {
            return digits(seconds / 3_600) + " h";
        }
        return seconds >= 60 ? digits(seconds / 60) + " min" : digits(seconds) + " s";
    }

    private static String digits(double number) {
        String text = String.format(Locale.ROOT, number < 9.95 ? "%.1f" : "%.0f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
