package dev.cxkit.examples.report.rows;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads numbers as people write them in files: digits, a sign, a decimal point; not what a compiler would take too. */
public final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,30})?");
    private static final Pattern SCIENTIFIC = Pattern.compile(DECIMAL.pattern() + "([eE][+-]?[0-9]{1,2})?");
    private static final int LONGEST = 40;

    private Numbers() {}

    /**
     * Returns the rating that a text stands for. On {@link Scale#CSAT_YES_NO} yes and true are 1, no and false are 0.
     *
     * @throws IllegalArgumentException if it is not a whole number of the scale, quoting it
     */
    public static Answer.Rated rating(Scale scale, String text) {
        if (scale.equals(Scale.CSAT_YES_NO)) {
            String word = text.toLowerCase(Locale.ROOT);
            if (word.equals("yes") || word.equals("true")) {
                return scale.rate(1);
            } else if (word.equals("no") || word.equals("false")) {
                return scale.rate(0);
            }
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("rating '" + Quote.of(text, LONGEST) + "' is not a number; allowed are "
                    + "whole numbers " + scale.min() + ".." + scale.max() + " of scale " + scale.name());
        }
        BigDecimal value = new BigDecimal(text);
        try {
            return scale.rate(value.intValueExact());
        } catch (ArithmeticException e) {
            String fault = value.stripTrailingZeros().scale() > 0 ? " is not a whole number" : " is out of range";
            throw new IllegalArgumentException(
                    "rating " + text + fault + "; allowed are whole numbers " + scale.min() + ".." + scale.max()
                            + " of scale " + scale.name(),
                    e);
        }
    }

    /**
     * Returns the weight that a text stands for.
     *
     * @throws IllegalArgumentException if it is not a decimal number of at least 0, quoting it
     */
    public static double weight(String text) {
        return notNegative("weight", text);
    }

    /**
     * Returns the number that a text stands for.
     *
     * @param name what it is
     * @throws IllegalArgumentException if it is not a decimal number of at least 0, quoting it
     */
    public static double notNegative(String name, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        if (!SCIENTIFIC.matcher(text).matches() || text.startsWith("-")) {
            throw new IllegalArgumentException(
                    name + " '" + Quote.of(text, LONGEST) + "' is not a decimal number of at least 0");
        }
        return Double.parseDouble(text);
    }
}
