package dev.cxkit.metrics.service;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.desk.BotOutcomes;
import dev.cxkit.metrics.desk.Bots;
import dev.cxkit.metrics.desk.CostRates;
import dev.cxkit.metrics.desk.CostToServe;
import dev.cxkit.metrics.desk.QualityScore;
import dev.cxkit.metrics.desk.Review;
import dev.cxkit.metrics.desk.Rubric;
import dev.cxkit.metrics.desk.SelfService;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric of service keeps the laws of the fold. */
class ServiceContractTest {

    private static final Schedule ALWAYS = Schedule.always();
    private static final Schedule OFFICE = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00");

    private static final CostRates COSTS = CostRates.perHour(4_321).with(Channel.CHAT, new CostRates.Charge(50, 20));
    private static final SlaPolicy NORMAL = new SlaPolicy(
            "normal", OFFICE, List.of(SlaTarget.resolution(Duration.ofHours(8)).each()));
    private static final SlaPolicy GOLD =
            new SlaPolicy("gold", ALWAYS, List.of(SlaTarget.resolution(Duration.ofHours(4))));
    private static final SlaPolicies POLICIES = SlaPolicies.of(NORMAL, GOLD);
    private static final Instant BEFORE = RandomCases.AS_OF.minus(Duration.ofDays(2));
    private static final List<Case> SEEN = seen();

    private static List<Case> seen() {
        Random random = new Random(77);
        return Stream.generate(() -> RandomCases.next(random)).limit(200).toList();
    }

    static Stream<Metric<Case, ?>> metrics() {
        return Stream.of(
                        times().map(reading -> ElapsedTime.metric(reading, RandomCases.AS_OF)),
                        shares().map(reading -> Share.metric(reading, RandomCases.AS_OF)),
                        attainment(),
                        counts().map(reading -> CaseCounts.metric(reading, RandomCases.AS_OF)),
                        FirstContactRule.readyMade().stream()
                                .map(rule -> FirstContactResolution.metric(rule, RandomCases.AS_OF)),
                        others())
                .flatMap(each -> each);
    }

    private static Stream<Metric<Case, ?>> others() {
        return Stream.of(
                PromiseError.metric(RandomCases.AS_OF),
                Backlog.metric(RandomCases.AS_OF),
                BacklogFlow.metric(TimeRange.of(Story.START, RandomCases.AS_OF)),
                RepeatContacts.metric(Duration.ofDays(2), RandomCases.AS_OF),
                RepeatContacts.metric(Duration.ofDays(3), RandomCases.AS_OF),
                BotOutcomes.metric(RandomCases.AS_OF),
                BotOutcomes.metric(Duration.ofDays(1), RandomCases.AS_OF),
                CostToServe.metric(COSTS, ALWAYS, RandomCases.AS_OF),
                CostToServe.metric(COSTS, OFFICE, RandomCases.AS_OF),
                CostToServe.metric(CostRates.perHour(4_000), ALWAYS, RandomCases.AS_OF),
                Ageing.metric(
                        Ageing.Since.OPENING,
                        ALWAYS,
                        List.of(Duration.ofDays(1), Duration.ofDays(3)),
                        RandomCases.AS_OF),
                Ageing.metric(Ageing.Since.CHANGE, OFFICE, List.of(Duration.ofHours(8)), RandomCases.AS_OF),
                FirstContactResolution.metric(FirstContactRule.ONE_TOUCH.withoutRepeatContact(), RandomCases.AS_OF),
                BreachRisk.metric("resolution", POLICIES, RandomCases.AS_OF),
                BreachRisk.Backtest.metric(
                        BreachRisk.metric("resolution", POLICIES, BEFORE).over(SEEN),
                        "resolution",
                        POLICIES,
                        BEFORE,
                        RandomCases.AS_OF));
    }

    private static Stream<Reading<Case, Outcome>> shares() {
        return Stream.of(
                Resolutions.oneTouch(),
                Resolutions.reopened(Duration.ofDays(2)),
                Continuity.transfersWithBrief(),
                Continuity.factsPassedOn(),
                Continuity.repeatedQuestions(),
                Continuity.casesWithRepeatedQuestions(),
                Continuity.proactive(),
                Escalations.rate(),
                Escalations.rate("second"),
                Bots.toHuman(),
                Bots.failedEscapes(),
                Promises.kept(),
                Promises.renewed(),
                ProgressUpdates.within(Duration.ofHours(1), ALWAYS),
                ProgressUpdates.within(Duration.ofHours(1), OFFICE),
                ProgressUpdates.casesWithin(Duration.ofHours(4), OFFICE));
    }

    private static Stream<Metric<Case, Share>> attainment() {
        return Stream.of(POLICIES, SlaPolicies.of(GOLD, NORMAL))
                .map(policies -> SlaAttainment.metric("resolution", policies, RandomCases.AS_OF));
    }

