package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A proportion of cases, or of things in cases: its count and total, and what is excluded from both, by reason.
 *
 * <ul>
 *   <li>What is still open and too late already is a no: it counts, and is {@link #overdue} beside.
 *   <li>What is not decided yet is neither a yes nor a no: it is excluded as {@code open}, {@code immature} and the like, and counted.
 *   <li>The estimate is {@code count / total} with Wilson's interval, see {@link Proportion}; empty if the total is 0.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Schedule;
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
 * Instant now = monday.plusSeconds(86_400);
 * Share solved =
 *         Share.metric(Ticket::opened, Ticket::solved, Schedule.always(), Duration.ofHours(8), now).over(tickets);
 * System.out.println(solved.text(2) + ", overdue " + solved.overdue() + ", open " + solved.open());
 * // -> 0.33 (0.06 to 0.79 at 95 %, n 3), overdue 1, open 1
 * }</pre>
 *
 * @param cases which cases stand behind it
 * @param proportion count and total, which give the share and its interval
 * @param overdue how many of those that are counted as no are still open
 * @param excluded how many were excluded, by reason, in the order of the reasons; unmodifiable
 */
public record Share(Coverage cases, Proportion proportion, long overdue, Map<String, Long> excluded)
        implements Result, Difference.Contrast<Share> {

    /** Refuses more overdue than are counted as no, with an {@link IllegalArgumentException}; copies the map. */
    public Share {
        requireNonNull(cases, "cases");
        requireNonNull(proportion, "proportion");
        Require.range("overdue", overdue, 0, proportion.total() - proportion.count());
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
                (cases, counts) -> new Share(cases, counts.proportion(), counts.overdue(), counts.excluded()),
                asOf);
    }

    /**
     * Returns the metric of the proportion of times that are not above a limit, such as of tickets resolved within eight hours: yes if the
     * event came by the limit, no if the time is above it, observed or not: those not observed are {@link #overdue}. Right-censored times up to
     * the limit are excluded as {@code open}.
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
                        return time.event() ? Outcome.NO : Outcome.OVERDUE;
                    }
                    return time.event() ? Outcome.YES : Outcome.OPEN;
                }),
                asOf);
    }

    /**
     * Returns the metric of records of the host: the proportion whose time from a start to an end is not above a limit. A record that starts
     * after {@code asOf} is not counted; one without an end by then is open, or overdue where its limit has passed.
     *
     * @param end the end, or null while there is none
     * @param hours the business hours that count; {@link Schedule#always()} for calendar time
     * @param within the limit, in time of the hours, not below 0
     * @throws IllegalArgumentException if the limit is below 0
     */
    public static <T> Metric<T, Share> metric(
            Fn<? super T, Instant> start,
            Fn<? super T, ? extends @Nullable Instant> end,
            Schedule hours,
            Duration within,
            Instant asOf) {
        return metric(Reading.<T>elapsed(start, end, hours), within, asOf);
    }

    /** Returns how many are still open and not too late, so in no rate: those excluded as {@code open}, {@code running} or {@code paused}. */
    public long open() {
        return excluded("open") + excluded("running") + excluded("paused");
    }

    /** Returns this share less the other, as {@link Proportion#minus(Proportion)}. */
    @Override
    public Optional<Difference> minus(Share other) {
        return proportion.minus(other.proportion);
    }

    /** Returns the share with Wilson's interval, {@code count}, {@code total}, {@code overdue}, {@code open}, {@code excluded}, {@code cases}. */
    @Override
    public Map<String, Object> document() {
        return Document.of(proportion.estimate())
                .with("count", proportion.count())
                .with("total", proportion.total())
                .with("overdue", overdue)
                .with("open", open())
                .with("excluded", excluded)
                .with("cases", cases)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }

    /** Returns how many were excluded for this reason, 0 if none was. */
    public long excluded(String reason) {
        return excluded.getOrDefault(requireNonNull(reason, "reason"), 0L);
    }
}
