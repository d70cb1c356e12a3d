package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.time.Instant;
import java.util.List;

/** Reads each case as it stood at an instant, and gives what it reads to a metric. */
record CaseMetric<V, A, R>(
        String name,
        Instant asOf,
        CaseReading<? extends V> reading,
        Metric<V, A> values,
        BiFn<? super Coverage, ? super A, ? extends R> join)
        implements Metric<Case, R> {

    CaseMetric {
        requireNonNull(name, "name");
        requireNonNull(asOf, "asOf");
        requireNonNull(reading, "reading");
    }

    @Override
    public String definition() {
        return name + "(" + asOf + ")";
    }

    @Override
    public Accumulator<Case, R> start() {
        return new State<>(this);
    }

    private static final class State<V, A, R> extends Accumulator<Case, R> {

        private final CaseMetric<V, A, R> metric;
        private final Accumulator<V, A> values;
        private long asked;
        private long without;
        private long merged;

        State(CaseMetric<V, A, R> metric) {
            super(metric);
            this.metric = metric;
            this.values = metric.values.start();
        }

        @Override
        public void add(Case observation) {
            if (observation.openedAt().isAfter(metric.asOf)) {
                return;
            }
            if (CaseEvents.merged(observation, metric.asOf)) {
                merged++;
                return;
            }
            List<? extends V> read = metric.reading.of(observation, metric.asOf);
            for (int i = 0; i < read.size(); i++) {
                values.add(read.get(i));
            }
            asked++;
            without += read.isEmpty() ? 1 : 0;
        }

        @Override
        public R result() {
            return metric.join.apply(new Coverage(asked, without, merged), values.result());
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<Case, R> other) {
            State<V, A, R> that = (State<V, A, R>) other;
            values.merge(that.values);
            asked += that.asked;
            without += that.without;
            merged += that.merged;
        }

        @Override
        protected void write(StateOutput out) {
            out.count(asked);
            out.count(without);
            out.count(merged);
            out.state(values);
        }

        @Override
        protected void read(StateInput in) {
            asked = in.count();
            without = in.count();
            merged = in.count();
            values.merge(in.state(metric.values));
        }
    }
}
