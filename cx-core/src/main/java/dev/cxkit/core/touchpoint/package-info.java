/**
 * Touchpoints: the contacts of customers with the company, whose types belong to the host.
 *
 * <p>Start from {@link dev.cxkit.core.touchpoint.Touchpoint}, which a host's own records implement, or from
 * {@link dev.cxkit.core.touchpoint.Interaction}, the ready-made record for all others.
 *
 * <p>Values are immutable, safe for many threads and equal by value. Their JSON is the same text on Jackson 2 (from 2.18) and Jackson 3;
 * properties that a known type does not have are ignored.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import java.time.Instant;
 *
 * Interaction visit = Interaction.builder("t-1", TouchpointType.VISIT)
 *         .customer(CustomerId.of("ann"))
 *         .channel(Channel.WEB)
 *         .occurredAt(Instant.parse("2026-01-31T12:00:00Z"))
 *         .build();
 * System.out.println(visit);
 * // -> Interaction[id=t-1, type=visit, channel=web, occurredAt=2026-01-31T12:00:00Z]
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.touchpoint;

import org.jspecify.annotations.NullMarked;
