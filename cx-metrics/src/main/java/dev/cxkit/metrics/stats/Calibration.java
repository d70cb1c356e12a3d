package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far predicted probabilities can be trusted: what was said beside what came. Of things that were said to happen with a probability
 * of 30 %, three in ten should.
 *
 * @param squaredErrors the sum of the squared differences between the probability and what came, 1 or 0
 * @param bins ranges of equal width of the predicted probability, from 0 to 1
 */
public record Calibration(double squaredErrors, List<Bin> bins) {

    /** How many bins there are where no number is asked for. */
    public static final int DEFAULT_BINS = 10;

    /**
     * A probability that was said, and what came.
     *
     * @param probability that it happens, 0..1
     * @param event whether it did
     */
    public record Prediction(double probability, boolean event) {

        /**
         * Checks the probability.
         *
         * @throws IllegalArgumentException if it is outside 0..1
         */
        public Prediction {
            Check.share("probability", probability);
        }
    }

    /**
     * The predictions of one range of probabilities.
     *
     * @param from the lowest probability
     * @param to above every probability in it, but for the last bin, which includes 1
     * @param predicted the sum of the probabilities: how many were to be expected
     * @param observed how many happened, of how many predictions; its {@link Proportion#estimate} has Wilson's interval
     */
    public record Bin(double from, double to, double predicted, Proportion observed) {

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the range is none within 0..1, or the sum is not possible
         */
        public Bin {
            Check.share("from", from);
            Check.share("to", to);
            if (from >= to) {
                throw new IllegalArgumentException("bin to " + to + " is not above " + from);
            }
            if (!(predicted >= 0 && predicted <= observed.total())) {
                throw new IllegalArgumentException("predicted " + predicted + " is outside 0.." + observed.total());
            }
        }

        /** Returns the mean of the probabilities; empty without predictions. */
        public OptionalDouble meanPredicted() {
            return observed.total() == 0 ? OptionalDouble.empty() : OptionalDouble.of(predicted / observed.total());
        }
    }

    /**
     * Checks the parts and copies the list.
     *
     * @throws IllegalArgumentException if the sum of the squares is not a finite number of at least 0
     */
    public Calibration {
        Check.notNegative("squaredErrors", squaredErrors);
        bins = List.copyOf(requireNonNull(bins, "bins"));
    }

    /** Returns the metric with {@link #DEFAULT_BINS}. */
    public static Metric<Prediction, Calibration> metric() {
        return metric(DEFAULT_BINS);
    }

    /**
     * Returns the metric. Sums are exact. Memory: about 600 bytes for each bin.
     *
     * @param bins how many, 1..100
     * @throws IllegalArgumentException if the number is outside its range
     */
    public static Metric<Prediction, Calibration> metric(int bins) {
        return new ReliabilityBins(bins);
    }

    /** Returns how many predictions there are, and how many of them happened. */
    public Proportion observed() {
        return Proportion.of(
                bins.stream().mapToLong(bin -> bin.observed().count()).sum(),
                bins.stream().mapToLong(bin -> bin.observed().total()).sum());
    }

    /**
     * Returns the mean squared difference between the probability and what came, 0..1, where 0 is best (Brier, 1950). Empty without
     * predictions.
     */
    public OptionalDouble brierScore() {
        long n = observed().total();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(squaredErrors / n);
    }

    /**
     * Returns by how much predicting is better than always saying the share that happened: 1 is perfect, 0 no better, below 0 worse
     * (Brier skill score). Empty without predictions, or if all of them or none happened.
     */
    public OptionalDouble brierSkillScore() {
        Proportion observed = observed();
        long no = observed.total() - observed.count();
        return observed.count() == 0 || no == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - squaredErrors / ((double) observed.count() * no / observed.total()));
    }
}
