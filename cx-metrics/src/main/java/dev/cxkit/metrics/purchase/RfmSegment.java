package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * A segment of customers by their RFM scores. In a list of segments, a customer belongs to the first one that fits.
 *
 * @param name the name of the segment, not blank
 * @param recency the scores of recency
 * @param frequency the scores of frequency
 * @param monetary the scores of the monetary value
 */
public record RfmSegment(String name, Scores recency, Scores frequency, Scores monetary) implements Serializable {

    /**
     * A range of scores, both ends included.
     *
     * @param from the lowest, at least 1
     * @param to the highest, at least {@code from}
     */
    public record Scores(int from, int to) implements Serializable {

        /** All scores. */
        public static final Scores ANY = new Scores(1, Integer.MAX_VALUE);

        /**
         * Checks that the range has a score.
         *
         * @throws IllegalArgumentException if it has none
         */
        public Scores {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("scores " + from + ".." + to + " are none from 1 on");
            }
        }

        boolean has(int score) {
            return score >= from && score <= to;
        }
    }

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public RfmSegment {
        Require.text("name of segment", name);
        requireNonNull(recency, "recency");
        requireNonNull(frequency, "frequency");
        requireNonNull(monetary, "monetary");
    }

    /**
     * Returns the segment by recency and frequency, with any monetary value.
     *
     * @throws IllegalArgumentException if the name is blank or a range has no scores
     */
    public static RfmSegment of(String name, int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo) {
        return new RfmSegment(
                name, new Scores(recencyFrom, recencyTo), new Scores(frequencyFrom, frequencyTo), Scores.ANY);
    }
}
