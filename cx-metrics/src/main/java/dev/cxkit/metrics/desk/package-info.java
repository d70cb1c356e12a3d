/**
 * Metrics of a service desk: bots and self-service, quality reviews, cost to serve, proactive notices, staffing by Erlang C.
 *
 * <p>Start from {@link dev.cxkit.metrics.desk.BotOutcomes}, {@link dev.cxkit.metrics.desk.SelfService},
 * {@link dev.cxkit.metrics.desk.QualityScore}, {@link dev.cxkit.metrics.desk.CostToServe}, {@link dev.cxkit.metrics.desk.Notices} and
 * {@link dev.cxkit.metrics.desk.ErlangC}.
 *
 * <p>As in {@link dev.cxkit.metrics.service}, cases are asked as of an instant, and what is not decided yet is excluded by reason.
 * Containment and deflection are upper bounds of what was solved.
 *
 * <pre>{@code
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Assignee;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.core.time.Schedule;
 * import dev.cxkit.metrics.desk.CostRates;
 * import dev.cxkit.metrics.desk.CostToServe;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * Actor kim = Actor.agent("kim");
 * Case parcel = Case.builder("parcel")
 *         .opened(monday, "ada")
 *         .assigned(monday.plusSeconds(60), kim, Assignee.person("parcels", "kim"))
 *         .resolved(monday.plusSeconds(1860), kim)
 *         .build();
 * CostToServe cost = CostToServe.metric(CostRates.perHour(4_000), Schedule.always(), monday.plusSeconds(7200)).over(List.of(parcel));
 * System.out.println(cost.perCase().getAsDouble() + " cents a case");
 * // -> 2000.0 cents a case
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.desk;

import org.jspecify.annotations.NullMarked;
