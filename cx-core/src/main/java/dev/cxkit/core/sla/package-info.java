/**
 * Service-level agreements: how fast a case has to be answered and resolved, and the clocks that tell whether it was.
 *
 * <p>Start from {@link dev.cxkit.core.sla.SlaTarget} and {@link dev.cxkit.core.sla.SlaPolicies}, which give the
 * {@link dev.cxkit.core.sla.SlaClock SLA clocks} of a case.
 *
 * <p>Time counts in business hours, less the pauses of the target; each second under the policy in force then. SLA attainment over many cases
 * is a metric of cx-metrics.
 *
 * <pre>{@code
 * import dev.cxkit.core.sla.SlaPolicies;
 * import dev.cxkit.core.sla.SlaPolicy;
 * import dev.cxkit.core.sla.SlaTarget;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.core.time.Schedule;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 *
 * SlaTarget hour = SlaTarget.firstResponse(Duration.ofHours(1));
 * SlaPolicies policies = SlaPolicies.of(new SlaPolicy("standard", Schedule.always(), List.of(hour)));
 * Case parcel = Case.builder("parcel").opened(Instant.parse("2026-01-05T09:00:00Z"), "ada").build();
 * policies.clocks(parcel, Instant.parse("2026-01-05T10:30:00Z")).forEach(System.out::println);
 * // -> SlaClock[first-response, elapsed=PT1H30M of PT1H, status=BREACHED]
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.sla;

import org.jspecify.annotations.NullMarked;
