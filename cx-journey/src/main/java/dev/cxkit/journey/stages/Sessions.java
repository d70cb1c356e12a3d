package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import java.time.Duration;
import java.util.List;

/**
 * How often, how long and how busily people are there at a time. A session ends when nothing follows for longer than the timeout; a wait
 * of just the timeout is still within it. Any analysis runs per session with {@code onEach(journey -> journey.sessions(timeout))}.
 *
 * @param perJourney how many sessions a journey has
 * @param touchpoints how many touchpoints a session has
 * @param lengths from the start of the first to the end of the last touchpoint of a session, 0 where it has a single one without an end
 */
public record Sessions(ValueDistribution perJourney, ValueDistribution touchpoints, Durations lengths) {

    /** The timeout that is customary on the web, half an hour. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

    /** Checks the parts. */
    public Sessions {
        requireNonNull(perJourney, "perJourney");
        requireNonNull(touchpoints, "touchpoints");
        requireNonNull(lengths, "lengths");
    }

    /** Returns the metric with the {@link #DEFAULT_TIMEOUT}. */
    public static Metric<Journey, Sessions> metric() {
        return metric(DEFAULT_TIMEOUT);
    }

    /** Returns the metric, with quantiles within 0.39 %; throws an {@link IllegalArgumentException} if the timeout is negative. */
    public static Metric<Journey, Sessions> metric(Duration timeout) {
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
        return all.on((Journey journey) -> journey.sessions(timeout)).named("sessions(" + timeout + ")");
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
}
