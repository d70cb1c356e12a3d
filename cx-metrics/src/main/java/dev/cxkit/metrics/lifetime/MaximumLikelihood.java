package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.numeric.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The search for the maximum of the likelihood: BFGS (Broyden, Fletcher, Goldfarb, Shanno, 1970) in the logarithms of the parameters, which
 * are all above 0; where it gets stuck, a {@link NelderMead} finds it another start. A likelihood may have several tops, so it begins at
 * several places and keeps the highest. Nothing in it is random.
 */
final class MaximumLikelihood {

    private static final int MOST_STEPS = 500;
    /** In units of one customer: how flat it must be to stop, and to be taken for the maximum. */
    private static final double FLAT = 1e-9;

    private static final double NEARLY_FLAT = 1e-6;
    private static final double ROUNDING = 1e-12;
    private static final double LONGEST_STEP = 2;
    private static final double SHORTEST_PART = 1e-9;
    private static final double SUFFICIENT = 1e-4;
    private static final double DIFFERENCE = 1e-4;
    private static final double SINGULAR = 1e-9;
    /** A parameter that is so many times its scale, or so small a part of it, is as good as infinite or 0. */
    private static final double FAR = Math.log(1e4);

    /** No parameter goes further; the others may go on. */
    private static final double TOO_FAR = Math.log(1e6);

    /** So many patterns are enough to tell the tops apart. */
    private static final int FEW = 1000;
    /** Log-likelihoods that differ by less are of one top. */
    private static final double SAME = 1e-4;

    private final LogLikelihood likelihood;
    private final double weight;
    private final double[] scale;

    private double[] at;
    private double[] slope;
    private double value;

    /** The log-likelihood of all customers, of natural parameters; it puts its derivatives by them into the slope. */
    interface LogLikelihood {
        double at(double[] parameters, double[] slope);
    }

    private MaximumLikelihood(LogLikelihood likelihood, double weight, double[] scale, double[] start) {
        this.likelihood = likelihood;
        this.weight = weight;
        this.scale = Arrays.stream(scale).map(Math::log).toArray();
        this.at = Arrays.stream(start).map(Math::log).toArray();
        this.slope = new double[at.length];
        this.value = fall(at, slope);
    }

    /**
     * Searches from each start, and keeps the highest top; of many patterns from those tops alone that a few of them have.
     *
     * @param starts of which the first has the scale of each parameter, too
     */
    static MaximumLikelihood highest(
            RecencyFrequencyPatterns patterns,
            Function<RecencyFrequencyPatterns, LogLikelihood> likelihood,
            double[]... starts) {
        RecencyFrequencyPatterns few = patterns.thinned(FEW);
        List<double[]> from = List.of(starts);
        if (few.size() < patterns.size()) {
            from = tops(few, likelihood, starts[0], from);
        }
        LogLikelihood all = likelihood.apply(patterns);
        return from.stream()
                .map(start -> search(all, patterns.customers(), starts[0], start))
                .reduce((best, next) -> best.logLikelihood() < next.logLikelihood() - SAME ? next : best)
                .orElseThrow();
    }

    /** Where the search from each start ends, each top once; the start itself where that is no place to begin at. */
    private static List<double[]> tops(
            RecencyFrequencyPatterns patterns,
            Function<RecencyFrequencyPatterns, LogLikelihood> likelihood,
            double[] scale,
            List<double[]> starts) {
        LogLikelihood all = likelihood.apply(patterns);
        List<Double> heights = new ArrayList<>();
        List<double[]> tops = new ArrayList<>();
        for (double[] start : starts) {
            MaximumLikelihood top = search(all, patterns.customers(), scale, start);
            double height = top.logLikelihood();
            if (heights.stream().noneMatch(other -> Math.abs(other - height) < SAME)) {
                heights.add(height);
                tops.add(top.isAtBoundary() ? start : top.parameters());
            }
        }
        return tops;
    }

    private static MaximumLikelihood search(LogLikelihood likelihood, double weight, double[] scale, double[] start) {
        MaximumLikelihood maximum = new MaximumLikelihood(likelihood, weight, scale, start);
        maximum.climb();
        if (!maximum.isAtBoundary() && !(norm(maximum.slope) <= NEARLY_FLAT)) {
            double[] better = NelderMead.lowest(point -> maximum.fall(point, new double[point.length]), maximum.at);
            maximum.move(better, new double[better.length]);
            maximum.climb();
        }
        return maximum;
    }

    double[] parameters() {
        return within(at);
    }

    double logLikelihood() {
        return -value * weight;
    }

    boolean isAtBoundary() {
        return farthest() > FAR;
    }

    boolean isAtMaximum() {
        return norm(slope) <= NEARLY_FLAT;
    }

