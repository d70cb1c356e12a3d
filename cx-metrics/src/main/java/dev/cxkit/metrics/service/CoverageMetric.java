package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.time.Instant;
import java.util.List;

/** Asks each thing that is there, counts how many are asked, and gives what is read to a metric. */
record CoverageMetric<T, V, A, R>(
        Reading<T, ? extends V> reading,
        Metric<V, A> values,
        BiFn<? super Coverage, ? super A, ? extends R> join,
        Instant asOf)
        implements Metric<T, R> {

    CoverageMetric {
        requireNonNull(reading, "reading");
        requireNonNull(values, "values");
        requireNonNull(join, "join");
        requireNonNull(asOf, "asOf");
    }

    @Override
    public String definition() {
        return reading.name() + "(" + asOf + "," + values.definition() + ")";
    }

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, V, A, R> extends Accumulator<T, R> {

        private final CoverageMetric<T, V, A, R> metric;
        private final Accumulator<V, A> values;
        private long asked;
        private long without;
        private long merged;

        State(CoverageMetric<T, V, A, R> metric) {
            super(metric);
            this.metric = metric;
            this.values = metric.values.start();
        }

        @Override
        public void add(T observation) {
            Reading.Presence presence = metric.reading.presence(observation, metric.asOf);
            if (presence == Reading.Presence.ASKED) {
                List<? extends V> read = metric.reading.values(observation, metric.asOf);
                // Asked once: the lists are of many classes, so each call is a slow one.
                int size = read.size();
                for (int i = 0; i < size; i++) {
                    values.add(read.get(i));
                }
                asked++;
                without += size == 0 ? 1 : 0;
            } else if (presence == Reading.Presence.MERGED) {
                merged++;
            }
        }

        @Override
        public R result() {
            return metric.join.apply(new Coverage(asked, without, merged), values.result());
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, R> other) {
            State<T, V, A, R> that = (State<T, V, A, R>) other;
            asked = Math.addExact(asked, that.asked);
            without = Math.addExact(without, that.without);
            merged = Math.addExact(merged, that.merged);
            values.merge(that.values);
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
            in.check(without <= asked, "more are without a value than were asked");
            values.merge(in.state(metric.values));
        }
    }
}
