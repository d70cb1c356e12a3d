package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Notice;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.Continuity;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.Reading;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.stats.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Proactive service"}: whether customers hear of a problem from us before we hear of it from them.
 *
 * <ul>
 *   <li>A notice that was not issued yet is not counted; updates and cases that came later are not looked at.
 *   <li>In a {@link Coverage} the notices stand where other figures have cases.
 *   <li>Whether single cases get news unasked is {@link Continuity#proactive}.
 * </ul>
 *
 * <p>Asked by {@link Share#metric(Reading, Instant)}, the times between updates by {@link ElapsedTime#metric(Reading, Instant)}.
 */
public final class Notices {

    private Notices() {}

    /**
     * Returns the share of notices of problems that one of us detected, not a customer. Excluded as {@code partner} are those that a third
     * party detected.
     */
    public static Reading<Notice, Outcome> detectedByUs() {
        return Reading.of("notices: detected by us", Notice::issuedAt, (notice, asOf) -> {
            Actor.Kind by = notice.detectedBy();
            return List.of(
                    by == Actor.Kind.PARTNER ? Outcome.excluded("partner") : Outcome.of(by != Actor.Kind.CUSTOMER));
        });
    }

    /**
     * Returns the share of problems that customers heard of from us first: the notice came before the first case that a customer
     * opened, or none did. One that came at the same instant was not before it.
     */
    public static Reading<NoticedProblem, Outcome> toldFirst() {
        return problems(
                "told first",
                (problem, asOf) -> List.of(Outcome.of(problem.firstCase(asOf)
                        .map(first -> first.isAfter(problem.notice().issuedAt()))
                        .orElse(true))));
    }

    /**
     * Returns the share, of the customers that notices concern, who opened no case of the problem after the notice.
     *
     * <ul>
     *   <li>It is an upper bound of the cases prevented, since some customers would not have opened one anyway.
     *   <li>A customer counts once.
     *   <li>Excluded as {@code before}: who opened a case before the notice or with it.
     *   <li>Excluded as {@code still}: while the problem is not over, all others, whether or not they have opened a case. Else only those
     *       who have would count.
     * </ul>
     */
    public static Reading<NoticedProblem, Outcome> prevented() {
        return problems(
                "prevented",
                (problem, asOf) -> problem.notice().concerns().stream()
                        .map(customer -> outcome(problem, customer, asOf))
                        .toList());
    }

    private static Outcome outcome(NoticedProblem problem, CustomerId customer, Instant asOf) {
        Notice notice = problem.notice();
        Optional<Instant> first = problem.firstCase(customer, asOf);
        if (first.isPresent() && !first.get().isAfter(notice.issuedAt())) {
            return Outcome.excluded("before");
        }
        return isOver(notice, asOf) ? Outcome.of(first.isEmpty()) : Outcome.excluded("still");
    }

    private static boolean isOver(Notice notice, Instant asOf) {
        return notice.closed().filter(at -> !at.isAfter(asOf)).isPresent();
    }

    /**
     * The lead time of notices: how long before the first case of a customer they came, in seconds of calendar time.
     *
     * @param notices which notices stand behind it; without a value are those on which no case followed
     * @param signed the first case less the notice: above 0 is before it, below 0 is late
     * @param ahead the same of the notices that came before it
     */
    public record LeadTime(Coverage notices, Moments signed, ValueDistribution ahead) implements Result {

        /** Takes the parts as they are. */
        public LeadTime {
            requireNonNull(notices, "notices");
            requireNonNull(signed, "signed");
            requireNonNull(ahead, "ahead");
        }

        /** Returns the metric as of an instant. */
        public static Metric<NoticedProblem, LeadTime> metric(Instant asOf) {
            return Coverage.metric(
                    problems(
                            "lead time",
                            (problem, at) -> problem.firstCase(at).stream()
                                    .map(first -> Duration.between(
                                                    problem.notice().issuedAt(), first)
                                            .toMillis())
                                    .toList()),
                    Metric.both(
                            Moments.metricOfLongs().then(millis -> millis.dividedBy(1000)),
                            ValueDistribution.exactMetric(1000).where(millis -> millis > 0),
                            Parts::new),
                    (notices, parts) -> new LeadTime(notices, parts.signed, parts.ahead),
                    asOf);
        }

        private record Parts(Moments signed, ValueDistribution ahead) {}

        /** Returns the lead time in seconds, signed and as a distribution of what came ahead, and the coverage. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("signed", signed)
                    .with("ahead", ahead)
                    .with("notices", notices)
                    .map();
        }
    }

    /**
     * Returns the times between updates: from the notice to the first update, from update to update, and from the last one to the end of the
     * problem.
     *
     * <ul>
     *   <li>The last one is right-censored while the problem is not over.
     *   <li>An update after the end is not looked at; one of the same instant as the notice, the end or another update makes no time of 0.
     * </ul>
     */
    public static Reading<Notice, CensoredTime> betweenUpdates(Schedule hours) {
        return Reading.of(
                "notices: between updates, " + Reading.text(hours),
                Notice::issuedAt,
                (notice, asOf) -> betweenUpdates(hours, notice, asOf));
    }

    private static List<CensoredTime> betweenUpdates(Schedule hours, Notice notice, Instant asOf) {
        boolean over = isOver(notice, asOf);
        Instant end = over ? notice.closed().orElseThrow() : asOf;
        List<CensoredTime> times = new ArrayList<>();
        Instant from = notice.issuedAt();
        for (Instant update : notice.updates()) {
            if (update.isAfter(from) && !update.isAfter(end)) {
                times.add(CensoredTime.between(hours, from, update, true));
                from = update;
            }
        }
        // An update that comes with the notice or at the end leaves no time in between.
        if (!over || from.isBefore(end)) {
            times.add(CensoredTime.between(hours, from, end, over));
        }
        return times;
    }

    private static <V> Reading<NoticedProblem, V> problems(String name, BiFn<NoticedProblem, Instant, List<V>> values) {
        return Reading.of("notices: " + name, problem -> problem.notice().issuedAt(), values);
    }
}
