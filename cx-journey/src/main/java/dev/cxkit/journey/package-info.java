/**
 * The journey: what a customer goes through across all channels, from the first touchpoint to the last.
 *
 * <p>Start from {@link dev.cxkit.journey.JourneyAssembler}, which makes {@link dev.cxkit.journey.Journey journeys} of touchpoints of any source;
 * the packages below ask questions of them.
 *
 * <p>Every question is a metric of journeys; what they share stands here: {@link dev.cxkit.journey.TimeBetween}, {@link dev.cxkit.journey.Durations}
 * and {@link dev.cxkit.journey.TouchpointFilter}.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann order 9", "bob visit 1")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * for (Journey journey : journeys) {
 *     System.out.println(journey.key() + " " + journey.activities());
 * }
 * // -> ann [visit, order]
 * // -> bob [visit]
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey;

import org.jspecify.annotations.NullMarked;
