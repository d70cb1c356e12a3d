package dev.cxkit.journey.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.flow.DirectlyFollows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where one attempt ends and another begins; all expectations follow from the rules by hand. */
class FunnelAttemptsTest {

    private static final FunnelStep A = FunnelStep.of("A");
    private static final FunnelStep B = FunnelStep.of("B");

    /** The value is written where others have the channel; web stands for none. */
    private static Optional<String> value(Touchpoint touchpoint) {
        return Optional.of(touchpoint.channel().name()).filter(name -> !name.equals("web"));
    }

    private static Conversion over(Funnel.Builder funnel, String text) {
        return funnel.build().over(List.of(SampleTouchpoints.journey("c", text)));
    }

    @Test
    void theNextOfAllAttemptsBeginsBehindAllThatTheLastOneUsed() {
        Funnel funnel = Funnel.builder("A", "B")
                .entry(EntryRule.TOTALS)
                .ties(TieOrder.ANY_ORDER)
                .build();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(funnel.over(List.of(SampleTouchpoints.journey("c", "B@0 A@0")))
                            .converted())
                    .isEqualTo(1);
            Conversion usedOnce = funnel.over(List.of(SampleTouchpoints.journey("c", "B@0 A@0 A@0")));
            assertThat(usedOnce.entered()).isEqualTo(2);
            assertThat(usedOnce.converted()).isEqualTo(1);
            assertThat(funnel.over(List.of(SampleTouchpoints.journey("c", "B@0 A@0 A@0 B@9")))
                            .converted())
                    .isEqualTo(2);
        });
    }

    @Test
    void anAttemptWhoseStepHasRunOutOfTimeMakesRoomForTheNext() {
        Funnel.Builder totals =
                Funnel.builder(List.of(A, B.within(Duration.ofSeconds(10)))).entry(EntryRule.TOTALS);
        Conversion conversion = over(totals, "A@0 A@10 A@100 B@101");
        assertThat(conversion.entered()).isEqualTo(2);
        assertThat(conversion.converted()).isEqualTo(1);
    }

    @Test
    void anAttemptWhoseStepHasRunOutOfTimeIsNotOpen() {
        List<FunnelStep> steps = List.of(A, B.within(Duration.ofSeconds(10)));
        Instant late = SampleTouchpoints.ZERO.plusSeconds(10);
        assertThat(over(Funnel.builder(steps).asOf(late), "A@0").droppedOff()).isEqualTo(1);
        assertThat(over(Funnel.builder(steps).asOf(late), "A@1").open()).isEqualTo(1);
        assertThat(over(Funnel.builder(steps).asOf(late).window(Duration.ofDays(1)), "A@0")
                        .droppedOff())
                .isEqualTo(1);
    }

    @Test
    void whatIsExcludedDoesNothingOnceTheStepHasRunOutOfTime() {
        Conversion conversion = over(
                Funnel.builder(List.of(A, B.within(Duration.ofSeconds(10))))
                        .excluding(new FunnelExclusion("X", 0, FunnelExclusion.Effect.EXCLUDE_JOURNEY)),
                "A@0 X@11");
        assertThat(conversion.excluded()).isZero();
        assertThat(conversion.entered()).isEqualTo(1);
    }

    @Test
    void optionalStepsCountOnlyUntilTheAttemptIsStopped() {
        List<FunnelStep> steps = List.of(A, FunnelStep.of("O").optional(), B);
        Conversion best = over(Funnel.builder(steps).excluding(FunnelExclusion.of("X")), "A@0 X@1 O@2");
        assertThat(best.optional()).containsEntry("O", 0L);
        Conversion totals = over(
                Funnel.builder(steps).excluding(FunnelExclusion.of("X")).entry(EntryRule.TOTALS),
                "A@0 X@1 A@10 O@11 B@12");
        assertThat(totals.entered()).isEqualTo(2);
        assertThat(totals.optional()).containsEntry("O", 1L);
    }

    @Test
    void anExclusionAtTheInstantOfAStepCountsInTheOrderOfTheJourney() {
        for (TieOrder ties : List.of(TieOrder.SEQUENCE, TieOrder.STRICT_LATER)) {
            assertThat(over(Funnel.builder("A", "B").ties(ties).excluding(FunnelExclusion.of("X")), "A@0 X@0 B@9")
                            .converted())
                    .as("after the step under " + ties)
                    .isZero();
            assertThat(over(Funnel.builder("A", "B").ties(ties).excluding(FunnelExclusion.of("X")), "X@0 A@0 B@9")
                            .converted())
                    .as("before the step under " + ties)
                    .isEqualTo(1);
        }
    }

    @Test
    void aJourneyIsDiscardedByItsBestValueThoughAnotherMayStillGoOn() {
        Conversion conversion = over(
                Funnel.builder("A", "B", "C")
                        .holding("product", FunnelAttemptsTest::value)
                        .excluding(new FunnelExclusion("X", 2, FunnelExclusion.Effect.EXCLUDE_JOURNEY)),
                "A@0#car B@1#car X@2 A@3#van");
        assertThat(conversion.excluded()).isEqualTo(1);
        assertThat(conversion.open()).isZero();
    }

    @Test
    void stepsOfAValueRightAfterEachOtherAreSoInTheWholeJourney() {
        Funnel.Builder funnel =
                Funnel.builder("A", "B").mode(FunnelMode.STRICT).holding("product", FunnelAttemptsTest::value);
        assertThat(over(funnel, "A@0#car X@1#van B@2#car").converted()).isZero();
        assertThat(over(funnel, "A@0#car X@1 B@2#car").converted()).isZero();
        assertThat(over(funnel, "X@0 A@1#car B@2#car").converted()).isEqualTo(1);
    }

    @Test
    void optionalStepsOfOneNameWouldHideEachOtherAndAreRefused() {
        FunnelStep help = FunnelStep.of("help").optional();
        assertThatThrownBy(() -> Funnel.builder(List.of(A, help, B, help, FunnelStep.of("C")))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("optional step 'help' is there twice; give one of them another name");
    }

    @Test
    void optionalStepsAreAnsweredInTheirOrder() {
        List<FunnelStep> steps = List.of(
                A,
                FunnelStep.of("z").optional(),
                FunnelStep.of("m").optional(),
                FunnelStep.of("y").optional(),
                FunnelStep.of("b").optional(),
                B);
        assertThat(over(Funnel.builder(steps), "A@0 B@1").optional().keySet()).containsExactly("z", "m", "y", "b");
    }

    @Test
    void aLimitThatNoClockCanCountIsRefused() {
        assertThatThrownBy(() -> B.within(Duration.ofDays(200_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit PT4800000H of funnel step 'B' is outside PT0S..292 years");
    }

    @Test
    void threeHundredYearsAreLongerThanAWindow() {
        Journey journey = SampleTouchpoints.journey("c", "A@-10000000000 B@0");
        Funnel week = Funnel.builder("A", "B").window(Duration.ofDays(7)).build();
        assertThat(week.over(List.of(journey)).converted()).isZero();
        assertThat(Funnel.of("A", "B")
                        .over(List.of(journey))
                        .steps()
                        .get(1)
                        .timeFromFirst()
                        .mean())
                .hasValue(1e10);
        assertThat(DirectlyFollows.metric(TimeBetween.CALENDAR)
                        .over(List.of(journey))
                        .edge("A", "B")
                        .orElseThrow()
                        .durations()
                        .orElseThrow()
                        .mean())
                .hasValue(1e10);
        assertThat(Funnel.builder("A", "B")
                        .window(Duration.ofDays(7))
                        .asOf(Instant.MAX)
                        .build()
                        .over(List.of(SampleTouchpoints.journey("c", "A@-10000000000")))
                        .droppedOff())
                .isEqualTo(1);
        assertThat(Funnel.builder("A", "B")
                        .asOf(Instant.MIN)
                        .build()
                        .over(List.of(journey))
                        .entered())
                .isEqualTo(1);
    }
}
