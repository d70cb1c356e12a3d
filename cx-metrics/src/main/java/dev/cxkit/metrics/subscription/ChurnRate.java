package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Churn rate of a window by a named convention, with its numerator and denominator.
 *
 * <ul>
 *   <li>The rate is {@code lost / base}; empty without a base.
 *   <li>Over another length it compounds: {@code 1 - (1 - rate)^(length / days)}; it is never multiplied by 12.
 *   <li>A year has 365 days of 24 hours here, a month a twelfth of it.
 * </ul>
 *
 * @param convention which losses are divided by which customers
 * @param lost the customers lost, at least 0
 * @param base the customers they are divided by, at least 0; may be a fraction where it is a mean
 * @param days the length of the window in days of 24 hours, above 0
 */
public record ChurnRate(ChurnConvention convention, long lost, double base, double days) implements Result {

    /** The days of a year. */
    public static final double YEAR = 365;

    /** The days of a month: a twelfth of a year. */
    public static final double MONTH = YEAR / 12;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public ChurnRate {
        requireNonNull(convention, "convention");
        if (lost < 0 || !(base >= 0 && base < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lost " + lost + " or base " + base + " is not at least 0");
        }
        days("days", days);
    }

    private static double days(String name, double days) {
        if (!(days > 0 && days < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " " + days + " is not a finite number above 0");
        }
        return days;
    }

    /** Returns the rate of the window, at least 0; empty without a base. */
    public OptionalDouble value() {
        return base > 0 ? OptionalDouble.of(lost / base) : OptionalDouble.empty();
    }

    /**
     * Returns the rate with Wilson's interval, where it is a proportion (START and STARTED_PLUS_NEW); empty for others, and without a base.
     */
    public Optional<Estimate> estimate() {
        return share().flatMap(Proportion::estimate);
    }

    /** Returns the proportion that the rate is (START and STARTED_PLUS_NEW); empty for others. */
    public Optional<Proportion> share() {
        return convention.isShare() ? Optional.of(Proportion.of(lost, (long) base)) : Optional.empty();
    }

    /**
     * Returns the rate over another length if the hazard of churn is constant: 1.6 % a month is 17.6 % a year and not 19.2 %. Empty without
     * a base, and for a rate above 1.
     *
     * @param length in days of 24 hours, above 0: {@link #YEAR} annualises, {@link #MONTH} gives the monthly rate
     * @throws IllegalArgumentException if the length is not above 0
     */
    public OptionalDouble over(double length) {
        days("length", length);
        OptionalDouble value = value();
        return value.isEmpty() || value.getAsDouble() > 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(compound(value.getAsDouble(), length / days));
    }

    /**
     * Returns the compound rate of several periods, or of a part of one: {@code 1 - (1 - rate)^periods}.
     *
     * @param rate the rate of a period, 0..1
     * @param periods the number of periods, above 0: 12 for the rate of a year from that of a month
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double compound(double rate, double periods) {
        Require.that(rate >= 0 && rate <= 1, () -> "rate " + rate + " is outside 0..1");
        // The plain power would lose all digits of a small rate.
        return -Math.expm1(days("periods", periods) * Math.log1p(-rate));
    }

    /**
     * Returns the rate, with its interval where it is a proportion, {@code lost}, {@code base}, {@code days} and the {@code convention}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.of(estimate())
                .with("value", estimate().isPresent() ? null : value())
                .with("lost", lost)
                .with("base", base)
                .with("days", days)
                .with("convention", convention)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
