package dev.cxkit.metrics.desk;

import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.Notice;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticesTest {

    private static final List<Actor.Kind> DETECTORS = List.of(Actor.Kind.values());
    private static final Schedule ALWAYS = Schedule.always();
    private static final Schedule OFFICE = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00");

    private static Notice notice(long issued, Actor.Kind by, @Nullable Instant closed, long... updates) {
        List<Instant> news = new ArrayList<>();
        for (long update : updates) {
            news.add(minute(update));
        }
        Set<CustomerId> concerns = Set.of(CustomerId.of("a"), CustomerId.of("b"), CustomerId.of("c"));
        return new Notice("n", minute(issued), by, concerns, news, closed);
    }

    private static Case openedBy(String customer, long at) {
        return opened(Actor.customer(customer), customer, at);
    }

    private static Case opened(Actor by, String customer, long at) {
        return Case.of(
                CaseId.of(customer + at),
                List.of(new WorkflowEvent.Opened(minute(at), by, CustomerId.of(customer), null, null, null)));
    }

    private static final Notice FAILURE = notice(60, Actor.Kind.AGENT, minute(300));

    @Test
    void aProblemIsDetectedByUsOrByACustomer() {
        List<Notice> notices = List.of(
                notice(1, Actor.Kind.AGENT, null),
                notice(2, Actor.Kind.BOT, null),
                notice(3, Actor.Kind.SYSTEM, null),
                notice(4, Actor.Kind.CUSTOMER, null),
                notice(5, Actor.Kind.PARTNER, null),
                notice(11, Actor.Kind.CUSTOMER, null));
        Share share = Share.metric(Notices.detectedByUs(), minute(10)).over(notices);
        assertThat(share.proportion()).isEqualTo(Proportion.of(3, 4));
        assertThat(share.excluded()).isEqualTo(Map.of("partner", 1L));
        assertThat(share.cases()).isEqualTo(new Coverage(5, 0, 0));
        assertThat(Share.metric(Notices.detectedByUs(), minute(11))
                        .over(notices)
                        .proportion())
                .as("with the one of that instant")
                .isEqualTo(Proportion.of(3, 5));
    }

    @Test
    void weWereFirstIfTheNoticeCameBeforeAnyCustomer() {
        NoticedProblem none = new NoticedProblem(FAILURE, List.of());
        NoticedProblem after = new NoticedProblem(FAILURE, List.of(openedBy("a", 90), openedBy("b", 80)));
        NoticedProblem before = new NoticedProblem(FAILURE, List.of(openedBy("a", 90), openedBy("x", 40)));
        NoticedProblem with = new NoticedProblem(FAILURE, List.of(openedBy("a", 60)));
        NoticedProblem ours = new NoticedProblem(FAILURE, List.of(opened(BOB, "a", 10)));
        NoticedProblem later = new NoticedProblem(notice(500, Actor.Kind.AGENT, null), List.of());
        List<NoticedProblem> problems = List.of(none, after, before, with, ours, later);
        Share first = Share.metric(Notices.toldFirst(), minute(400)).over(problems);
        assertThat(first.proportion()).isEqualTo(Proportion.of(3, 5));
        Notices.LeadTime lead = Notices.LeadTime.metric(minute(400)).over(problems);
        assertThat(lead.notices()).isEqualTo(new Coverage(5, 2, 0));
        assertThat(lead.signed().n()).isEqualTo(3);
        assertThat(lead.signed().sum()).as("20 before, 20 late, and 0").isEqualTo(0);
        assertThat(lead.signed().squaredDeviations()).isEqualTo(2 * 1200.0 * 1200);
        assertThat(lead.ahead().n()).isEqualTo(1);
        assertThat(lead.ahead().median()).hasValue(1200);
        assertThat(Notices.LeadTime.metric(minute(70)).over(List.of(after)).notices())
                .as("before the first case")
                .isEqualTo(new Coverage(1, 1, 0));
    }

    @Test
    void aCustomerWhoCameOnceOrOftenIsOneThatTheNoticeMet() {
        NoticedProblem problem = new NoticedProblem(
                FAILURE,
                List.of(
                        openedBy("a", 61),
                        openedBy("a", 62),
                        openedBy("b", 60),
                        openedBy("b", 100),
                        openedBy("x", 70)));
        Share over = Share.metric(Notices.prevented(), minute(300)).over(List.of(problem));
        assertThat(over.proportion()).as("c did not come, a did").isEqualTo(Proportion.of(1, 2));
        assertThat(over.excluded()).isEqualTo(Map.of("before", 1L));
        Share open = Share.metric(Notices.prevented(), minute(299)).over(List.of(problem));
        assertThat(open.proportion())
                .as("a came, but the others have had no time to stay away")
                .isEqualTo(Proportion.of(0, 0));
        assertThat(open.excluded()).isEqualTo(Map.of("before", 1L, "still", 2L));
        Share early = Share.metric(Notices.prevented(), minute(60)).over(List.of(problem));
        assertThat(early.excluded()).isEqualTo(Map.of("before", 1L, "still", 2L));
    }

    @Test
    void betweenUpdatesCustomersHearNothing() {
        Notice over = notice(0, Actor.Kind.AGENT, minute(100), 0, 30, 30, 100, 120);
        Notice open = notice(0, Actor.Kind.AGENT, null, 90, 300);
        ElapsedTime times =
                ElapsedTime.metric(Notices.betweenUpdates(ALWAYS), minute(200)).over(List.of(over, open));
        assertThat(times.n())
                .as("30, 70 and 90, and no times of 0 for news of one instant")
                .isEqualTo(3);
        assertThat(times.finished().sum()).isEqualTo(60 * 190);
        assertThat(times.distribution().max()).hasValue(90 * 60);
        assertThat(times.open()).isEqualTo(1);
        assertThat(times.curve().steps().get(3).time())
                .as("since the last news")
                .isEqualTo(110 * 60);
        assertThat(times.cases()).isEqualTo(new Coverage(2, 0, 0));
        ElapsedTime business = ElapsedTime.metric(Notices.betweenUpdates(OFFICE), minute(24 * 60))
                .over(List.of(notice(7 * 60, Actor.Kind.BOT, null)));
        assertThat(business.curve().steps().get(0).time())
                .as("from 16:00 to 17:00")
                .isEqualTo(3600);
    }

    @Test
    void whileAProblemIsNotOverItsEndIsNotLookedAt() {
        ElapsedTime times = ElapsedTime.metric(Notices.betweenUpdates(ALWAYS), minute(50))
                .over(List.of(notice(0, Actor.Kind.AGENT, minute(100), 30)));
        assertThat(times.n()).isEqualTo(1);
        assertThat(times.open()).isEqualTo(1);
    }

    @Test
    void ofNoNoticesThereIsNothing() {
        assertThat(Notices.LeadTime.metric(minute(0)).over(List.of()).signed().mean())
                .isEmpty();
        assertThat(Share.metric(Notices.prevented(), minute(0))
                        .over(List.of())
                        .proportion()
                        .share())
                .isEmpty();
        assertThat(ElapsedTime.metric(Notices.betweenUpdates(ALWAYS), minute(0))
                        .over(List.of())
                        .median())
                .isEmpty();
    }

    static Stream<Metric<NoticedProblem, ?>> metrics() {
        return Stream.of(
                Share.metric(Notices.detectedByUs(), minute(300)).on(NoticedProblem::notice),
                Share.metric(Notices.toldFirst(), minute(300)),
                Share.metric(Notices.prevented(), minute(300)),
                Notices.LeadTime.metric(minute(300)),
                ElapsedTime.metric(Notices.betweenUpdates(ALWAYS), minute(300)).on(NoticedProblem::notice),
                ElapsedTime.metric(Notices.betweenUpdates(OFFICE), minute(300)).on(NoticedProblem::notice));
    }

    @Tag(OtherJvm.TAG)
    @ParameterizedTest
    @MethodSource("metrics")
    @SuppressWarnings("unchecked")
    <R> void theLawsOfAFoldHold(Metric<NoticedProblem, R> metric) {
        for (int size : List.of(0, 1, 3, 60)) {
            Random random = new Random(size);
            MetricLaws.hold(
                    metric, Stream.generate(() -> next(random)).limit(size).toList(), random);
        }
        metrics()
                .filter(other -> !other.definition().equals(metric.definition()))
                .forEach(other -> MetricLaws.otherConfigurationIsRefused(metric, (Metric<NoticedProblem, R>) other));
    }

    private static NoticedProblem next(Random random) {
        long issued = random.nextInt(350);
        Actor.Kind by = DETECTORS.get(random.nextInt(DETECTORS.size()));
        Instant closed = random.nextBoolean() ? null : minute(issued + random.nextInt(100));
        Notice notice = notice(issued, by, closed, issued + random.nextInt(50), issued + random.nextInt(150));
        List<Case> cases = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            cases.add(openedBy("abcdef".substring(i, i + 1), random.nextInt(400)));
        }
        return new NoticedProblem(notice, cases);
    }
}
