package dev.cxkit.journey.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** States, definitions, values held and steps in any order, worked out by hand. */
class FunnelBordersTest {

    private static Optional<String> channel(Touchpoint touchpoint) {
        return Optional.of(touchpoint.channel().name());
    }

    static Stream<Funnel> funnels() {
        return Stream.of(
                Funnel.of("A", "B", "C"),
                Funnel.builder("A", "B", "C")
                        .mode(FunnelMode.UNORDERED)
                        .window(Duration.ofSeconds(20))
                        .asOf(Instant.parse("2026-01-05T00:01:00Z"))
                        .build(),
                Funnel.builder(List.of(
                                FunnelStep.of("A"),
                                FunnelStep.of("B").optional(),
                                FunnelStep.of("C").within(Duration.ofSeconds(9))))
                        .entry(EntryRule.TOTALS)
                        .asOf(Instant.parse("2026-01-05T00:01:00Z"))
                        .excluding(FunnelExclusion.of("D"))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("funnels")
    void theStateKeepsTheLaws(Funnel funnel) {
        Random random = new Random(11);
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder("A@0");
            for (int j = random.nextInt(8); j > 0; j--) {
                text.append(' ')
                        .append("ABCD".charAt(random.nextInt(4)))
                        .append('@')
                        .append(random.nextInt(40));
            }
            journeys.add(SampleTouchpoints.journey("c" + i, text.toString()));
        }
        MetricLaws.hold(funnel, journeys, random);
    }

    @Test
    void aFunnelSaysAllItsRules() {
        Funnel funnel = Funnel.builder("A", "B")
                .window(Duration.ofDays(1))
                .excluding(new FunnelExclusion("D", 1, FunnelExclusion.Effect.EXCLUDE_JOURNEY))
                .holding("order", FunnelBordersTest::channel)
                .build();
        assertThat(funnel.definition()).contains("A", "B", "PT24H", "D", "order", "best value", "ordered");
        assertThat(funnel).hasToString(funnel.definition());
        assertThat(FunnelStep.of("A").optional().toString()).contains("A", "optional");
        assertThat(FunnelStep.of("A").toString()).contains("A", "required");
        assertThat(FunnelExclusion.of("D").toString()).contains("D", "0", "stop");
        assertThat(Funnel.of("A", "B").definition())
                .isNotEqualTo(Funnel.builder("A", "B")
                        .excluding(FunnelExclusion.of("D"))
                        .build()
                        .definition());
    }

    @Test
    void whatMakesNoFunnelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FunnelExclusion("D", -1, FunnelExclusion.Effect.STOP))
                .withMessage("after -1 is negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.builder("A", "B").holding(" ", FunnelBordersTest::channel))
                .withMessage("name of the held value is blank");
        Duration longest = Duration.ofNanos(Long.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.builder("A", "B").window(longest));
        assertThatIllegalArgumentException().isThrownBy(() -> FunnelStep.of("A").within(longest));
        assertThat(Funnel.builder("A", "B")
                        .window(longest.minusNanos(1))
                        .build()
                        .definition())
                .contains("PT");
        assertThat(FunnelStep.of("A").within(Duration.ZERO).limit()).isZero();
    }

    /** Entered 3, of whom one converted, one is open at A and one dropped off at B: closed only, 2 entered, 2 reached B, 1 C. */
    @Test
    void ratesOfTheClosedLeaveOutTheOpen() {
        Conversion conversion = Funnel.builder("A", "B", "C")
                .window(Duration.ofSeconds(100))
                .asOf(Instant.parse("2026-01-05T00:05:00Z"))
                .build()
                .over(List.of(
                        SampleTouchpoints.journey("one", "A@0 B@1 C@2"),
                        SampleTouchpoints.journey("two", "A@0 B@1"),
                        SampleTouchpoints.journey("open", "A@290")));
        assertThat(conversion.open()).isEqualTo(1);
        assertThat(conversion.stepRate(2)).isEqualTo(Proportion.of(2, 3));
        assertThat(conversion.stepRateClosedOnly(2)).isEqualTo(Proportion.of(2, 2));
        assertThat(conversion.stepRateClosedOnly(3)).isEqualTo(Proportion.of(1, 2));
        assertThat(conversion.conversionRateClosedOnly()).isEqualTo(Proportion.of(1, 2));
    }

