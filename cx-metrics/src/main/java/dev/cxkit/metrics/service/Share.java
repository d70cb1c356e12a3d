package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A proportion of cases, or of things in cases: its count and total, and what is excluded from both, by reason.
 *
 * <ul>
 *   <li>What is not decided yet is neither a yes nor a no: it is excluded as {@code open}, {@code immature} and the like, and counted.
 *   <li>The estimate is {@code count / total} with Wilson's interval, see {@link Proportion}; empty if the total is 0.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Schedule;
 * import dev.cxkit.metrics.service.Reading;
 * import dev.cxkit.metrics.service.Share;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 *
 * record Ticket(Instant opened, Instant solved) {}
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * List<Ticket> tickets = List.of(
 *         new Ticket(monday, monday.plusSeconds(3600)),
 *         new Ticket(monday, monday.plusSeconds(40_000)),
 *         new Ticket(monday, null),
 *         new Ticket(monday.plusSeconds(80_000), null));
 * Share solved = Share.metric(
 *         Reading.elapsed(Ticket::opened, Ticket::solved, Schedule.always()), Duration.ofHours(8), monday.plusSeconds(86_400))
 *     .over(tickets);
 * System.out.println(solved.proportion().count() + " of " + solved.proportion().total() + ", excluded " + solved.excluded());
 * // -> 1 of 3, excluded {open=1}
 * }</pre>
 *
 * @param cases which cases stand behind it
 * @param proportion count and total, which give the share and its interval
 * @param excluded how many were excluded, by reason, in the order of the reasons; unmodifiable
 */
public record Share(Coverage cases, Proportion proportion, Map<String, Long> excluded) {

    /** Copies the map. */
    public Share {
        requireNonNull(cases, "cases");
        requireNonNull(proportion, "proportion");
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    }

    /**
     * Returns the metric of a proportion, such as {@code Share.metric(Resolutions.oneTouch(), asOf)}.
     *
     * @param outcomes what each thing adds
     * @param asOf the instant as of which each is read
     */
    public static <T> Metric<T, Share> metric(Reading<T, Outcome> outcomes, Instant asOf) {
        return Coverage.metric(
                outcomes,
                OutcomeCounts.metric(),
                (cases, counts) -> new Share(cases, counts.proportion(), counts.excluded()),
                asOf);
    }

    /**
     * Returns the metric of the proportion of times that are not above a limit, such as of tickets resolved within eight hours: yes if the
     * event came by the limit, no if the time is above it, observed or not. Right-censored times up to the limit are excluded as
     * {@code open}.
     *
     * @param times the times of each thing
     * @param within the limit, in time of the hours of the reading, not below 0
     * @param asOf the instant as of which each is read
     * @throws IllegalArgumentException if the limit is below 0
     */
    public static <T> Metric<T, Share> metric(Reading<T, CensoredTime> times, Duration within, Instant asOf) {
        Require.notNegative("limit", within);
        return metric(
                times.then(" within " + within, time -> {
                    String excluded = time.excluded();
                    if (excluded != null) {
                        return Outcome.excluded(excluded);
                    } else if (Duration.ofMillis(time.millis()).compareTo(within) > 0) {
                        return Outcome.NO;
                    }
                    return time.event() ? Outcome.YES : Outcome.OPEN;
                }),
                asOf);
    }

    /** Returns how many were excluded for this reason, 0 if none was. */
    public long excluded(String reason) {
        return excluded.getOrDefault(requireNonNull(reason, "reason"), 0L);
    }
}
