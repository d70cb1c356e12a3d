package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import java.util.Map;
import java.util.Optional;

/**
 * Welch's unequal-variances {@index "t-test"} of two independent means (Welch, 1947).
 *
 * <ul>
 *   <li>t is the difference of the means over the root of the sum of their squared standard errors.
 *   <li>The degrees of freedom are those of Welch and Satterthwaite.
 *   <li>Empty if a group has fewer than two values, or if neither has any spread to test against.
 * </ul>
 *
 * @param t the difference in units of its standard error
 * @param degreesOfFreedom those of Student's t that the test uses, above 0
 * @param difference the mean of the first less that of the second, with confidence interval and p-value of the test
 */
public record Welch(double t, double degreesOfFreedom, Difference difference) implements Result {

    public Welch {
        Check.finite("t", t);
        Check.positive("degreesOfFreedom", degreesOfFreedom);
        requireNonNull(difference, "difference");
    }

    /** Returns the test at {@link Estimate#DEFAULT_LEVEL}; empty where {@link #of(Moments, Moments, double)} is. */
    public static Optional<Welch> of(Moments first, Moments second) {
        return of(first, second, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the test; empty if a group has fewer than two values or if neither has any spread to test against.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static Optional<Welch> of(Moments first, Moments second, double level) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        Check.level(level);
        return first.summary().flatMap(one -> second.summary().flatMap(two -> of(one, two, level)));
    }

    /**
     * Returns the test of two summaries; empty if neither group has any spread to test against.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static Optional<Welch> of(Summary first, Summary second, double level) {
        Check.level(level);
        double a = first.squaredError();
        double b = second.squaredError();
        double squaredError = a + b;
        if (squaredError == 0) {
            return Optional.empty();
        }
        double value = first.mean() - second.mean();
        double standardError = Math.sqrt(squaredError);
        double t = value / standardError;
        // Shares of the squared error rather than its square, which may leave the range of a double.
        double shareOfA = a / squaredError;
        double shareOfB = b / squaredError;
        double degreesOfFreedom = 1 / (shareOfA * shareOfA / (first.n() - 1) + shareOfB * shareOfB / (second.n() - 1));
        double margin = StudentT.critical(degreesOfFreedom, level) * standardError;
        double p = StudentT.twoSidedPValue(degreesOfFreedom, t);
        return Optional.of(
                new Welch(t, degreesOfFreedom, new Difference(value, value - margin, value + margin, level, p)));
    }

    /** Returns the difference with its interval and p-value, t and the degrees of freedom. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(difference))
                .with("t", t)
                .with("degreesOfFreedom", degreesOfFreedom)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
