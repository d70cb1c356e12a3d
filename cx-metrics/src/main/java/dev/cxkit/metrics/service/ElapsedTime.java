package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.survival.CensoredTimes;
import dev.cxkit.metrics.survival.KaplanMeier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A summary of {@index "right-censored times"}, to the millisecond: moments and quantiles of those whose event was observed, and the
 * {@linkplain KaplanMeier Kaplan-Meier} estimate of all.
 *
 * <ul>
 *   <li>Number, mean and quantiles are of times with an event. A growing backlog makes them look better than they are, so the open ones are
 *       counted beside them.
 *   <li>{@link #kaplanMeierMedian} and {@link #curve} take in right-censored times: these are at risk until they were last observed.
 *   <li>Excluded is what a reading gives a reason for, such as {@code answered-by-bot}: it is in no number but {@link #excluded}.
 *   <li>The accessors give {@link Duration}s; the parts that a figure is made from, {@link #finished}, {@link #distribution} and
 *       {@link #curve}, are in seconds.
 *   <li>Without a time every estimate is empty.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Schedule;
 * import dev.cxkit.metrics.service.ElapsedTime;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.List;
 *
 * record Ticket(String team, Instant opened, Instant solved) {}
 * Instant friday = Instant.parse("2026-03-06T16:00:00Z");
 * Instant monday = Instant.parse("2026-03-09T10:00:00Z");
 * List<Ticket> tickets = List.of(
 *         new Ticket("red", friday, monday), new Ticket("red", monday, null), new Ticket("blue", friday, friday.plusSeconds(600)));
 * Schedule office = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00");
 * ElapsedTime.metric(Ticket::opened, Ticket::solved, office, monday.plusSeconds(3600))
 *     .by(Ticket::team)
 *     .over(tickets)
 *     .each()
 *     .forEach((team, time) -> System.out.println(
 *         team + " " + time.median().orElseThrow().toMinutes() + " min, " + time.open() + " open"));
 * // -> blue 10 min, 0 open
 * // -> red 120 min, 1 open
 * }</pre>
 *
 * @param cases which cases stand behind it; without a value are those in which nothing was to be measured
 * @param finished number, mean and variance of the times with an event, in seconds
 * @param distribution their quantiles, exact, in seconds
 * @param curve the Kaplan-Meier estimate from all times, in seconds
 * @param excluded how many were excluded, by reason, in the order of the reasons; unmodifiable
 */
public record ElapsedTime(
        Coverage cases, Moments finished, ValueDistribution distribution, KaplanMeier curve, Map<String, Long> excluded)
        implements Result {

    private static final long PER_SECOND = 1000;

    /** Copies the map. */
    public ElapsedTime {
        requireNonNull(cases, "cases");
        requireNonNull(finished, "finished");
        requireNonNull(distribution, "distribution");
        requireNonNull(curve, "curve");
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    }

    /**
     * Returns the metric of times of cases, such as {@code ElapsedTime.metric(ResponseTimes.first(hours), asOf)}, or of other things. Memory
     * grows with the number of distinct times, 16 to 48 bytes for each.
     *
     * @param times the times of each thing
     * @param asOf the instant as of which each is read
     */
    public static <T> Metric<T, ElapsedTime> metric(Reading<T, CensoredTime> times, Instant asOf) {
        return Coverage.metric(
                times,
                Metric.both(
                                CensoredTimes.metric(CensoredTime::millis, CensoredTime::event, PER_SECOND)
                                        .where(time -> time.excluded() == null),
                                OutcomeCounts.metric().<CensoredTime>onEach(ElapsedTime::exclusion),
                                Parts::new)
                        .named("censored times in milliseconds"),
                (cases, parts) -> new ElapsedTime(
                        cases,
                        parts.times.uncensored(),
                        parts.times.distribution(),
                        parts.times.curve(),
                        parts.others.excluded()),
                asOf);
    }

    private record Parts(CensoredTimes times, OutcomeCounts.Result others) {}

    private static List<Outcome> exclusion(CensoredTime time) {
        String reason = time.excluded();
        return reason == null ? List.of() : List.of(Outcome.excluded(reason));
    }

    /**
     * Returns the metric of the time from a start to an end of records of the host. A record that starts after {@code asOf} is not
     * counted; one without an end by then is open.
     *
     * @param end the end, or null while there is none
     * @param hours the business hours that count; {@link Schedule#always()} for calendar time
     */
    public static <T> Metric<T, ElapsedTime> metric(
            Fn<? super T, Instant> start,
            Fn<? super T, ? extends @Nullable Instant> end,
            Schedule hours,
            Instant asOf) {
        return metric(Reading.elapsed(start, end, hours), asOf);
    }

    /** Returns how many were excluded for this reason, 0 if none was. */
    public long excluded(String reason) {
        return excluded.getOrDefault(requireNonNull(reason, "reason"), 0L);
    }

    /** Returns how many times have an event. */
    public long n() {
        return finished.n();
    }

    /** Returns how many times are still open (right-censored). */
    public long open() {
        return curve.n() - curve.events();
    }

    /** Returns the mean of the times with an event; empty if there are none. */
    public Optional<Duration> mean() {
        return duration(finished.mean());
    }

    /**
     * Returns the mean of the times with an event in seconds, with Student's interval unless there is one time or none varies; empty if there
     * are none.
     */
    public Optional<Estimate> meanSeconds() {
        return finished.estimate();
    }

    /** Returns the median of the times with an event; empty if there are none. */
    public Optional<Duration> median() {
        return quantile(0.5);
    }

    /** Returns the 90th percentile of the times with an event; empty if there are none. */
    public Optional<Duration> p90() {
        return quantile(0.9);
    }

    /**
     * Returns a quantile of the times with an event; empty if there are none.
     *
     * @param p the share of the times below it, 0..1
     * @throws IllegalArgumentException if {@code p} is outside 0..1
     */
    public Optional<Duration> quantile(double p) {
        return duration(distribution.quantile(p));
    }

    /** Returns the Kaplan-Meier median of all times; empty while the estimate is that fewer than half have an event. */
    public Optional<Duration> kaplanMeierMedian() {
        return duration(curve.median());
    }

    private static Optional<Duration> duration(OptionalDouble seconds) {
        return seconds.stream()
                .mapToObj(value -> BigDecimal.valueOf(value).setScale(9, RoundingMode.HALF_EVEN))
                .map(exact -> Duration.ofSeconds(
                        exact.longValue(),
                        exact.remainder(BigDecimal.ONE).unscaledValue().longValue()))
                .findFirst();
    }

    /**
     * Returns {@code n}, {@code open}, {@code mean}, {@code median}, {@code p90} and {@code kaplanMeierMedian}, {@code excluded}, {@code cases}
     * and the {@code curve} in seconds.
     */
    @Override
    public Map<String, Object> document() {
        return figures()
                .with("excluded", excluded)
                .with("cases", cases)
                .with("curve", curve)
                .map();
    }

    private Document figures() {
        return Document.start()
                .with("n", n())
                .with("open", open())
                .with("mean", mean())
                .with("median", median())
                .with("p90", p90())
                .with("kaplanMeierMedian", kaplanMeierMedian());
    }

    /** Returns the numbers and times, without the curve. */
    @Override
    public String text(int decimals) {
        return Document.text(figures().map(), decimals);
    }
}
