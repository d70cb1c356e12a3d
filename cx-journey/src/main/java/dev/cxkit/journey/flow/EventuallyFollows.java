package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The {@index "eventually-follows"} relation of journeys: how often an activity occurs at any time after another within a journey, with mean
 * and standard deviation of the time between them if measured (the {@index "temporal profile"}).
 *
 * <ul>
 *   <li>Counted: each occurrence of the one with each later occurrence of the other, so {@code a a b} has the pair {@code a, b} twice and
 *       the pair {@code a, a} once.
 *   <li>Of touchpoints at one instant the first given is the earlier one.
 * </ul>
 *
 * <p>Source: Stertz, Mangler and Rinderle-Ma (2020), <i>Temporal conformance checking at runtime based on time-infused process models</i>.
 *
 * <ul>
 *   <li>Times are empty if they were not measured; the standard deviation also with a single time.
 *   <li>Without journeys there is no pair.
 * </ul>
 *
 * @param journeys how many journeys there are
 * @param pairs the pairs of activities, in the order of their names
 */
public record EventuallyFollows(long journeys, List<Pair> pairs) implements Result {

    /** Whether the time between the two activities of a pair is measured. */
    public enum Timing {
        /** It is not. */
        NONE,

        /** It is, from start to start in calendar time, in whole milliseconds and exactly. */
        CALENDAR
    }

    /** How many different pairs there can be if no other limit is set. */
    public static final int DEFAULT_LIMIT = 1_000_000;

    /**
     * An activity at any time after another.
     *
     * @param from the earlier activity
     * @param to the later activity
     * @param count how often: each of the one with each later one of the other
     * @param journeys in how many journeys
     * @param times the times between the two in milliseconds, if they were measured; see {@link #millis}
     */
    public record Pair(
            String from,
            String to,
            long count,
            long journeys,
            @Nullable Moments times) implements Result {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::from).thenComparing(Pair::to);

        private static final double A_SECOND = 1000;

        /** Returns the times from the first to the second in milliseconds; empty if the metric did not measure it. */
        public Optional<Moments> millis() {
            return Optional.ofNullable(times);
        }

        /** Returns the mean time from the first to the second in seconds; empty if the metric did not measure it. */
        public OptionalDouble mean() {
            return times == null ? OptionalDouble.empty() : OptionalDouble.of(times.sum() / times.n() / A_SECOND);
        }

        /** Returns the sample standard deviation in seconds; empty if the metric did not measure it or there is a single time. */
        public OptionalDouble standardDeviation() {
            OptionalDouble deviation = times == null ? OptionalDouble.empty() : times.standardDeviation();
            return deviation.isPresent() ? OptionalDouble.of(deviation.getAsDouble() / A_SECOND) : deviation;
        }

        /**
         * Returns {@code from}, {@code to}, {@code count}, {@code journeys}, {@code mean} and {@code standardDeviation}, the last
         * two in seconds.
         */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", from)
                    .with("to", to)
                    .with("count", count)
                    .with("journeys", journeys)
                    .with("mean", mean())
                    .with("standardDeviation", standardDeviation())
                    .map();
        }
    }

    /** Sorts the pairs. */
    public EventuallyFollows {
        pairs = pairs.stream().sorted(Pair.ORDER).toList();
    }

    /** Returns the metric that counts, without times; at most {@value #DEFAULT_LIMIT} different pairs. */
    public static Metric<Journey, EventuallyFollows> metric() {
        return metric(Timing.NONE);
    }

    /** Returns the metric that counts, with times if they are asked for; at most {@value #DEFAULT_LIMIT} different pairs. */
    public static Metric<Journey, EventuallyFollows> metric(Timing timing) {
        return metric(timing, DEFAULT_LIMIT);
    }

    /**
     * Returns the metric. A journey takes time in the number of its touchpoints times its different activities.
     *
     * @param timing whether times are measured
     * @param limit how many different pairs there can be; its accumulator fails at one more with an {@link IllegalStateException}, for
     *     these grow with the square of the activities
     * @throws IllegalArgumentException if the limit is outside 1..10,000,000
     */
    public static Metric<Journey, EventuallyFollows> metric(Timing timing, int limit) {
        return new EventuallyFollowsMetric(requireNonNull(timing, "timing") == Timing.CALENDAR, limit);
    }

    /** Returns the pair; empty if the one never comes after the other. */
    public Optional<Pair> pair(String from, String to) {
        int place = Collections.binarySearch(pairs, new Pair(from, to, 0, 0, null), Pair.ORDER);
        return place < 0 ? Optional.empty() : Optional.of(pairs.get(place));
    }

    /** Returns the pair of the activities that are named like the types. */
    public Optional<Pair> pair(TouchpointType from, TouchpointType to) {
        return pair(from.name(), to.name());
    }

    /** Returns {@code journeys} and {@code pairs}. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("journeys", journeys).with("pairs", pairs).map();
    }
}
