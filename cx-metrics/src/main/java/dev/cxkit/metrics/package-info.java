/**
 * The fold: a question whose answer is built one observation at a time and merged from parts, so that it runs on a list, a parallel
 * stream, a live counter or a cluster, per segment and per period alike.
 *
 * <p>Start from {@link dev.cxkit.metrics.Metric}: the methods {@code metric(...)} of the answers, in all other packages, make one;
 * {@code by}, {@code per}, {@code where} and {@code on} ask it in other ways. {@link dev.cxkit.metrics.LiveMetric} is the form for a
 * running service, {@link dev.cxkit.metrics.Accumulator} the state that is merged, saved and resumed.
 *
 * <p>Know that any split and any order of the same observations give the same answer and the same bytes, and that a metric of your own
 * is an accumulator or a {@link dev.cxkit.metrics.StateMetric}.
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Cadence;
 * import dev.cxkit.metrics.Metric;
 * import java.time.Instant;
 * import java.time.ZoneId;
 * import java.util.List;
 *
 * record Visit(String store, Instant at, int minutes) {}
 * List<Visit> visits = List.of(
 *         new Visit("north", Instant.parse("2026-03-02T10:00:00Z"), 12),
 *         new Visit("south", Instant.parse("2026-03-02T11:00:00Z"), 30),
 *         new Visit("north", Instant.parse("2026-04-08T09:00:00Z"), 7));
 * Metric<Visit, Long> count = Metric.count();
 *
 * System.out.println(count.over(visits));
 * System.out.println(count.where(visit -> visit.minutes() > 10).by(Visit::store).over(visits).each());
 * count.per(Cadence.monthly(ZoneId.of("Europe/Berlin")), Visit::at).over(visits).points()
 *         .forEach(point -> System.out.println(point.period().from() + " " + point.value()));
 * // -> 3
 * // -> {north=1, south=1}
 * // -> 2026-02-28T23:00:00Z 2
 * // -> 2026-03-31T22:00:00Z 1
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics;

import org.jspecify.annotations.NullMarked;
