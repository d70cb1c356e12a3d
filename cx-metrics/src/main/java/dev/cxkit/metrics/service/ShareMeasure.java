package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Metric;
import java.io.Serializable;
import java.time.Instant;

/**
 * A share of cases, or of things in cases, that can be asked as of any instant. Those of the library are in {@link Resolutions},
 * {@link Continuity}, {@link Escalations}, {@link Promises} and {@link SlaAttainment}; one of your own is a name and a reading.
 *
 * @param name the name with its configuration, the same on every machine; it tells two measures apart when parts are merged
 * @param reading what one case adds
 */
public record ShareMeasure(String name, CaseReading<Outcome> reading) implements Serializable {

    /** Checks the parts. */
    public ShareMeasure {
        requireNonNull(name, "name");
        requireNonNull(reading, "reading");
    }

    /** Returns the metric of the share as it stood at the instant. */
    public Metric<Case, Share> asOf(Instant asOf) {
        return new CaseMetric<>(
                name,
                asOf,
                reading,
                new OutcomeCounts(),
                (cases, counts) -> new Share(cases, counts.proportion(), counts.excluded()));
    }
}
