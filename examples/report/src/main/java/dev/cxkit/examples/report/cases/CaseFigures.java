package dev.cxkit.examples.report.cases;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.service.Backlog;
import dev.cxkit.metrics.service.CaseCounts;
import dev.cxkit.metrics.service.CaseTimes;
import dev.cxkit.metrics.service.CaseTimes.Resolution;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.ResponseTimes;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.service.SlaAttainment;
import dev.cxkit.metrics.service.Transfers;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of some cases.
 *
 * @param asOf the instant at which they are looked at
 * @param cases how many there are
 * @param backlog those that are open
 * @param reopened how many were reopened, of those that were ever resolved
 * @param transfers how often they were reassigned; null if the log does not say who has them
 * @param attainment the attainment of each SLA target
 * @param calendar the times, counted around the clock
 * @param business the times, counted in the hours; null if there are none
 */
record CaseFigures(
        Instant asOf,
        long cases,
        Backlog backlog,
        Proportion reopened,
        @Nullable CaseCounts transfers,
        Map<String, Share> attainment,
        InHours calendar,
        @Nullable InHours business)
        implements Result {

    /**
     * The times of cases, counted in some hours.
     *
     * @param firstResponse to the first answer; null if the log has no messages
     * @param first to the first resolution
     * @param last to the last resolution
     * @param waitingOn the seconds of all cases together that they waited on each side
     */
    record InHours(
            @Nullable ElapsedTime firstResponse, ElapsedTime first, ElapsedTime last, Map<WaitingOn, Long> waitingOn)
            implements Result {

        /** Returns the times to the first answer, to the first and the last resolution, and the seconds on each side. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("firstResponse", firstResponse)
                    .with("first", first)
                    .with("last", last)
                    .with("waitingOn", waitingOn)
                    .map();
        }
    }

    /** Measures cases that were opened not after the instant. */
    static CaseFigures of(List<Case> cases, CasesRequest request, Instant asOf) {
        Schedule hours = request.hours();
        return new CaseFigures(
                asOf,
                cases.size(),
                Backlog.metric(asOf).over(cases),
                reopened(cases, asOf),
                request.columns().owner() == null
                        ? null
                        : CaseCounts.metric(Transfers.count(), asOf).over(cases),
                attainment(cases, request, asOf),
                times(cases, Schedule.always(), request.log().messages(), asOf),
                hours == null ? null : times(cases, hours, request.log().messages(), asOf));
    }

    private static InHours times(List<Case> cases, Schedule hours, boolean messages, Instant asOf) {
        Map<WaitingOn, Long> seconds = new EnumMap<>(WaitingOn.class);
        for (WaitingOn side : List.of(WaitingOn.US, WaitingOn.CUSTOMER, WaitingOn.THIRD_PARTY)) {
            Duration sum = Duration.ZERO;
            for (Case each : cases) {
                sum = sum.plus(hours.elapsed(each.ranges(side, asOf)));
            }
            seconds.put(side, sum.toSeconds());
        }
        return new InHours(
                messages ? ElapsedTime.metric(ResponseTimes.first(hours), asOf).over(cases) : null,
                ElapsedTime.metric(CaseTimes.resolution(Resolution.FIRST, hours), asOf)
                        .over(cases),
                ElapsedTime.metric(CaseTimes.resolution(Resolution.LAST, hours), asOf)
                        .over(cases),
                seconds);
    }

    private static Map<String, Share> attainment(List<Case> cases, CasesRequest request, Instant asOf) {
        Map<String, Share> shares = new LinkedHashMap<>();
        if (!request.targets().isEmpty()) {
            SlaPolicies policies = request.slaPolicies();
            for (SlaTarget target : request.targets()) {
                shares.put(
                        target.name(),
                        SlaAttainment.metric(target.name(), policies, asOf).over(cases));
            }
        }
        return shares;
    }

    private static Proportion reopened(List<Case> cases, Instant asOf) {
        List<Case> resolved =
                cases.stream().filter(each -> !each.resolutions(asOf).isEmpty()).toList();
        return Proportion.of(
                resolved.stream()
                        .filter(each -> each.events(WorkflowEvent.Reopened.class).stream()
                                .anyMatch(event -> !event.occurredAt().isAfter(asOf)))
                        .count(),
                resolved.size());
    }

    /** Returns how many were open. */
    long open() {
        return backlog.open();
    }

    /** Returns how many were resolved or closed. */
    long resolved() {
        return cases - backlog.open();
    }

    /** Returns the numbers of cases, the times around the clock and in the hours, and what else was measured. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("cases", cases)
                .with("open", open())
                .with("resolved", resolved())
                .with("calendar", calendar)
                .with("business", business)
                .with("transfers", transfers)
                .with("reopened", reopened)
                .with("backlog", backlog)
                .with("attainment", attainment.isEmpty() ? null : attainment)
                .map();
    }
}
