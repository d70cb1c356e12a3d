package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Calibration of predicted probabilities: reliability bins, Brier score and Brier skill score. {@index calibration} {@index "Brier score"}
 *
 * <ul>
 *   <li>Counted: every prediction of whose event it is known whether it occurred.
 *   <li>Of things that were predicted with a probability of 30 %, three in ten should occur; the bins show whether they do.
 *   <li>The scores are empty without predictions; the skill score also where all or none of the events occurred.
 * </ul>
 *
 * @param squaredErrors the sum of the squared differences between the probability and the outcome, 1 or 0
 * @param bins ranges of equal width of the predicted probability, from 0 to 1
 */
public record Calibration(double squaredErrors, List<Bin> bins) implements Result {

    /** The number of bins where none is asked for: 10. */
    public static final int DEFAULT_BINS = 10;

    /**
     * A predicted probability and the outcome.
     *
     * @param probability of the event, 0..1
     * @param event whether it occurred
     */
    public record Prediction(double probability, boolean event) {

        /** Refuses a probability outside 0..1, with an {@link IllegalArgumentException}. */
        public Prediction {
            Check.share("probability", probability);
        }
    }

    /**
     * The predictions of one range of probabilities.
     *
     * @param from the lowest probability
     * @param to above every probability in it, but for the last bin, which includes 1
     * @param predicted the sum of the probabilities: the expected number of events
     * @param observed the events, of the predictions; its {@link Proportion#estimate} has Wilson's interval
     */
    public record Bin(double from, double to, double predicted, Proportion observed) implements Result {

        /** Refuses a range that is none within 0..1 and a sum that is not possible, with an {@link IllegalArgumentException}. */
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

        /** Returns the mean predicted probability; empty without predictions. */
        public OptionalDouble meanPredicted() {
            return observed.total() == 0 ? OptionalDouble.empty() : OptionalDouble.of(predicted / observed.total());
        }

        /** Returns the bounds, what was predicted in the mean and what was observed. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", from)
                    .with("to", to)
                    .with("meanPredicted", meanPredicted())
                    .with("observed", observed)
                    .map();
        }
    }

    /** Refuses a sum of squares that is not a finite number of at least 0, with an {@link IllegalArgumentException}; copies the list. */
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
        return ReliabilityBins.metric(bins);
    }

    /** Returns the events, of all predictions. */
    public Proportion observed() {
        return Proportion.of(
                bins.stream().mapToLong(bin -> bin.observed().count()).reduce(0, Math::addExact),
                bins.stream().mapToLong(bin -> bin.observed().total()).reduce(0, Math::addExact));
    }

    /**
     * Returns the Brier score (1950): the mean squared difference between probability and outcome, 0..1, where 0 is best. Empty without
     * predictions.
     */
    public OptionalDouble brierScore() {
        long n = observed().total();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(squaredErrors / n);
    }

    /**
     * Returns the Brier skill score: by how much the predictions are better than the base rate for all; 1 is perfect, 0 no better, below 0
     * worse. Empty without predictions, or if all events occurred or none.
     */
    public OptionalDouble brierSkillScore() {
        Proportion observed = observed();
        long no = observed.total() - observed.count();
        return observed.count() == 0 || no == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - squaredErrors / ((double) observed.count() * no / observed.total()));
    }

    /** Returns the share of events that was {@code observed}, the scores, and the bins. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("observed", observed())
                .with("brierScore", brierScore())
                .with("brierSkillScore", brierSkillScore())
                .with("bins", bins)
                .map();
    }
}