    private static Stream<Reading<Case, Long>> counts() {
        return Stream.concat(
                Stream.of(Transfers.count(), Resolutions.touches(), Resolutions.withoutEffect()),
                Stream.of(Transfers.Kind.values()).map(Transfers::count));
    }

    private static Stream<Reading<Case, CensoredTime>> times() {
        return Stream.of(
                ResponseTimes.first(ALWAYS),
                ResponseTimes.first(OFFICE),
                ResponseTimes.toHuman(ALWAYS),
                ResponseTimes.withoutBot(ALWAYS),
                ResponseTimes.owner(ALWAYS),
                ResponseTimes.betweenUpdates(OFFICE),
                ResponseTimes.next(OFFICE),
                ResponseTimes.longestResponse(ALWAYS),
                ResponseTimes.medianResponse(ALWAYS),
                ProgressUpdates.longestGap(ALWAYS),
                ProgressUpdates.gaps(ALWAYS),
                ProgressUpdates.gaps(OFFICE),
                CaseTimes.resolution(CaseTimes.Resolution.FIRST, ALWAYS),
                CaseTimes.resolution(CaseTimes.Resolution.LAST, OFFICE),
                CaseTimes.requesterWait(ALWAYS),
                CaseTimes.agentWork(OFFICE),
                CaseTimes.waitingOnCustomer(ALWAYS),
                CaseTimes.onHold(ALWAYS),
                CaseTimes.handling(ALWAYS),
                Continuity.firstAction(ALWAYS),
                Escalations.time(ALWAYS),
                Bots.escape(ALWAYS));
    }

    @Tag(OtherJvm.TAG)
    @ParameterizedTest
    @MethodSource("metrics")
    @DisplayName("The laws of a fold hold")
    <R> void lawsHold(Metric<Case, R> metric) {
        for (int size : List.of(0, 1, 3, 60, 300)) {
            Random random = new Random(size);
            MetricLaws.hold(
                    metric,
                    Stream.generate(() -> RandomCases.next(random)).limit(size).toList(),
                    random);
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    @DisplayName("Other metrics are refused")
    @SuppressWarnings("unchecked")
    <R> void othersAreRefused(Metric<Case, R> metric) {
        metrics()
                .filter(other -> !other.definition().equals(metric.definition()))
                .forEach(other -> MetricLaws.otherConfigurationIsRefused(metric, (Metric<Case, R>) other));
    }

    @Nested
    class OfSelfService extends MetricContract<Contact, SelfService> {
        @Override
        protected Metric<Contact, SelfService> metric() {
            return SelfService.metric(Duration.ofDays(2), RandomCases.AS_OF);
        }

        @Override
        protected Contact observation(Random random) {
            Contact.Kind[] kinds = Contact.Kind.values();
            return new Contact(
                    kinds[random.nextInt(kinds.length)],
                    random.nextInt(10) == 0 ? null : CustomerId.of("c" + random.nextInt(30)),
                    Story.minute(random.nextInt(200) * 90L));
        }

        @Override
        protected List<Metric<Contact, SelfService>> otherConfigurations() {
            return List.of(
                    SelfService.metric(Duration.ofDays(3), RandomCases.AS_OF),
                    SelfService.metric(Duration.ofDays(2), RandomCases.AS_OF.plusSeconds(1)));
        }
    }

    @Nested
    class OfQualityScore extends MetricContract<Review, QualityScore> {

        private static final Rubric RUBRIC = rubric(Scale.of("solution", 1, 5));

        private static Rubric rubric(Scale solution) {
            return new Rubric(
                    "calls",
                    List.of(
                            Rubric.Item.of("greeting", Rubric.MET, 1),
                            Rubric.Item.of("solution", solution, 3),
                            Rubric.Item.critical("identity", Rubric.MET, 0)));
        }

        @Override
        protected Metric<Review, QualityScore> metric() {
            return QualityScore.metric(RUBRIC);
        }

        @Override
        protected Review observation(Random random) {
            Map<String, Answer> grades = new HashMap<>();
            for (Rubric.Item item : RUBRIC.items()) {
                Scale scale = item.scale();
                grades.put(
                        item.name(),
                        random.nextInt(4) == 0
                                ? Answer.notApplicable()
                                : scale.rate(scale.min() + random.nextInt(scale.points())));
            }
            return new Review(RUBRIC, grades);
        }

        @Override
        protected List<Metric<Review, QualityScore>> otherConfigurations() {
            return List.of(
                    QualityScore.metric(new Rubric("chats", RUBRIC.items())),
                    QualityScore.metric(rubric(Scale.of("solution", 1, 4))),
                    QualityScore.metric(rubric(RUBRIC.items().get(1).scale().lowIsBetter())),
                    QualityScore.metric(rubric(Scale.of("solution", 1, 5).withBands(1, 5))));
        }
    }
}