    private double farthest() {
        double farthest = 0;
        for (int i = 0; i < at.length; i++) {
            farthest = Math.max(farthest, Math.abs(at[i] - scale[i]));
        }
        return farthest;
    }

    /** The covariance of the logarithms; empty where the log-likelihood does not fall in every direction. */
    double[][] covariance() {
        int size = at.length;
        double[] curvature = new double[size * size];
        for (int i = 0; i < size; i++) {
            double[] above = new double[size];
            double[] below = new double[size];
            double[] shifted = at.clone();
            shifted[i] = at[i] + DIFFERENCE;
            fall(shifted, above);
            shifted[i] = at[i] - DIFFERENCE;
            fall(shifted, below);
            for (int j = 0; j < size; j++) {
                double half = (above[j] - below[j]) / (4 * DIFFERENCE);
                curvature[i * size + j] += half;
                curvature[j * size + i] += half;
            }
        }
        Cholesky factor = new Cholesky(curvature, size, SINGULAR);
        if (factor.rank() < size) {
            return new double[0][];
        }
        double[][] covariance = new double[size][];
        for (int i = 0; i < size; i++) {
            covariance[i] = factor.column(i);
            for (int j = 0; j < size; j++) {
                covariance[i][j] /= weight;
            }
        }
        return covariance;
    }

    private void climb() {
        int size = at.length;
        double[][] inverse = new double[0][];
        for (int step = 0; step < MOST_STEPS && !(norm(slope) <= FLAT); step++) {
            double[] direction = new double[size];
            for (int i = 0; i < size; i++) {
                direction[i] = inverse.length == 0 ? -slope[i] : -dot(inverse[i], slope);
            }
            if (!(dot(direction, slope) < 0)) {
                inverse = new double[0][];
                continue;
            }
            double[] before = at;
            double[] slopeBefore = slope;
            if (!step(direction)) {
                if (inverse.length == 0) {
                    return;
                }
                inverse = new double[0][];
                continue;
            }
            double[] moved = minus(at, before);
            double[] turned = minus(slope, slopeBefore);
            double product = dot(moved, turned);
            if (product > ROUNDING * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
                if (inverse.length == 0) {
                    inverse = new double[size][size];
                    for (int i = 0; i < size; i++) {
                        inverse[i][i] = product / dot(turned, turned);
                    }
                }
                update(inverse, moved, turned, product);
            }
        }
    }

    /** Goes along the direction until it is lower; false where it never is. */
    private boolean step(double[] direction) {
        double down = dot(direction, slope);
        double part = Math.min(1, LONGEST_STEP / norm(direction));
        for (; part > SHORTEST_PART; part /= 2) {
            double[] next = at.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += part * direction[i];
            }
            double[] nextSlope = new double[next.length];
            double there = fall(next, nextSlope);
            // At the bottom the values differ by no more than their rounding; there the slope decides.
            if (there <= value + SUFFICIENT * part * down
                    || (there <= value + ROUNDING * Math.abs(value) && norm(nextSlope) < norm(slope))) {
                at = next;
                slope = nextSlope;
                value = there;
                return true;
            }
        }
        return false;
    }

    private static void update(double[][] inverse, double[] moved, double[] turned, double product) {
        int size = moved.length;
        double[] image = new double[size];
        for (int i = 0; i < size; i++) {
            image[i] = dot(inverse[i], turned);
        }
        double factor = (1 + dot(turned, image) / product) / product;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] += factor * moved[i] * moved[j] - (image[i] * moved[j] + moved[i] * image[j]) / product;
            }
        }
    }

    private void move(double[] to, double[] slopeThere) {
        value = fall(to, slopeThere);
        at = to;
        slope = slopeThere;
    }

    /** The objective: minus the log-likelihood of one customer on average, and its slope by the logarithms. */
    private double fall(double[] point, double[] slopeThere) {
        double[] parameters = within(point);
        double sum = likelihood.at(parameters, slopeThere);
        for (int i = 0; i < point.length; i++) {
            slopeThere[i] *= Math.abs(point[i] - scale[i]) > TOO_FAR ? 0 : -parameters[i] / weight;
        }
        return Double.isFinite(sum) ? -sum / weight : Double.POSITIVE_INFINITY;
    }

    private double[] within(double[] point) {
        double[] parameters = new double[point.length];
        Arrays.setAll(parameters, i -> Math.exp(scale[i] + Math.max(-TOO_FAR, Math.min(TOO_FAR, point[i] - scale[i]))));
        return parameters;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < b.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        double most = 0;
        for (double part : vector) {
            most = Math.max(most, Math.abs(part));
        }
        return most;
    }
}
