package dev.cxkit.journey.flow;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Eventually-follows relation: which activity occurs at any time after which, how often, in how many journeys and, if measured, how long after: the temporal profile of
 * Stertz, Mangler and Rinderle-Ma (2020).
 *
 * @param journeys how many journeys there are
 * @param pairs the pairs of activities, in the order of their names
 */
public record EventuallyFollows(long journeys, List<Pair> pairs) {

    /** How many different pairs there can be if no other limit is set. */
    public static final int DEFAULT_LIMIT = 1_000_000;

    /**
     * One activity at any time after another.
     *
     * @param from the earlier activity
     * @param to the later activity
     * @param count how often: each of the one with each later one of the other
     * @param journeys in how many journeys
     * @param times how long after in milliseconds, if that was measured; see {@link #millis}
     */
    public record Pair(
            String from,
            String to,
            long count,
            long journeys,
            @Nullable Moments times) {

        private static final double A_SECOND = 1000;

        /** Returns how long the second comes after the first, in milliseconds; empty if the metric did not measure it. */
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
    }

    /** Copies the list. */
    public EventuallyFollows {
        pairs = List.copyOf(pairs);
    }

    /** Returns the metric that counts, without times; at most {@value #DEFAULT_LIMIT} different pairs. */
    public static Metric<Journey, EventuallyFollows> metric() {
        return metric(DEFAULT_LIMIT);
    }

    /**
     * Returns the metric that counts, without times. A journey takes time in the number of its touchpoints times its different activities.
     *
     * @param limit how many different pairs there can be; its accumulator fails at one more with an {@link IllegalStateException}, for
     *     these grow with the square of the activities
     * @throws IllegalArgumentException if the limit is outside 1..10,000,000
     */
    public static Metric<Journey, EventuallyFollows> metric(int limit) {
        return new EventuallyFollowsMetric(false, limit);
    }

    /** Returns the metric that also measures times by the calendar, exactly; at most {@value #DEFAULT_LIMIT} different pairs. */
    public static Metric<Journey, EventuallyFollows> timed() {
        return timed(DEFAULT_LIMIT);
    }

    /**
     * Returns the metric that also measures times by the calendar, exactly.
     *
     * @param limit as in {@link #metric(int)}
     * @throws IllegalArgumentException if the limit is outside 1..10,000,000
     */
    public static Metric<Journey, EventuallyFollows> timed(int limit) {
        return new EventuallyFollowsMetric(true, limit);
    }

    /** Returns the pair; empty if the one never comes after the other. */
    public Optional<Pair> pair(String from, String to) {
        return pairs.stream()
                .filter(pair -> pair.from().equals(from) && pair.to().equals(to))
                .findFirst();
    }
}
