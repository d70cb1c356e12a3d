package dev.cxkit.examples.report.text;

import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Locale;

/** How a number of some kind is written. Here, and nowhere before, numbers are rounded. */
public enum Unit {

    /** Points of a score from -100 to 100, to a tenth. */
    POINTS("%.1f", "", 1, " points"),

    /** A share from 0 to 1, as a percentage to a tenth. */
    SHARE("%.1f", " %", 100, " percentage points"),

    /** A value of a rating scale, to a hundredth. */
    RATING("%.2f", "", 1, "");

    private final String exact;
    private final String sign;
    private final int factor;
    private final String difference;

    Unit(String exact, String sign, int factor, String difference) {
        this.exact = exact;
        this.sign = sign;
        this.factor = factor;
        this.difference = difference;
    }

    /** Returns the value with its sign, such as {@code 42.0 %}. */
    public String show(double value) {
        return number(exact, value) + sign;
    }

    /** Returns both ends of the interval, such as {@code 39.1 to 44.9 %}; "no interval" where nothing varies. */
    public String interval(Estimate estimate) {
        return estimate.interval()
                .map(of -> number(exact, of.low()) + " to " + number(exact, of.high()) + sign)
                .orElse("no interval");
    }

    /** Returns a difference with plus or minus, such as {@code +4.2}. */
    public String change(double value) {
        String text = number(exact, value);
        return text.startsWith("-") || text.matches("[0.]*") ? text : "+" + text;
    }

    /** Returns both ends of the interval of a difference, such as {@code -1.0 to +4.2}. */
    public String interval(Difference difference) {
        return change(difference.low()) + " to " + change(difference.high());
    }

    /** Returns what differences are measured in, such as {@code  percentage points}, with a space before it. */
    public String ofDifferences() {
        return difference;
    }

    /** Returns the value for an axis, without digits that it does not need. */
    public String tick(double value) {
        double shown = value * factor;
        boolean whole = Math.abs(shown - Math.rint(shown)) < 1e-6;
        return zero(String.format(Locale.ROOT, whole ? "%.0f" : exact, shown)) + sign;
    }

    private String number(String format, double value) {
        return zero(String.format(Locale.ROOT, format, value * factor));
    }

    /** What rounds to zero has no sign. */
    private static String zero(String text) {
        return text.matches("-0([.]0*)?") ? text.substring(1) : text;
    }

    /** Returns a count with its thousands set apart, such as {@code 2,746}. */
    public static String count(double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    /** Returns the p of a test, such as {@code p = 0.034}. */
    public static String p(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }
}
