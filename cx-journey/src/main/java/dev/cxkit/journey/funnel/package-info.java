/**
 * Conversion funnels: how many journeys enter, convert, drop off or are still open, step by step.
 *
 * <p>Start from {@link dev.cxkit.journey.funnel.Funnel}; its answer is a {@link dev.cxkit.journey.funnel.Conversion}.
 *
 * <p>Every rule by which tools differ (order, ties, re-entry, window, exclusions) has a name, and the definition of a funnel prints those that
 * were used.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.funnel.Conversion;
 * import dev.cxkit.journey.funnel.Funnel;
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
 * Conversion conversion = Funnel.of("visit", "basket", "order").over(journeys);
 * for (Conversion.Step step : conversion.steps()) {
 *     System.out.println(step.name() + " " + step.reached());
 * }
 * // -> visit 2
 * // -> basket 2
 * // -> order 1
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.funnel;

import org.jspecify.annotations.NullMarked;
