/**
 * Support cases: what happened to a customer's request, on whom it waits, and how long.
 *
 * <p>Start from {@link dev.cxkit.core.support.Case} and its builder, or from {@link dev.cxkit.core.support.StatusLog} or
 * {@link dev.cxkit.core.support.MessageLog} where only states or only messages are kept.
 *
 * <p>A case is the list of its events; times, waits and intervals are derived from them. Business hours are in
 * {@link dev.cxkit.core.time}, SLA clocks in {@link dev.cxkit.core.sla}.
 *
 * <pre>{@code
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.core.support.CaseInterval;
 * import java.time.Duration;
 * import java.time.Instant;
 *
 * Instant nine = Instant.parse("2026-01-05T09:00:00Z");
 * Case parcel = Case.builder("parcel").opened(nine, "ada")
 *         .reply(nine.plus(Duration.ofMinutes(20)), Actor.agent("kim"))
 *         .build();
 * CaseInterval first = parcel.intervals(CaseInterval.Kind.FIRST_RESPONSE, Instant.parse("2026-01-06T09:00:00Z")).get(0);
 * System.out.println(Duration.between(first.start(), first.stop()));
 * // -> PT20M
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.support;

import org.jspecify.annotations.NullMarked;
