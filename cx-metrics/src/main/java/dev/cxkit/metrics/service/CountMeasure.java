package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import java.io.Serializable;
import java.time.Instant;

/**
 * A number of things in a case that can be asked as of any instant.
 *
 * @param name the name with its configuration, the same on every machine; it tells two measures apart when parts are merged
 * @param reading how many there are in one case, each number at least 0
 */
public record CountMeasure(String name, CaseReading<Long> reading) implements Serializable {

    /** Checks the parts. */
    public CountMeasure {
        requireNonNull(name, "name");
        requireNonNull(reading, "reading");
    }

    /** Returns the metric of the numbers as they stood at the instant. */
    public Metric<Case, CaseCounts> asOf(Instant asOf) {
        Metric<Long, Long> none =
                Moments.metricOfLongs().where(count -> count == 0).then(Moments::n);
        return new CaseMetric<>(
                name,
                asOf,
                reading,
                Metric.both(none, Spread.metric(), Parts::new),
                (cases, parts) ->
                        new CaseCounts(cases, parts.none, parts.spread.moments(), parts.spread.distribution()));
    }

    private record Parts(Long none, Spread spread) {}
}
