package dev.cxkit.metrics.quantiles;

import dev.cxkit.metrics.numeric.Check;
import java.util.function.DoubleBinaryOperator;

/**
 * The nine definitions of a sample quantile of Hyndman and Fan, "Sample quantiles in statistical packages" (The American Statistician,
 * 1996), under their numbers. {@index quantile}
 *
 * <p>They differ on small groups; {@link #TYPE_7} is the default here, in R and in NumPy. Each says at which place of the sorted values the
 * quantile lies; between two places it interpolates.
 */
@SuppressWarnings("ImmutableEnumChecker") // a function of the standard library that has no state
public enum QuantileType {

    /** Nearest rank: the smallest value with at least a share of {@code p} at or below it. SQL calls it {@code PERCENTILE_DISC}. */
    TYPE_1((p, n) -> Math.ceil(whole(n * p))),

    /** Nearest rank, and the mean of both neighbours where the share is met exactly. */
    TYPE_2((p, n) -> {
        double place = whole(n * p);
        return place == Math.rint(place) ? place + 0.5 : Math.ceil(place);
    }),

    /** The nearest place, the even one of two equally near. */
    TYPE_3((p, n) -> Math.rint(whole(n * p))),

    /** Linear interpolation of the empirical distribution function. */
    TYPE_4((p, n) -> whole(n * p)),

    /** Hazen's: the middles of the steps of the empirical distribution function. */
    TYPE_5((p, n) -> whole(n * p + 0.5)),

    /** Weibull's: the expected places of uniform order statistics. Excel calls it {@code PERCENTILE.EXC}. */
    TYPE_6((p, n) -> whole((n + 1) * p)),

    /** Gumbel's: {@code p} of 0 and 1 are the ends. Excel calls it {@code PERCENTILE.INC}, SQL {@code PERCENTILE_CONT}. */
    TYPE_7((p, n) -> whole((n - 1) * p + 1)),

    /** About unbiased for the median, whatever the distribution; the choice of Hyndman and Fan. */
    TYPE_8((p, n) -> whole((n + 1.0 / 3) * p + 1.0 / 3)),

    /** Blom's: about unbiased where the values are normal. */
    TYPE_9((p, n) -> whole((n + 0.25) * p + 0.375));

    /** The place of p among n sorted values, of which the first has place 1; may lie outside 1..n. */
    private final DoubleBinaryOperator place;

    QuantileType(DoubleBinaryOperator place) {
        this.place = place;
    }

    /** The place among n values, within 1..n. */
    double position(double p, long n) {
        Check.share("p", p);
        return Math.max(1, Math.min((double) n, place.applyAsDouble(p, (double) n)));
    }

    /** Interpolates at a position, given the values at whole places. */
    static double interpolate(double position, double below, double above) {
        double weight = position - Math.floor(position);
        double between = below * (1 - weight) + above * weight;
        return Math.max(below, Math.min(above, between));
    }

    /** 0.1 times 30 is 3, though not in doubles: a place within a few roundings of a whole number is meant to be it. */
    private static double whole(double place) {
        double nearest = Math.rint(place);
        return Math.abs(place - nearest) <= 4 * Math.ulp(place) ? nearest : place;
    }
}
