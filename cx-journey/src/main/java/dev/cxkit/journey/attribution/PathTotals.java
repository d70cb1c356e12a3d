package dev.cxkit.journey.attribution;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/**
 * How often paths converted, with what value, and how often not.
 *
 * @param conversions converting paths, at least 0
 * @param value the value of their conversions, in a smallest unit such as cents, at least 0
 * @param nulls null paths, which did not convert, at least 0
 */
public record PathTotals(long conversions, long value, long nulls) implements Result {

    /** Throws an {@link IllegalArgumentException} if a number is negative, or there is value without a conversion. */
    public PathTotals {
        notNegative("conversions", conversions);
        notNegative("value", value);
        notNegative("nulls", nulls);
        if (conversions == 0 && value > 0) {
            throw new IllegalArgumentException("value " + value + " without a conversion");
        }
    }

    private static void notNegative(String name, long number) {
        Require.that(number >= 0, () -> name + " " + number + " is negative");
    }

    /**
     * Returns both together.
     *
     * @throws ArithmeticException if a sum is beyond the range of a long
     */
    public PathTotals plus(PathTotals other) {
        return new PathTotals(
                Math.addExact(conversions, other.conversions),
                Math.addExact(value, other.value),
                Math.addExact(nulls, other.nulls));
    }

    /** Returns {@code conversions}, {@code value} and {@code nulls}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("conversions", conversions)
                .with("value", value)
                .with("nulls", nulls)
                .map();
    }
}
