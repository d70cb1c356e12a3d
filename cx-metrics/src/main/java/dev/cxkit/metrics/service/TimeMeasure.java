package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.KaplanMeier;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.ValueDistribution;
import java.io.Serializable;
import java.time.Instant;

/**
 * A time of cases that can be asked as of any instant. Those of the library are in {@link ResponseTimes} and {@link CaseTimes}; one of
 * your own is a name and a reading.
 *
 * <p>The name is what tells two measures apart when parts are merged. Of hours it holds only whether they are the calendar: parts that
 * were measured under different hours are not told apart.
 *
 * @param name the name, the same on every machine
 * @param reading how it is measured in one case
 */
public record TimeMeasure(String name, CaseReading<Elapsed> reading) implements Serializable {

    /** Checks the parts. */
    public TimeMeasure {
        requireNonNull(name, "name");
        requireNonNull(reading, "reading");
    }

    static TimeMeasure of(String name, Schedule hours, CaseReading<Elapsed> reading) {
        requireNonNull(hours, "hours");
        return new TimeMeasure(
                name + (hours.equals(Schedule.always()) ? ", calendar time" : ", business time"), reading);
    }

    /**
     * Returns the metric of the times as they stood at the instant. Memory grows with the number of distinct times, about 48 bytes for
     * each, and up to 66 kB beside.
     */
    public Metric<Case, Times> asOf(Instant asOf) {
        Metric<Elapsed, KaplanMeier> curve =
                KaplanMeier.metric().on(time -> new KaplanMeier.Lasting(time.seconds(), time.finished()));
        BiFn<Moments, ValueDistribution, Finished> join = Finished::new;
        Metric<Elapsed, Finished> finished = Metric.both(Moments.ofLongs(), ValueDistribution.metric(), join)
                .<Elapsed>on(Elapsed::seconds)
                .where(Elapsed::finished);
        return new CaseMetric<>(
                name,
                asOf,
                reading,
                Metric.both(finished, curve, Parts::new),
                (cases, parts) -> new Times(cases, parts.finished.moments, parts.finished.distribution, parts.curve));
    }

    private record Finished(Moments moments, ValueDistribution distribution) {}

    private record Parts(Finished finished, KaplanMeier curve) {}
}
