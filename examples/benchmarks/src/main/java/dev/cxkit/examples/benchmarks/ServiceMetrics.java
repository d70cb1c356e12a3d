package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.desk.BotOutcomes;
import dev.cxkit.metrics.desk.Bots;
import dev.cxkit.metrics.desk.CostRates;
import dev.cxkit.metrics.desk.CostToServe;
import dev.cxkit.metrics.service.Ageing;
import dev.cxkit.metrics.service.Backlog;
import dev.cxkit.metrics.service.BacklogFlow;
import dev.cxkit.metrics.service.BreachRisk;
import dev.cxkit.metrics.service.CaseCounts;
import dev.cxkit.metrics.service.CaseTimes;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.Continuity;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Escalations;
import dev.cxkit.metrics.service.FirstContactResolution;
import dev.cxkit.metrics.service.FirstContactRule;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.ProgressUpdates;
import dev.cxkit.metrics.service.PromiseError;
import dev.cxkit.metrics.service.Promises;
import dev.cxkit.metrics.service.Reading;
import dev.cxkit.metrics.service.RepeatContacts;
import dev.cxkit.metrics.service.Resolutions;
import dev.cxkit.metrics.service.ResponseTimes;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.service.SlaAttainment;
import dev.cxkit.metrics.service.Transfers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** All metrics of service in one pass over cases of ten events. */
public class ServiceMetrics {

    private static final Metric<Case, Map<String, Object>> METRIC = Metric.all(all(HelpDesk.AS_OF));

    /** The library, on one thread. */
    @Benchmark
    public Map<String, Object> cx(Cases cases) {
        return METRIC.over(cases.all());
    }

    /** Each metric that the library has, with the usual settings; times in the hours of the help desk, some in calendar time too. */
    static Map<String, Metric<Case, ?>> all(Instant asOf) {
        Schedule hours = HelpDesk.HOURS;
        Schedule calendar = Schedule.always();
        Map<String, Metric<Case, ?>> metrics = new LinkedHashMap<>();
        for (Reading<Case, CensoredTime> reading : List.of(
                ResponseTimes.first(calendar),
                ResponseTimes.first(hours),
                ResponseTimes.toHuman(hours),
                ResponseTimes.next(hours),
                ResponseTimes.longestResponse(hours),
                ResponseTimes.medianResponse(hours),
                ProgressUpdates.longestGap(hours),
                ProgressUpdates.gaps(hours),
                Bots.escape(hours),
                CaseTimes.resolution(CaseTimes.Resolution.FIRST, calendar),
                CaseTimes.resolution(CaseTimes.Resolution.FIRST, hours),
                CaseTimes.resolution(CaseTimes.Resolution.LAST, calendar, WaitingOn.CUSTOMER, WaitingOn.DONE),
                CaseTimes.resolution(CaseTimes.Resolution.LAST, hours, WaitingOn.CUSTOMER, WaitingOn.DONE),
                CaseTimes.requesterWait(hours),
                CaseTimes.agentWork(hours),
                CaseTimes.waitingOnCustomer(hours),
                CaseTimes.onHold(hours),
                CaseTimes.handling(hours),
                Continuity.firstAction(hours),
                Escalations.time(hours))) {
            metrics.put(reading.name(), ElapsedTime.metric(reading, asOf));
        }
        for (Reading<Case, Outcome> reading : List.of(
                Resolutions.oneTouch(),
                Resolutions.reopened(Duration.ofDays(7)),
                Continuity.transfersWithBrief(),
                Continuity.factsPassedOn(),
                Continuity.repeatedQuestions(),
                Continuity.casesWithRepeatedQuestions(),
                Continuity.proactive(),
                ProgressUpdates.within(Duration.ofHours(8), hours),
                ProgressUpdates.casesWithin(Duration.ofHours(8), hours),
                Bots.toHuman(),
                Bots.failedEscapes(),
                Escalations.rate(),
                Escalations.rate("second"),
                Promises.kept(),
                Promises.renewed())) {
            metrics.put(reading.name(), Share.metric(reading, asOf));
        }
        for (String target : List.of("first-response", "next-response", "resolution")) {
            metrics.put("attainment of " + target, SlaAttainment.metric(target, HelpDesk.POLICIES, asOf));
        }
        for (Reading<Case, Long> reading : List.of(
                Transfers.count(),
                Transfers.count(Transfers.Kind.TEAM),
                Transfers.count(Transfers.Kind.PERSON),
                Transfers.count(Transfers.Kind.BOT_TO_HUMAN),
                Transfers.count(Transfers.Kind.HUMAN_TO_BOT),
                Resolutions.touches())) {
            metrics.put(reading.name(), CaseCounts.metric(reading, asOf));
        }
        for (FirstContactRule rule : FirstContactRule.readyMade()) {
            metrics.put("first contact " + rule, FirstContactResolution.metric(rule, asOf));
        }
        metrics.put("errors of promised times", PromiseError.metric(asOf));
        metrics.put("backlog", Backlog.metric(asOf));
        metrics.put(
                "ageing",
                Ageing.metric(Ageing.Since.OPENING, hours, List.of(Duration.ofDays(1), Duration.ofDays(3)), asOf));
        metrics.put("bots", BotOutcomes.metric(asOf));
        metrics.put("cost to serve", CostToServe.metric(CostRates.perHour(4_000), hours, asOf));
        metrics.put("breach risk", BreachRisk.metric("resolution", HelpDesk.POLICIES, asOf));
        metrics.put("flow", BacklogFlow.metric(TimeRange.of(asOf.minus(Duration.ofDays(30)), asOf)));
        metrics.put("repeat contacts", RepeatContacts.metric(Duration.ofDays(7), asOf));
        return metrics;
    }
}
