package dev.cxkit.journey.render;

import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for readers, the same in every place. */
final class Wording {

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    private Wording() {}

    /** Returns the count with its thousands apart, such as {@code 12,345}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns the count with the noun, in the plural where it belongs, such as {@code 2 edges}. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns the number of activities, such as {@code 1 activity}. */
    static String activities(long count) {
        return count(count) + (count == 1 ? " activity" : " activities");
    }

    /** Returns the number with at most this number of digits after the point, halves away from zero. */
    static String number(double number, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns the share of 0..1 in per cent, such as {@code 12.5 %}. */
    static String percent(double share) {
        return number(100 * share, 1) + " %";
    }

    /** Returns the share with its interval, such as {@code 12.5 % (10.1–15.2)}; "of none" if there is nothing to share. */
    static String percent(Proportion proportion) {
        return proportion.estimate().map(Wording::percent).orElse("of none");
    }

    private static String percent(Estimate share) {
        return percent(share.value())
                + share.interval()
                        .map(interval ->
                                " (" + number(100 * interval.low(), 1) + "–" + number(100 * interval.high(), 1) + ")")
                        .orElse("");
    }

    /** Returns the time in the unit that suits it, such as {@code 3.5 h}. */
    static String time(double seconds) {
        double size = Math.abs(seconds);
        if (size < 2 * MINUTE) {
            return number(seconds, 1) + " s";
        }
        if (size < 2 * HOUR) {
            return number(seconds / MINUTE, 1) + " min";
        }
        return size < 2 * DAY ? number(seconds / HOUR, 1) + " h" : number(seconds / DAY, 1) + " d";
    }
}
