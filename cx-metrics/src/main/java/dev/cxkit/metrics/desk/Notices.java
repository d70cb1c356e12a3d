package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Notice;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.Continuity;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.CoverageMetric;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.OutcomeCounts;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.service.TimeMeasure;
import dev.cxkit.metrics.stats.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether customers hear of a problem from us before we hear of it from them. Notices are asked as of an instant: one that was not
 * issued yet is not counted, and news and cases that came later are not looked at. In a {@link Coverage} the notices stand where
 * other measures have cases. Whether single cases get news unasked is {@link Continuity#proactive}.
 */
public final class Notices {

    private Notices() {}

    /** Returns the share of notices of what one of us noticed, not a customer. What a third party noticed is left out as {@code partner}. */
    public static Metric<Notice, Share> detectedByUs(Instant asOf) {
        return share("detected by us", asOf, problem -> {
                    Actor.Kind by = problem.notice().detectedBy();
                    return List.of(by == Actor.Kind.PARTNER ? Outcome.excluded("partner") : Outcome.of(isOurs(by)));
                })
                .on(Notices::alone);
    }

    private static boolean isOurs(Actor.Kind kind) {
        return kind != Actor.Kind.CUSTOMER && kind != Actor.Kind.PARTNER;
    }

    /**
     * Returns the share of problems that customers heard of from us first: the notice came before the first case that a customer
     * opened, or none did. One that came at the same instant was not before it.
     */
    public static Metric<NoticedProblem, Share> toldFirst(Instant asOf) {
        return share(
                "told first",
                asOf,
                problem -> List.of(Outcome.of(problem.firstCase(asOf)
                        .map(first -> first.isAfter(problem.notice().issuedAt()))
                        .orElse(true))));
    }

    /**
     * Returns the share, of the customers that notices concern, who opened no case of the problem after the notice: at most so many
     * cases were prevented, since some would not have come to us anyway. Those who opened one after it are the cases that the notice
     * met, and the rest of the denominator. Left out are those who came {@code before} the notice or with it, and, while the problem is
     * not over, all others as {@code still}, whether or not they have come: else only those who came would count. A customer counts
     * once.
     */
    public static Metric<NoticedProblem, Share> prevented(Instant asOf) {
        return share("prevented", asOf, problem -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (CustomerId customer : problem.notice().concerns()) {
                outcomes.add(outcome(problem, customer, asOf));
            }
            return outcomes;
        });
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
     * How long before the first case of a customer the notice came, in seconds of calendar time.
     *
     * @param notices which notices stand behind it; without a value are those that met no case
     * @param signed the first case less the notice: above 0 is before it, below 0 is late
     * @param ahead the same of the notices that came before it
     */
    public record LeadTime(Coverage notices, Moments signed, ValueDistribution ahead) {

        /** Checks the parts. */
        public LeadTime {
            requireNonNull(notices, "notices");
            requireNonNull(signed, "signed");
            requireNonNull(ahead, "ahead");
        }
    }

    /** Returns the metric of the times by which notices were ahead of the first case. */
    public static Metric<NoticedProblem, LeadTime> leadTime(Instant asOf) {
        return metric(
                "lead",
                asOf,
                problem -> problem.firstCase(asOf).stream()
                        .map(first -> CensoredTime.seconds(
                                Duration.between(problem.notice().issuedAt(), first)))
                        .toList(),
                Metric.both(
                        Moments.metricOfLongs(), ValueDistribution.metric().where(seconds -> seconds > 0), Parts::new),
                (notices, parts) -> new LeadTime(notices, parts.signed, parts.ahead));
    }

    private record Parts(Moments signed, ValueDistribution ahead) {}

    /**
     * Returns the times for which customers heard nothing more: from the notice to the first news, from news to news, and from the last
     * news to the end. The last one goes on while the problem does. News after the end is not looked at, and news of the same instant as
     * the notice, the end or other news makes no time of 0.
     */
    public static Metric<Notice, ElapsedTime> betweenUpdates(Schedule hours, Instant asOf) {
        return metric(
                        "between updates, " + TimeMeasure.text(hours),
                        asOf,
                        problem -> betweenUpdates(hours, problem.notice(), asOf),
                        TimeMeasure.counted(),
                        ElapsedTime::of)
                .on(Notices::alone);
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
        // News that comes with the notice or at the end leaves no time in between.
        if (!over || from.isBefore(end)) {
            times.add(CensoredTime.between(hours, from, end, over));
        }
        return times;
    }

    private static NoticedProblem alone(Notice notice) {
        return new NoticedProblem(notice, List.of());
    }

    private static Metric<NoticedProblem, Share> share(
            String name, Instant asOf, Fn<NoticedProblem, List<Outcome>> reading) {
        return metric(
                name,
                asOf,
                reading,
                new OutcomeCounts(),
                (notices, counts) -> new Share(notices, counts.proportion(), counts.excluded()));
    }

    private static <V, A, R> Metric<NoticedProblem, R> metric(
            String name,
            Instant asOf,
            Fn<NoticedProblem, List<V>> reading,
            Metric<V, A> values,
            BiFn<Coverage, A, R> join) {
        return new CoverageMetric<>(
                "notices: " + name + "(" + asOf + ")",
                problem -> !problem.notice().issuedAt().isAfter(asOf),
                problem -> false,
                reading,
                values,
                join);
    }
}
