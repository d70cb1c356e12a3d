package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.survival.CensoredTimes;
import java.io.Serializable;
import java.time.Instant;

/**
 * A time of cases that can be asked as of any instant. Those of the library are in {@link ResponseTimes} and {@link CaseTimes}; one of
 * your own is a name and a reading.
 *
 * <p>The name is what tells two measures apart when parts are merged. Those of the library have the text of their hours in it, so that
 * parts which were measured under other hours are refused. Where your own hours have no text that is the same on every machine, give
 * the measure a name that you vouch for: {@code new TimeMeasure("first response, early shift", measure.reading())}.
 *
 * @param name the name, the same on every machine
 * @param reading how it is measured in one case
 */
public record TimeMeasure(String name, CaseReading<CensoredTime> reading) implements Serializable {

    /** Checks the parts. */
    public TimeMeasure {
        requireNonNull(name, "name");
        requireNonNull(reading, "reading");
    }

    public static TimeMeasure of(String name, Schedule hours, CaseReading<CensoredTime> reading) {
        return new TimeMeasure(name + ", " + text(hours), reading);
    }

    /** What tells hours from others in the name of a measure. */
    public static String text(Schedule hours) {
        requireNonNull(hours, "hours");
        return hours.equals(Schedule.always()) ? "calendar time" : "business time of " + hours;
    }

    /**
     * Returns the metric of the times as they stood at the instant. Memory grows with the number of distinct times, 16 to 48 bytes for
     * each.
     */
    public Metric<Case, ElapsedTime> asOf(Instant asOf) {
        return new CaseMetric<>(name, asOf, reading, counted(), ElapsedTime::of);
    }

    /** What is counted of times. */
    public static Metric<CensoredTime, CensoredTimes> counted() {
        return CensoredTimes.metric(CensoredTime::seconds, CensoredTime::event);
    }
}