    /** Of two values that come equally far the attempt that begins first counts, whichever value is looked at first. */
    @ParameterizedTest
    @CsvSource({
        "A@0#b A@1#a B@2#b B@3#a, 0;2",
        "A@0#a A@1#b B@2#b B@3#a, 0;3",
        "A@0#a A@1#b B@2#b, 1;2",
        "A@0#b A@1#a B@2#a, 1;2",
        "A@0#a B@1#b, 0",
        "A@0#b A@1#a, 0"
    })
    void theBestValueIsTheDeepestAndThenTheFirst(String text, String places) {
        Funnel funnel = Funnel.builder("A", "B")
                .holding("channel", FunnelBordersTest::channel)
                .build();
        List<Attempt> attempts = funnel.attempts(SampleTouchpoints.journey("c", text));
        assertThat(attempts).hasSize(1);
        assertThat(attempts.get(0).touchpoints())
                .isEqualTo(
                        Stream.of(places.split(";", -1)).map(Integer::valueOf).toList());
    }

    @Test
    void eachValueCountsForItselfIfAsked() {
        Funnel funnel = Funnel.builder("A", "B")
                .holdingEach("channel", FunnelBordersTest::channel)
                .build();
        Conversion conversion =
                funnel.over(List.of(SampleTouchpoints.journey("c", "A@0#a A@1#b B@2#b A@3#c B@4#c B@5#d")));
        assertThat(conversion.entered()).isEqualTo(3);
        assertThat(conversion.converted()).isEqualTo(2);
        assertThat(conversion.journeys()).isEqualTo(1);
    }

    /** In any order, within ten seconds of the first: how far, and which touchpoints served, in the order of the steps' finding. */
    @ParameterizedTest
    @CsvSource({
        "C@0 B@1 A@2, 0;1;2, CONVERTED",
        "x@0 C@1 x@2 A@3 x@4 B@11, 1;3;5, CONVERTED",
        "C@0 A@3 B@10.001, 0;1, DROPPED_OFF",
        "C@0 C@8 A@9 B@12, 1;2;3, CONVERTED",
        "B@0 A@1 x@2 A@20 B@21 C@22, 3;4;5, CONVERTED",
        "A@0 A@1 A@2, 0, DROPPED_OFF",
        "B@0 A@1 B@30 C@31, 0;1, DROPPED_OFF"
    })
    void stepsInAnyOrderAreServedWithinTheWindow(String text, String places, Attempt.Outcome outcome) {
        Funnel funnel = Funnel.builder("A", "B", "C")
                .mode(FunnelMode.UNORDERED)
                .window(Duration.ofSeconds(10))
                .asOf(Instant.parse("2026-01-06T00:00:00Z"))
                .build();
        List<Attempt> attempts = funnel.attempts(SampleTouchpoints.journey("c", text));
        assertThat(attempts).hasSize(1);
        assertThat(attempts.get(0).touchpoints())
                .isEqualTo(
                        Stream.of(places.split(";", -1)).map(Integer::valueOf).toList());
        assertThat(attempts.get(0).outcome()).isEqualTo(outcome);
    }

    @Test
    void aJourneyWithoutAStepMakesNoAttemptInAnyOrder() {
        Funnel funnel = Funnel.builder("A", "B").mode(FunnelMode.UNORDERED).build();
        assertThat(funnel.attempts(SampleTouchpoints.journey("c", "x@0 y@1"))).isEmpty();
    }

    /** A touchpoint that can serve two steps serves the one that nothing else can. */
    @Test
    void oneTouchpointServesOneStepInAnyOrder() {
        Funnel funnel = Funnel.builder(List.of(
                        FunnelStep.anyOf("A or B", "A", "B"), FunnelStep.anyOf("A only", "A"), FunnelStep.of("C")))
                .mode(FunnelMode.UNORDERED)
                .build();
        assertThat(funnel.attempts(SampleTouchpoints.journey("c", "A@0 B@1 C@2"))
                        .get(0)
                        .depth())
                .isEqualTo(3);
        assertThat(funnel.attempts(SampleTouchpoints.journey("c", "A@0 C@2"))
                        .get(0)
                        .depth())
                .isEqualTo(2);
    }

    /** Journeys with two touchpoints of one instant are counted beside the rest. */
    @Test
    void tiesAreCountedByJourney() {
        Conversion conversion = Funnel.of("A", "B")
                .over(List.of(
                        SampleTouchpoints.journey("tied", "A@0 B@1 x@1 y@1"),
                        SampleTouchpoints.journey("apart", "A@0 B@1"),
                        SampleTouchpoints.journey("first", "A@0 x@0 B@3")));
        assertThat(conversion.journeys()).isEqualTo(3);
        assertThat(conversion.tied()).isEqualTo(2);
    }
}
