package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import java.time.Instant;

/** Reads each case as it stood at an instant, and gives what it reads to a metric. */
public record CaseMetric<V, A, R>(
        String name,
        Instant asOf,
        CaseReading<? extends V> reading,
        Metric<V, A> values,
        BiFn<? super Coverage, ? super A, ? extends R> join)
        implements Metric<Case, R> {

    public CaseMetric {
        requireNonNull(name, "name");
        requireNonNull(asOf, "asOf");
        requireNonNull(reading, "reading");
    }

    @Override
    public String definition() {
        return name + "(" + asOf + "," + values.definition() + ")";
    }

    @Override
    public Accumulator<Case, R> start() {
        return new CoverageMetric<Case, V, A, R>(
                        definition(),
                        of -> !of.openedAt().isAfter(asOf),
                        of -> CaseEvents.merged(of, asOf),
                        of -> reading.of(of, asOf),
                        values,
                        join)
                .start();
    }
}
