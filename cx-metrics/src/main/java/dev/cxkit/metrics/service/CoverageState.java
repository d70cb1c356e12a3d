package dev.cxkit.metrics.service;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.time.Instant;
import java.util.List;

/** Asks each thing that is there, counts how many are asked, and gives what is read to a metric. */
final class CoverageState<T, V, A> implements StateMetric.State<T, CoverageState<T, V, A>> {

    private final Reading<T, ? extends V> reading;
    private final Instant asOf;
    private final Accumulator<V, A> values;
    private long asked;
    private long without;
    private long merged;

    CoverageState(Reading<T, ? extends V> reading, Metric<V, A> values, Instant asOf) {
        this.reading = reading;
        this.asOf = asOf;
        this.values = values.start();
    }

    @Override
    public void add(T observation) {
        Reading.Presence presence = reading.presence(observation, asOf);
        if (presence == Reading.Presence.ASKED) {
            List<? extends V> read = reading.values(observation, asOf);
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

    <R> R result(BiFn<? super Coverage, ? super A, ? extends R> join) {
        return join.apply(new Coverage(asked, without, merged), values.result());
    }

    @Override
    public void merge(CoverageState<T, V, A> that) {
        asked = Math.addExact(asked, that.asked);
        without = Math.addExact(without, that.without);
        merged = Math.addExact(merged, that.merged);
        values.merge(that.values);
    }

    @Override
    public void write(StateOutput out) {
        out.count(asked);
        out.count(without);
        out.count(merged);
        out.state(values);
    }

    @Override
    public void read(StateInput in) {
        asked = in.count();
        without = in.count();
        merged = in.count();
        in.check(without <= asked, "more are without a value than were asked");
        values.merge(in.state(values.metric()));
    }
}
