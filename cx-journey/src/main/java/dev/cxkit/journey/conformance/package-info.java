/**
 * Conformance: the designed map and single constraints checked against the journeys that customers really make.
 *
 * <p>Start from {@link dev.cxkit.journey.conformance.Conformance} (fitness and deviations from a map) and
 * {@link dev.cxkit.journey.conformance.RuleCheck} (constraints such as precedence and response).
 *
 * <p>An open journey is not yet wrong where something may still come: constraints are pending, and alignments can be of prefixes.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.conformance.Conformance;
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.PlannedTouchpoint;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9", "bob visit 1", "bob order 3")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * JourneyMap map = JourneyMap.builder()
 *         .stage("buy", PlannedTouchpoint.of("visit"), PlannedTouchpoint.of("basket"), PlannedTouchpoint.of("order"))
 *         .build();
 * System.out.println(Conformance.of(map).align(journeys.get(1)).skipped());
 * // -> [basket]
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.conformance;

import org.jspecify.annotations.NullMarked;
