package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.Arrays;

/** Counts the values that were given on one scale. */
record RatingCounts(Scale scale) implements Metric<Answer, Distribution> {

    RatingCounts {
        requireNonNull(scale, "scale");
    }

    @Override
    public String definition() {
        return "ratings(" + describe(scale) + ")";
    }

    @Override
    public Accumulator<Answer, Distribution> start() {
        return new State(this);
    }

    /** Returns the scale with all that makes it differ from another one. */
    static String describe(Scale scale) {
        return scale.name() + " " + scale.min() + ".." + scale.max() + (scale.higherIsBetter() ? "" : " low is good")
                + " low to " + scale.lowTo() + " high from " + scale.highFrom();
    }

    /** Returns the error for an answer that has no place on the scale. */
    static IllegalArgumentException refused(Answer answer, Scale scale) {
        String what = answer instanceof Answer.Rated rated
                ? "a rating of scale " + describe(rated.scale())
                : "a " + answer.kind() + " answer";
        return new IllegalArgumentException(what + " where a rating of scale " + describe(scale) + " is counted");
    }

    private static final class State extends Accumulator<Answer, Distribution> {

        private final Scale scale;
        private final int min;
        private final long[] counts;
        private long notApplicable;
        private long skipped;

        State(RatingCounts metric) {
            super(metric);
            this.scale = metric.scale;
            this.min = scale.min();
            this.counts = new long[scale.points()];
        }

        @Override
        public void add(Answer answer) {
            if (answer instanceof Answer.Rated rated && rated.scale().equals(scale)) {
                counts[rated.value() - min]++;
            } else if (answer instanceof Answer.Skipped) {
                skipped++;
            } else if (answer instanceof Answer.NotApplicable) {
                notApplicable++;
            } else {
                throw refused(requireNonNull(answer, "answer"), scale);
            }
        }

        @Override
        public Distribution result() {
            return new Distribution(scale, Arrays.stream(counts).boxed().toList(), notApplicable, skipped);
        }

        @Override
        protected void absorb(Accumulator<Answer, Distribution> other) {
            State that = (State) other;
            for (int i = 0; i < counts.length; i++) {
                counts[i] = Math.addExact(counts[i], that.counts[i]);
            }
            notApplicable = Math.addExact(notApplicable, that.notApplicable);
            skipped = Math.addExact(skipped, that.skipped);
        }

        @Override
        protected void write(StateOutput out) {
            for (long count : counts) {
                out.count(count);
            }
            out.count(notApplicable);
            out.count(skipped);
        }

        @Override
        protected void read(StateInput in) {
            Arrays.setAll(counts, i -> in.count());
            notApplicable = in.count();
            skipped = in.count();
        }
    }
}
