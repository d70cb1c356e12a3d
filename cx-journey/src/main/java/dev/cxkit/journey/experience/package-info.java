/**
 * How a journey feels and where it fails: emotions and scores of journeys, importance-performance, moments of truth, pain points.
 *
 * <p>Start from {@link dev.cxkit.journey.experience.PainPoints} and {@link dev.cxkit.journey.experience.EmotionCurve}; what customers
 * felt comes in as {@link dev.cxkit.journey.experience.Emotions}, what journeys are for as
 * {@link dev.cxkit.journey.experience.JourneyGoal}.
 *
 * <p>Emotions go from -2 to +2. Pain points and moments of truth are associations with the goal, adjusted for the number of tests, and
 * prove no cause.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.experience.Emotions;
 * import dev.cxkit.journey.experience.JourneyScore;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.OptionalDouble;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("visit 09:00 1", "order 09:10 -2", "delivery 10:00 1")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0], TouchpointType.of(field[0]))
 *                 .customer(CustomerId.of("ada"))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-02T" + field[1] + ":00Z"))
 *                 .attribute("emotion", field[2])
 *                 .build())
 *         .toList();
 * Emotions emotions = Emotions.named("of the log", touchpoint ->
 *         OptionalDouble.of(Double.parseDouble(touchpoint.attributes().get("emotion").orElseThrow().toString())));
 * JourneyScore score = JourneyScore.metric(JourneyScore.Rule.PEAK_END, emotions)
 *         .over(JourneyAssembler.byCustomer().assemble(log));
 * System.out.println(score.scores().mean().orElseThrow());
 * // -> -0.5
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.experience;

import org.jspecify.annotations.NullMarked;
