package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A churn rate with what it is made of.
 *
 * @param convention what is divided by what
 * @param lost how many were lost, at least 0
 * @param base of how many, at least 0; may be a fraction where it is a mean
 * @param days the length of the window in days of 24 hours, above 0
 */
public record ChurnRate(ChurnConvention convention, long lost, double base, double days) {

    /** How many days a year has here. */
    public static final double YEAR = 365;

    /** How many days a month has here: a twelfth of a year. */
    public static final double MONTH = YEAR / 12;

    /**
     * Checks the parts.
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

    /** Returns the rate with Wilson's interval, where it is a share: of START and STARTED_PLUS_NEW. Empty for others, and without a base. */
    public Optional<Estimate> estimate() {
        return share().flatMap(Proportion::estimate);
    }

    /** Returns the share that the rate is, of START and STARTED_PLUS_NEW; empty for others. */
    public Optional<Proportion> share() {
        return convention.isShare() ? Optional.of(Proportion.of(lost, (long) base)) : Optional.empty();
    }

    /**
     * Returns the rate over so many days if it goes on like this: those who are left churn at the same rate, so 1.6 % a month is 17.6 % a
     * year and not 19.2 %. Empty without a base, and for a rate above 1.
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
     * Returns the rate over several periods, or a part of one: 1 - (1 - rate)^periods.
     *
     * @param rate the rate of a period, 0..1
     * @param periods how many, above 0: 12 makes a year of a month
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double compound(double rate, double periods) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate " + rate + " is outside 0..1");
        }
        // The plain power would lose all digits of a small rate.
        return -Math.expm1(days("periods", periods) * Math.log1p(-rate));
    }
}
