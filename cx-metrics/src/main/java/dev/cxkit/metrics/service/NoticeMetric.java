package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.time.Instant;
import java.util.List;

/** Reads each notice that was issued by an instant, beside its cases, and gives what it reads to a metric. */
record NoticeMetric<V, A, R>(
        String name,
        Instant asOf,
        Fn<NoticedProblem, ? extends List<? extends V>> reading,
        Metric<V, A> values,
        BiFn<? super Coverage, ? super A, ? extends R> join)
        implements Metric<NoticedProblem, R> {

    NoticeMetric {
        requireNonNull(asOf, "asOf");
    }

    @Override
    public String definition() {
        return name + "(" + asOf + ")";
    }

    @Override
    public Accumulator<NoticedProblem, R> start() {
        return new State<>(this);
    }

    private static final class State<V, A, R> extends Accumulator<NoticedProblem, R> {

        private final NoticeMetric<V, A, R> metric;
        private final Accumulator<V, A> values;
        private long asked;
        private long without;

        State(NoticeMetric<V, A, R> metric) {
            super(metric);
            this.metric = metric;
            this.values = metric.values.start();
        }

        @Override
        public void add(NoticedProblem problem) {
            if (problem.notice().issuedAt().isAfter(metric.asOf)) {
                return;
            }
            List<? extends V> read = metric.reading.apply(problem);
            values.addAll(read);
            asked++;
            without += read.isEmpty() ? 1 : 0;
        }

        @Override
        public R result() {
            return metric.join.apply(new Coverage(asked, without, 0), values.result());
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<NoticedProblem, R> other) {
            State<V, A, R> that = (State<V, A, R>) other;
            values.merge(that.values);
            asked += that.asked;
            without += that.without;
        }

        @Override
        protected void write(StateOutput out) {
            out.count(asked);
            out.count(without);
            out.state(values);
        }

        @Override
        protected void read(StateInput in) {
            asked = in.count();
            without = in.count();
            values.merge(in.state(metric.values));
        }
    }
}
