/**
 * Attribution: how conversions are credited to the activities before them, by rules or by removal effects.
 *
 * <p>A {@link dev.cxkit.journey.attribution.GoalPaths} extracts the {@link dev.cxkit.journey.attribution.PathTable} of journeys, and the
 * table is attributed by a {@link dev.cxkit.journey.attribution.CreditRule} or a {@link dev.cxkit.journey.attribution.Markov} chain;
 * {@link dev.cxkit.journey.attribution.TimeDecay} looks at journeys.
 *
 * <p>None of them knows what caused a conversion: each shares out what occurred together.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.attribution.CreditRule;
 * import dev.cxkit.journey.attribution.GoalPaths;
 * import dev.cxkit.journey.attribution.Markov;
 * import dev.cxkit.journey.attribution.PathTable;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada email 02", "ada search 05", "ada order 06", "ben search 03", "ben order 04", "eve email 07")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[2] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * PathTable table = GoalPaths.of("order").over(JourneyAssembler.byCustomer().assemble(log));
 * System.out.println(CreditRule.firstTouch().attribute(table).credits().get("email").conversions());
 * System.out.println(CreditRule.lastTouch().attribute(table).credits().get("email").conversions());
 * System.out.println(Markov.of(1).attribute(table).conversionProbability().orElseThrow() * 3);
 * // -> 1.0
 * // -> 0.0
 * // -> 2.0
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.attribution;

import org.jspecify.annotations.NullMarked;
