/**
 * Process mining: which activity follows which, variants, paths, rework, and what comes next.
 *
 * <p>Start from {@link dev.cxkit.journey.flow.DirectlyFollows} (the process map), {@link dev.cxkit.journey.flow.Variants} and
 * {@link dev.cxkit.journey.flow.Rework}; {@link dev.cxkit.journey.flow.PathSearch} and {@link dev.cxkit.journey.flow.PathPattern} look for paths,
 * {@link dev.cxkit.journey.flow.NextActivity} learns to forecast.
 *
 * <p>Each is a metric of {@link dev.cxkit.journey.Journey journeys} and goes by their activities; journeys that were assembled together are
 * counted fastest.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.flow.DirectlyFollows;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9",
 *                         "bob visit 1", "bob visit 3", "bob basket 4")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * for (DirectlyFollows.Edge edge : DirectlyFollows.metric().over(journeys).edges()) {
 *     System.out.println(edge.from() + " -> " + edge.to() + ": " + edge.count());
 * }
 * // -> basket -> order: 1
 * // -> visit -> basket: 2
 * // -> visit -> visit: 1
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.flow;

import org.jspecify.annotations.NullMarked;
