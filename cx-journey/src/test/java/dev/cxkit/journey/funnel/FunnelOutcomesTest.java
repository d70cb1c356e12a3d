package dev.cxkit.journey.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TieOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Optional steps, and how attempts end, worked out by hand. */
class FunnelOutcomesTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final FunnelStep A = FunnelStep.of("A");
    private static final FunnelStep B = FunnelStep.of("B");
    private static final FunnelStep C = FunnelStep.of("C");

    private static FunnelStep on(String channel) {
        return FunnelStep.where(
                channel, touchpoint -> touchpoint.channel().name().equals(channel));
    }

    private static Conversion over(Funnel.Builder funnel, String text) {
        return funnel.build().over(List.of(SampleTouchpoints.journey("c", text)));
    }

    /** O, then P, each within ten seconds of what came before it, between A and B. */
    @ParameterizedTest
    @CsvSource({
        "A@0 O@10 P@20 B@30, 1, 1",
        "A@0 O@10.001 P@15 B@30, 0, 0",
        "A@0 O@5 P@15.001 B@30, 1, 0",
        "A@0 P@5 B@30, 0, 1",
        "A@0 P@5 O@6 B@30, 1, 0",
        "A@0 O@5 B@6 P@7, 1, 0",
        "O@0 A@1 P@2 B@3, 0, 1",
        "A@0 O@5 P@6, 1, 1",
        "A@0 O@11, 0, 0",
        "A@0 O@0 P@0 B@0, 1, 1"
    })
    void anOptionalStepComesInTimeBetweenItsNeighbours(String text, long o, long p) {
        Funnel.Builder funnel = Funnel.builder(List.of(
                A,
                FunnelStep.of("O").optional().within(TEN),
                FunnelStep.of("P").within(TEN).optional(),
                B));
        assertThat(over(funnel, text).optional()).containsEntry("O", o).containsEntry("P", p);
    }

    @ParameterizedTest
    @CsvSource({"A@0 O@20, 1", "A@0 O@20.001, 0", "A@0 O@20.001 B@30, 0", "A@0 A@15 O@30 B@31, 1"})
    void anOptionalStepIsWithinTheWindow(String text, long o) {
        Funnel.Builder funnel =
                Funnel.builder(List.of(A, FunnelStep.of("O").optional(), B)).window(Duration.ofSeconds(20));
        assertThat(over(funnel, text).optional()).containsEntry("O", o);
    }

    /** Steps by activity and by condition, required and optional, each of which the same touchpoint of another must not serve. */
    @Test
    void optionalStepsByConditionAndByActivityAreEachFoundWhereTheyAre() {
        Funnel.Builder funnel = Funnel.builder(List.of(
                A,
                FunnelStep.of("O").optional(),
                on("shop").optional(),
                on("desk"),
                on("mail").optional(),
                FunnelStep.anyOf("U or V", "U", "V").optional(),
                C));
        Journey all = SampleTouchpoints.journey("c", "A@0 O@1 x@2#shop x@3#desk x@4#mail V@5 C@6");
        assertThat(funnel.build().attempts(all))
                .containsExactly(new Attempt(List.of(0, 3, 6), List.of(1, 2, 4, 5), Attempt.Outcome.CONVERTED));
        Journey none = SampleTouchpoints.journey("c", "x@0#shop A@1 U@2 x@3#mail x@4#desk O@5 x@6#shop C@7 U@8");
        assertThat(funnel.build().attempts(none))
                .containsExactly(new Attempt(List.of(1, 4, 7), List.of(-1, -1, -1, -1), Attempt.Outcome.CONVERTED));
        assertThat(over(funnel, "A@0 x@1#shop x@2#desk V@3").optional())
                .containsEntry("O", 0L)
                .containsEntry("shop", 1L)
                .containsEntry("mail", 0L)
                .containsEntry("U or V", 1L);
    }

    /** All attempts, one after the other: those that may still go on are open, and no others. */
    @ParameterizedTest
    @CsvSource({
        "A@0 A@100, 60, , 120, 0, 1, 1",
        "A@0 A@100, 60, , 160, 0, 2, 0",
        "A@0 B@5 A@100, 60, , 159, 1, 0, 1",
        "A@0 A@100, , 10, 109, 0, 1, 1",
        "A@0 A@100, , 10, 110, 0, 2, 0",
        "A@0 A@100, 60, 10, 109, 0, 1, 1",
        "A@0 B@1 A@2, , , , 1, 0, 1",
        "A@0 B@1 A@2, , , 9, 1, 0, 1",
        "A@0 X@1 A@2, , , , 0, 1, 1",
        "A@0 X@1 A@2 B@3, , , , 1, 1, 0",
        "A@0 B@1 A@2 Z@3, , , , 1, 1, 0"
    })
    void ofAllAttemptsThoseThatMayStillGoOnAreOpen(
            String text, Long window, Long limit, Long asOf, long converted, long dropped, long open) {
        Funnel.Builder funnel = Funnel.builder(List.of(A, limit == null ? B : B.within(Duration.ofSeconds(limit))))
                .entry(EntryRule.TOTALS)
                .excluding(FunnelExclusion.of("X"));
        if (window != null) {
            funnel.window(Duration.ofSeconds(window));
        }
        if (asOf != null) {
            funnel.asOf(SampleTouchpoints.ZERO.plusSeconds(asOf));
        }
        Conversion conversion = funnel.build()
                .over(JourneyAssembler.byCustomer()
                        .closedBy(touchpoint -> touchpoint.type().name().equals("Z"))
                        .assemble(SampleTouchpoints.of("c", text)));
        assertThat(List.of(conversion.converted(), conversion.droppedOff(), conversion.open()))
                .containsExactly(converted, dropped, open);
        assertThat(conversion.steps().get(0).reachedOpen()).isEqualTo(open);
        assertThat(conversion.steps().get(1).reachedOpen()).isZero();
        assertThat(conversion.entered()).isEqualTo(converted + dropped + open);
    }

    static Stream<Arguments> refused() {
        FunnelStep optional = FunnelStep.of("O").optional();
        Funnel.Builder many = Funnel.builder(Stream.generate(() -> A).limit(33).toList());
        return Stream.of(
                Arguments.of(many, "33 steps are outside 1..32"),
                Arguments.of(Funnel.builder(List.of(optional, B)), "the first and the last step cannot be optional"),
                Arguments.of(Funnel.builder(List.of(A, optional)), "the first and the last step cannot be optional"),
                Arguments.of(
                        Funnel.builder(List.of(A, optional, B)).mode(FunnelMode.STRICT),
                        "optional steps need the mode ORDERED"),
                Arguments.of(
                        Funnel.builder(List.of(A, optional, B)).mode(FunnelMode.UNORDERED),
                        "optional steps need the mode ORDERED"),
                Arguments.of(
                        Funnel.builder(List.of(A, B.within(TEN))).mode(FunnelMode.UNORDERED),
                        "the mode UNORDERED allows no limit of a step"),
                Arguments.of(
                        Funnel.builder("A", "B").mode(FunnelMode.STRICT).ties(TieOrder.ANY_ORDER),
                        "the mode STRICT does not allow the ties ANY_ORDER"),
                Arguments.of(
                        Funnel.builder("A", "B").mode(FunnelMode.UNORDERED).entry(EntryRule.FIRST),
                        "the mode UNORDERED needs the entry rule BEST"),
                Arguments.of(
                        Funnel.builder("A", "B").mode(FunnelMode.STRICT).excluding(FunnelExclusion.of("X")),
                        "exclusions need the mode ORDERED"),
                Arguments.of(
                        Funnel.builder("A", "B").mode(FunnelMode.UNORDERED).excluding(FunnelExclusion.of("X")),
                        "exclusions need the mode ORDERED"),
                Arguments.of(
                        Funnel.builder("A", "B").excluding(new FunnelExclusion("X", 2, FunnelExclusion.Effect.STOP)),
                        "exclusion after step 2 is outside 0..1"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void rulesThatExcludeEachOtherAreRefused(Funnel.Builder builder, String message) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
    }

    /** What is just allowed: the most steps, a limit in the mode STRICT, an exclusion behind the last step but one. */
    @Test
    void whatIsJustWithinTheRulesIsAllowed() {
        Funnel most =
                Funnel.builder(Stream.generate(() -> A).limit(32).toList()).build();
        Journey journey = SampleTouchpoints.journey("c", "A@0 ".repeat(32));
        assertThat(most.over(List.of(journey)).converted()).isEqualTo(1);
        assertThat(over(Funnel.builder(List.of(A, B.within(TEN))).mode(FunnelMode.STRICT), "A@0 B@10")
                        .converted())
                .isEqualTo(1);
        assertThat(over(Funnel.builder(List.of(A, B.within(TEN))).mode(FunnelMode.STRICT), "A@0 B@10.001")
                        .converted())
                .isZero();
        assertThat(over(
                                Funnel.builder("A", "B")
                                        .excluding(new FunnelExclusion("X", 1, FunnelExclusion.Effect.STOP)),
                                "A@0 X@1 B@2")
                        .converted())
                .isZero();
    }
}
