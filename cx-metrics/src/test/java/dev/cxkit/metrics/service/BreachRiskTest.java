package dev.cxkit.metrics.service;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreachRiskTest {

    private static final long HOUR = 60;
    private static final SlaPolicies DAY =
            SlaPolicies.of(new SlaPolicy("day", Schedule.always(), List.of(SlaTarget.resolution(Duration.ofDays(1)))));

    /** Hours to resolution and whether it came, as in the table worked out with R 4.2.2, survival 3.5.3. */
    private static List<SurvivalTime> ofR() {
        long[] hours = {2, 3, 3, 5, 8, 8, 12, 20, 24, 30, 48, 72};
        boolean[] resolved = {true, true, false, true, true, true, false, true, false, true, true, false};
        List<SurvivalTime> all = new ArrayList<>();
        for (int i = 0; i < hours.length; i++) {
            all.add(new SurvivalTime(hours[i] * 3600, resolved[i]));
        }
        return all;
    }

    private static KaplanMeier curve(int times) {
        return KaplanMeier.metric()
                .over(Collections.nCopies(times, ofR()).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static SlaClock clock(Case of, long asOf) {
        return DAY.clocks(of, "resolution", minute(asOf)).get(0);
    }

    @Test
    void theRiskIsTheShareThatWentBeyondTheTargetOfThoseThatCameAsFar() {
        // R: after 5 of 24 hours 0.6; four times the same cases change nothing in it and are 32 resolutions.
        BreachRisk risk =
                BreachRisk.of(curve(4), clock(Story.of("1").done(), 5 * HOUR)).orElseThrow();
        assertThat(risk.probability()).isCloseTo(0.6, within(1e-12));
        assertThat(risk.method()).isEqualTo(BreachRisk.Method.KAPLAN_MEIER);
        assertThat(risk.n()).isEqualTo(48);
        assertThat(risk.stopped()).isEqualTo(32);
    }

    @Test
    void ofFewItIsThatOfALogNormalCurve() {
        // R: survreg with dist = "lognormal", after 5 of 24 hours.
        BreachRisk risk =
                BreachRisk.of(curve(1), clock(Story.of("1").done(), 5 * HOUR)).orElseThrow();
        assertThat(risk.probability()).isCloseTo(0.478700344030143, within(1e-7));
        assertThat(risk.method()).isEqualTo(BreachRisk.Method.LOG_NORMAL);
        assertThat(risk.n()).isEqualTo(12);
        assertThat(risk.stopped()).isEqualTo(8);
    }

    @Test
    void thirtyAreEnough() {
        List<SurvivalTime> all = new ArrayList<>();
        for (long i = 1; i < BreachRisk.ENOUGH; i++) {
            all.add(new SurvivalTime(i * 3600, true));
        }
        SlaClock clock = clock(Story.of("1").done(), 9 * HOUR);
        assertThat(BreachRisk.of(KaplanMeier.metric().over(all), clock)
                        .orElseThrow()
                        .method())
                .isEqualTo(BreachRisk.Method.LOG_NORMAL);
        all.add(new SurvivalTime(30 * 3600, true));
        BreachRisk risk = BreachRisk.of(KaplanMeier.metric().over(all), clock).orElseThrow();
        assertThat(risk.method()).isEqualTo(BreachRisk.Method.KAPLAN_MEIER);
        assertThat(risk.probability())
                .as("6 of the 21 that took longer than 9 hours")
                .isCloseTo(6.0 / 21, within(1e-12));
    }

    @Test
    void whileTheClockStandsStillTheAgeDoes() {
        Case waits = Story.of("1").waits(5 * HOUR, WaitingOn.CUSTOMER).done();
        assertThat(BreachRisk.of(curve(4), clock(waits, 40 * HOUR))
                        .orElseThrow()
                        .probability())
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void whatIsDecidedHasNoRisk() {
        KaplanMeier like = curve(4);
        assertThat(BreachRisk.of(like, clock(Story.of("1").resolved(60).done(), 5 * HOUR)))
                .as("met")
                .isEmpty();
        assertThat(BreachRisk.of(like, clock(Story.of("1").resolved(25 * HOUR).done(), 30 * HOUR)))
                .as("breached and stopped")
                .isEmpty();
        assertThat(BreachRisk.of(like, clock(Story.of("1").merged(60).done(), 5 * HOUR)))
                .as("cancelled")
                .isEmpty();
        assertThat(BreachRisk.of(like, clock(Story.of("1").done(), 24 * HOUR + 1)))
                .contains(new BreachRisk(1, BreachRisk.Method.BREACHED, 48, 32));
    }

    @Test
    void whereNothingCanBeSaidThereIsNoRisk() {
        SlaClock clock = clock(Story.of("1").done(), 5 * HOUR);
        assertThat(BreachRisk.of(KaplanMeier.metric().over(List.of()), clock)).isEmpty();
        List<SurvivalTime> early = Collections.nCopies(40, new SurvivalTime(3600, true));
        assertThat(BreachRisk.of(KaplanMeier.metric().over(early), clock))
                .as("none came so far")
                .isEmpty();
        List<SurvivalTime> young = new ArrayList<>(early);
        young.add(new SurvivalTime(6 * 3600, false));
        assertThat(BreachRisk.of(KaplanMeier.metric().over(young), clock))
                .as("none was seen for 24 hours")
                .isEmpty();
    }

    @Test
    void theCurveIsOfTheTimeThatTheSlaTargetCounts() {
        List<Case> cases = List.of(
                Story.of("1")
                        .waits(60, WaitingOn.CUSTOMER)
                        .says(600, ANN)
                        .resolved(660)
                        .done(),
                Story.of("2").done(),
                Story.of("3").merged(30).done());
        KaplanMeier curve = BreachRisk.metric("resolution", DAY, minute(700)).over(cases);
        assertThat(curve)
                .isEqualTo(KaplanMeier.metric()
                        .over(List.of(new SurvivalTime(2 * 3600L, true), new SurvivalTime(700 * 60L, false))));
        assertThat(BreachRisk.metric("another", DAY, minute(700)).over(cases).n())
                .isZero();
    }

    @Test
    void whatWasPredictedIsHeldAgainstWhatCame() {
        List<Case> cases = List.of(
                Story.of("met").resolved(10 * HOUR).done(),
                Story.of("breached").done(),
                Story.openedBy(ANN, "undecided", 4 * HOUR).done(),
                Story.of("cancelled").merged(20 * HOUR).done(),
                Story.of("done before").resolved(2 * HOUR).done(),
                Story.openedBy(ANN, "opened later", 6 * HOUR).done());
        BreachRisk.Backtest backtest = BreachRisk.Backtest.metric(
                        curve(4), "resolution", DAY, minute(5 * HOUR), minute(27 * HOUR))
                .over(cases);
        assertThat(backtest.breached().proportion()).isEqualTo(Proportion.of(1, 2));
        assertThat(backtest.breached().excluded()).isEqualTo(Map.of("undecided", 1L));
        assertThat(backtest.breached().cases()).isEqualTo(new Coverage(5, 2, 1));
        assertThat(backtest.calibration().observed()).isEqualTo(Proportion.of(1, 2));
        assertThat(backtest.calibration().brierScore().getAsDouble())
                .as("0.6 was said of both")
                .isCloseTo((0.36 + 0.16) / 2, within(1e-12));
        KaplanMeier early = KaplanMeier.metric().over(Collections.nCopies(40, new SurvivalTime(3600, true)));
        BreachRisk.Backtest silent = BreachRisk.Backtest.metric(
                        early, "resolution", DAY, minute(300), minute(27 * HOUR))
                .over(cases);
        assertThat(silent.breached().excluded()).isEqualTo(Map.of("no prediction", 2L, "undecided", 1L));
        assertThat(silent.calibration().brierScore()).isEmpty();
    }

    @Test
    void aClockIsHeldAgainstItselfAndNotAgainstAnotherOfItsCase() {
        SlaPolicies each = SlaPolicies.of(new SlaPolicy(
                "day",
                Schedule.always(),
                List.of(SlaTarget.resolution(Duration.ofDays(1)).each())));
        Case again = Story.of("again").resolved(HOUR).reopened(2 * HOUR).done();
        BreachRisk.Backtest backtest = BreachRisk.Backtest.metric(
                        curve(4), "resolution", each, minute(7 * HOUR), minute(27 * HOUR))
                .over(List.of(again));
        assertThat(backtest.breached().proportion())
                .as("the first clock was met, the second breached")
                .isEqualTo(Proportion.of(1, 1));
        SlaPolicies replies = SlaPolicies.of(
                new SlaPolicy("day", Schedule.always(), List.of(SlaTarget.nextResponse(Duration.ofDays(1)))));
        Case atOnce = Story.of("at once")
                .says(2 * HOUR, ANN)
                .says(2 * HOUR, BOB)
                .says(2 * HOUR, ANN)
                .inSequence();
        assertThat(BreachRisk.Backtest.metric(curve(4), "next-response", replies, minute(7 * HOUR), minute(27 * HOUR))
                        .over(List.of(atOnce))
                        .breached()
                        .proportion())
                .as("both clocks began at one instant")
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void aClockThatStandsStillIsPredictedToo() {
        Case waits = Story.of("1")
                .waits(4 * HOUR, WaitingOn.CUSTOMER)
                .says(6 * HOUR, ANN)
                .resolved(9 * HOUR)
                .done();
        BreachRisk.Backtest backtest = BreachRisk.Backtest.metric(
                        curve(4), "resolution", DAY, minute(5 * HOUR), minute(27 * HOUR))
                .over(List.of(waits));
        assertThat(backtest.breached().proportion()).isEqualTo(Proportion.of(0, 1));
        assertThat(backtest.calibration().observed()).isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new BreachRisk(1.1, BreachRisk.Method.LOG_NORMAL, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability 1.1 is outside 0..1");
        assertThatThrownBy(() -> new BreachRisk(Double.NaN, BreachRisk.Method.LOG_NORMAL, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BreachRisk(1, BreachRisk.Method.LOG_NORMAL, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stopped 2 is outside 0..1");
        assertThatThrownBy(() -> BreachRisk.Backtest.metric(curve(1), "resolution", DAY, minute(1), minute(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asOf 2026-01-05T09:01:00Z is not after 2026-01-05T09:01:00Z");
    }

    /** Twelve clocks that stopped 100.123 s apart, the first at once: of the eight beyond 350 s two are beyond 1000 s. */
    @Test
    void aClockThatStoppedAtOnceLeavesNoLogarithm() {
        List<SurvivalTime> twelve = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            twelve.add(new SurvivalTime(i * 100.123, true));
        }
        SlaPolicies policies = SlaPolicies.of(
                new SlaPolicy("p", Schedule.always(), List.of(SlaTarget.resolution(Duration.ofSeconds(1000)))));
        Case open = Story.of("1").done();
        SlaClock clock = policies.clocks(open, "resolution", Story.START.plusSeconds(350))
                .get(0);
        BreachRisk risk =
                BreachRisk.of(KaplanMeier.metric().over(twelve), clock).orElseThrow();
        assertThat(risk.method()).isEqualTo(BreachRisk.Method.KAPLAN_MEIER);
        assertThat(risk.probability()).isCloseTo(2.0 / 8, within(1e-12));
    }
}
