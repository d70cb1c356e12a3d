/**
 * What differs between two segments or two periods, whatever the figure: differences, tests, adjusted p-values.
 *
 * <p>Start from {@link dev.cxkit.journey.compare.Comparison}, and read the figures of graphs, funnels, variants and retention with
 * {@link dev.cxkit.journey.compare.Figures}.
 *
 * <p>The two sides are taken for independent, and p-values are adjusted for the number of figures that were tested.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.compare.Figures;
 * import dev.cxkit.journey.flow.Variants;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada visit 02", "ada order 03", "ben visit 02", "eve visit 04", "eve order 05")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[2] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * List<Journey> journeys = JourneyAssembler.byCustomer().assemble(log);
 * Variants early = Variants.metric(9).over(journeys.subList(0, 2));
 * Variants late = Variants.metric(9).over(journeys.subList(2, 3));
 * Figures.variants(early, late).forEach((variant, share) ->
 *         System.out.println(variant + " " + share.count() + " of " + share.total()));
 * // -> [visit] 1 of 2
 * // -> [visit, order] 1 of 2
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.compare;

import org.jspecify.annotations.NullMarked;
