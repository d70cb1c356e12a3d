package dev.cxkit.metrics.service;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes. */
public record OutcomeCounts() implements Metric<Outcome, OutcomeCounts.Result> {

    /** What was counted. */
    public record Result(Proportion proportion, Map<String, Long> excluded) {}

    @Override
    public String definition() {
        return "outcomes";
    }

    @Override
    public Accumulator<Outcome, Result> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Outcome, Result> {

        private long yes;
        private long no;
        private final Map<String, Long> leftOut = new TreeMap<>();

        State(OutcomeCounts metric) {
            super(metric);
        }

        @Override
        public void add(Outcome outcome) {
            switch (outcome.kind()) {
                case YES -> yes++;
                case NO -> no++;
                case EXCLUDED -> leftOut.merge(outcome.reason(), 1L, Long::sum);
            }
        }

        @Override
        public Result result() {
            return new Result(Proportion.of(yes, yes + no), leftOut);
        }

        @Override
        protected void absorb(Accumulator<Outcome, Result> other) {
            State that = (State) other;
            yes += that.yes;
            no += that.no;
            that.leftOut.forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        }

        @Override
        protected void write(StateOutput out) {
            out.count(yes);
            out.count(no);
            out.count(leftOut.size());
            leftOut.forEach((reason, count) -> {
                out.text(reason);
                out.count(count);
            });
        }

        @Override
        protected void read(StateInput in) {
            yes = in.count();
            no = in.count();
            long size = in.count();
            for (long i = 0; i < size; i++) {
                leftOut.put(in.text(), in.count());
            }
        }
    }
}
