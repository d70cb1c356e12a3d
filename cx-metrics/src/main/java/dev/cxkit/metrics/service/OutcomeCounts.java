package dev.cxkit.metrics.service;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes: those that are yes and no, and the excluded ones by reason. */
record OutcomeCounts() implements Metric<Outcome, OutcomeCounts.Result> {

    /** What was counted. */
    record Result(Proportion proportion, Map<String, Long> excluded) {}

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
        private final Map<String, Long> excluded = new TreeMap<>();

        State(OutcomeCounts metric) {
            super(metric);
        }

        @Override
        public void add(Outcome outcome) {
            switch (outcome.kind()) {
                case YES -> yes++;
                case NO -> no++;
                case EXCLUDED -> excluded.merge(outcome.reason(), 1L, Long::sum);
            }
        }

        @Override
        public Result result() {
            return new Result(Proportion.of(yes, yes + no), excluded);
        }

        @Override
        protected void absorb(Accumulator<Outcome, Result> other) {
            State that = (State) other;
            Math.addExact(Math.addExact(yes, no), Math.addExact(that.yes, that.no));
            that.excluded.forEach((reason, count) -> excluded.merge(reason, count, Math::addExact));
            yes += that.yes;
            no += that.no;
        }

        @Override
        protected void write(StateOutput out) {
            out.count(yes);
            out.count(no);
            out.count(excluded.size());
            excluded.forEach((reason, count) -> {
                out.text(reason);
                out.count(count);
            });
        }

        @Override
        protected void read(StateInput in) {
            yes = in.count();
            no = in.count();
            long all = Math.addExact(yes, no);
            int size = in.size(2);
            String reason = null;
            for (int i = 0; i < size; i++) {
                reason = in.rising(reason, in.text());
                long count = in.positive();
                all = Math.addExact(all, count);
                excluded.put(reason, count);
            }
        }
    }
}
