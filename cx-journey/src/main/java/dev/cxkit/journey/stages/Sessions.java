package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@index "Session"} figures: sessions per journey, touchpoints per session and the lengths of sessions.
 *
 * <ul>
 *   <li>A session ends when {@index inactivity} is longer than the timeout; inactivity of just the timeout is still within it. As in
 *       {@link Journey#sessions}, inactivity is measured from the latest end of all touchpoints before to the start of the next.
 *   <li>That is another measure than that of {@code JourneyAssembler.endingAfterInactivity}, which counts from the start of one touchpoint
 *       to the start of the next: a call that lasts an hour keeps a session alive, but not a journey.
 *   <li>One can also end by a condition on a touchpoint and the one before it, as where web analytics begin a session with each new campaign.
 *   <li>The length of a session is from its first start to its last end, 0 for a single touchpoint without an end.
 *   <li>Any other analysis runs per session with {@code metric.onEach(journey -> journey.sessions(timeout))}.
 * </ul>
 *
 * <p>Edge cases: without journeys the counts are 0 and the quantiles empty. Quantiles are within 0.39 %.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.stages.Sessions;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada 09:00", "ada 09:20", "ada 10:30", "ben 09:05")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[1], TouchpointType.of("visit"))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-02T" + field[1] + ":00Z"))
 *                 .build())
 *         .toList();
 * Sessions sessions = Sessions.metric(Duration.ofMinutes(30)).over(JourneyAssembler.byCustomer().assemble(log));
 * System.out.println(sessions.count() + " sessions of " + sessions.journeys() + " customers");
 * System.out.println(sessions.lengths().sum() + " s in all");
 * // -> 3 sessions of 2 customers
 * // -> 1200.0 s in all
 * }</pre>
 *
 * @param perJourney the number of sessions of each journey
 * @param touchpoints the number of touchpoints of each session
 * @param lengths from the first start to the last end of each session
 */
public record Sessions(ValueDistribution perJourney, ValueDistribution touchpoints, Durations lengths)
        implements Result {

    /** The timeout that is customary in web analytics, half an hour. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

    public Sessions {
        requireNonNull(perJourney, "perJourney");
        requireNonNull(touchpoints, "touchpoints");
        requireNonNull(lengths, "lengths");
    }

    /** Returns the metric with the {@link #DEFAULT_TIMEOUT}. */
    public static Metric<Journey, Sessions> metric() {
        return metric(DEFAULT_TIMEOUT);
    }

    /** Returns the metric; throws an {@link IllegalArgumentException} if the timeout is negative. */
    public static Metric<Journey, Sessions> metric(Duration timeout) {
        return metric(timeout, Definition.of("sessions", timeout), (before, next) -> false);
    }

    /**
     * Returns the metric of sessions that also end where the next touchpoint begins a new one, such as by another campaign.
     *
     * @param timeout the longest inactivity within a session
     * @param name the name of the condition, by which metrics of others are told apart
     * @param beginsNew whether a new session begins between a touchpoint, the first argument, and the next one
     * @throws IllegalArgumentException if the timeout is negative
     */
    public static Metric<Journey, Sessions> metric(
            String name, Duration timeout, BiFn<? super Touchpoint, ? super Touchpoint, Boolean> beginsNew) {
        requireNonNull(beginsNew, "beginsNew");
        return metric(timeout, Definition.of("sessions", timeout, name), beginsNew);
    }

    private static Metric<Journey, Sessions> metric(
            Duration timeout, String definition, BiFn<? super Touchpoint, ? super Touchpoint, Boolean> beginsNew) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout + " is negative");
        }
        Metric<Journey, Session> each = Metric.both(
                ValueDistribution.metric().on((Journey session) -> (long) session.size()),
                Durations.metric().on((Journey session) -> session.length().toMillis()),
                Session::new);
        Metric<List<Journey>, Sessions> all = Metric.both(
                ValueDistribution.metric().on((List<Journey> sessions) -> (long) sessions.size()),
                each.onEach((List<Journey> sessions) -> sessions),
                (number, session) -> new Sessions(number, session.touchpoints, session.lengths));
        return all.on((Journey journey) -> journey.sessions(timeout, beginsNew)).named(definition);
    }

    private record Session(ValueDistribution touchpoints, Durations lengths) {}

    /** Returns how many journeys there are. */
    public long journeys() {
        return perJourney.n();
    }

    /** Returns how many sessions there are. */
    public long count() {
        return lengths.n();
    }

    /** Returns {@code journeys}, {@code count}, {@code perJourney}, {@code touchpoints} and {@code lengths}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("journeys", journeys())
                .with("count", count())
                .with("perJourney", perJourney)
                .with("touchpoints", touchpoints)
                .with("lengths", lengths)
                .map();
    }
}
