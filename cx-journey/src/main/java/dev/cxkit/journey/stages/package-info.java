/**
 * How customers move through stages and return: time in stages, sessions, cohort retention, repeat contacts, switches of channel, the
 * return loop.
 *
 * <p>Start from {@link dev.cxkit.journey.stages.JourneyRetention}, {@link dev.cxkit.journey.stages.Stages} with
 * {@link dev.cxkit.journey.stages.StageTimes}, or {@link dev.cxkit.journey.stages.Sessions}.
 *
 * <p>Retention, life cycle and return loop are about customers, so they are asked of whole journeys, not of journeys that were split by
 * goal, round or inactivity; the others are asked of any.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.TimeBetween;
 * import dev.cxkit.journey.TouchpointFilter;
 * import dev.cxkit.journey.stages.ChannelSwitches;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada web 09:00", "ada phone 09:10", "ben web 09:00", "ben phone 18:00")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of("contact via " + field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.of(field[1]))
 *                 .occurredAt(Instant.parse("2026-02-02T" + field[2] + ":00Z"))
 *                 .build())
 *         .toList();
 * ChannelSwitches switches = ChannelSwitches.metric(TouchpointFilter.ALL, Duration.ofHours(1), TimeBetween.CALENDAR)
 *         .over(JourneyAssembler.byCustomer().assemble(log));
 * switches.switches().forEach(each -> System.out.println(each.from().name() + " > " + each.to().name() + ": "
 *         + each.continuity().count() + " of " + each.count() + " continuous, " + each.late() + " late"));
 * // -> web > phone: 1 of 2 continuous, 1 late
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.stages;

import org.jspecify.annotations.NullMarked;
