package dev.cxkit.metrics.stats;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "point estimate"} with {@index "confidence interval"}, {@index "confidence level"} and number of observations.
 *
 * <ul>
 *   <li>The unit is that of {@code value}; a share is 0..1, not per cent.
 *   <li>All components are finite, and the value lies within its interval.
 *   <li>There is no interval where it would have no width: of one observation, or of several that are all the same. That proves little
 *       while they are few, so the value stands alone, and {@link #text} says why.
 *   <li>There is no estimate of nothing: a question without data is answered by an empty {@code Optional}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.stats.Estimate;
 * import java.util.Locale;
 *
 * Estimate mean = Estimate.wald(4.25, 0.11, 0.95, 120); // value, standard error, level, n
 * System.out.println(mean.text(2));
 * mean.interval().ifPresent(of -> System.out.printf(Locale.ROOT, "%.4f to %.4f%n", of.low(), of.high()));
 * System.out.println(Estimate.wald(5, 0, 0.95, 3).text(1));
 * // -> 4.25 (4.03 to 4.47 at 95 %, n 120)
 * // -> 4.0344 to 4.4656
 * // -> 5.0 (no interval, nothing varies, n 3)
 * }</pre>
 *
 * @param value the estimate
 * @param bounds the confidence interval; null where nothing varies. See {@link #interval()}
 * @param level the confidence level, above 0 and below 1
 * @param n the number of observations behind the value, above 0; a fraction where the observations are weighted (Kish's effective n)
 */
public record Estimate(double value, @Nullable Interval bounds, double level, double n) implements Result {

    /** The confidence level where none is asked for: 0.95. */
    public static final double DEFAULT_LEVEL = 0.95;

    /**
     * Refuses a component that is not finite, a value outside its interval, a level outside 0..1 and an {@code n} that is not above 0, with
     * an {@link IllegalArgumentException}; nothing is widened or cut.
     */
    public Estimate {
        Check.finite("value", value);
        if (bounds != null) {
            Check.interval("value", value, bounds.low, bounds.high);
        }
        Check.level(level);
        Check.positive("n", n);
    }

    /**
     * Makes an estimate with an interval, or without one where both limits are the value.
     *
     * @param low the lower confidence limit, at most {@code value}
     * @param high the upper confidence limit, at least {@code value}
     */
    public Estimate(double value, double low, double high, double level, double n) {
        this(value, bounds(value, low, high), level, n);
    }

    private static @Nullable Interval bounds(double value, double low, double high) {
        Check.finite("value", value);
        Check.interval("value", value, low, high);
        return low == high ? null : new Interval(low, high);
    }

    /**
     * A confidence interval.
     *
     * @param low the lower confidence limit
     * @param high the upper confidence limit, above the lower one
     */
    public record Interval(double low, double high) implements Result {

        /** Refuses limits that are not finite, and an interval without width, with an {@link IllegalArgumentException}. */
        public Interval {
            Check.finite("low", low);
            Check.finite("high", high);
            if (!(low < high)) {
                throw new IllegalArgumentException("high " + high + " is not above low " + low);
            }
        }

        /** Returns {@code low} and {@code high}. */
        @Override
        public Map<String, Object> document() {
            return Document.start().with("low", low).with("high", high).map();
        }
    }

    /** Returns the confidence interval; empty where nothing varies, so that it would have no width. */
    public Optional<Interval> interval() {
        return Optional.ofNullable(bounds);
    }

    /**
     * Returns the two-sided critical value of the standard normal distribution: about 1.96 for a level of 0.95.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static double z(double level) {
        return Normal.critical(level);
    }

    /**
     * Returns the value with Wald's confidence interval: plus and minus {@link #z z} standard errors; without one where these are 0.
     *
     * @param standardError the {@index "standard error"} of the value, at least 0
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static Estimate wald(double value, double standardError, double level, double n) {
        Check.notNegative("standard error", standardError);
        double margin = z(level) * standardError;
        return new Estimate(value, value - margin, value + margin, level, n);
    }

    /** Returns {@code value}, {@code low}, {@code high} and {@code level}, where there is an interval, and {@code n}. */
    @Override
    public Map<String, Object> document() {
        Optional<Interval> of = interval();
        return Document.start()
                .with("value", value)
                .with("low", of.map(Interval::low))
                .with("high", of.map(Interval::high))
                .with("level", of.map(interval -> level))
                .with("n", n == Math.rint(n) && n < 1e15 ? (Object) (long) n : (Object) n)
                .map();
    }

    /**
     * Returns the estimate for people, rounded here and nowhere before: {@code 25.0 (-11.7 to 55.2 at 95 %, n 20)}. Halves are rounded
     * away from zero. Where nothing varies: {@code 5.0 (no interval, nothing varies, n 3)}.
     *
     * @param decimals how many digits follow the point, 0 to 15
     * @throws IllegalArgumentException if {@code decimals} is outside 0..15
     */
    @Override
    public String text(int decimals) {
        return Document.text(document(), decimals);
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
