package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The error of promised times: when what was promised came less when it was promised for, in seconds of
 * calendar time, to the millisecond.
 *
 * <ul>
 *   <li>Counted are the {@link Promises} that were fulfilled by then, in time or late. Renewed ones are excluded.
 *   <li>The mean of the signed errors is the {@index bias} of the promises, the median of the absolute ones their usual size.
 * </ul>
 *
 * @param cases which cases stand behind it
 * @param signed the errors, above 0 where it came late
 * @param absolute the same without the sign
 */
public record PromiseError(Coverage cases, Moments signed, ValueDistribution absolute) implements Result {

    /** Takes the parts as they are. */
    public PromiseError {
        requireNonNull(cases, "cases");
        requireNonNull(signed, "signed");
        requireNonNull(absolute, "absolute");
    }

    /** Returns the metric as of an instant. */
    public static Metric<Case, PromiseError> metric(Instant asOf) {
        return Coverage.metric(
                Reading.ofCases("errors of promised times", PromiseError::errors),
                Metric.both(
                        Moments.metricOfLongs().then(millis -> millis.dividedBy(1000)),
                        ValueDistribution.exactMetric(1000).<Long>on(Math::abs),
                        Parts::new),
                (cases, parts) -> new PromiseError(cases, parts.signed, parts.absolute),
                asOf);
    }

    private record Parts(Moments signed, ValueDistribution absolute) {}

    private static List<Long> errors(Case supportCase, Instant asOf) {
        List<Long> errors = new ArrayList<>();
        for (Promises.Fulfilment fulfilment : Promises.fulfilments(supportCase, asOf)) {
            Instant kept = fulfilment.kept();
            if (!fulfilment.renewed() && kept != null) {
                errors.add(Duration.between(fulfilment.promise().dueAt(), kept).toMillis());
            }
        }
        return errors;
    }

    /** Returns the median of the absolute errors; empty without data. */
    public OptionalDouble medianAbsolute() {
        return absolute.median();
    }

    /** Returns the signed and the absolute error in seconds, and the coverage. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("signed", signed)
                .with("absolute", absolute)
                .with("cases", cases)
                .map();
    }
}
