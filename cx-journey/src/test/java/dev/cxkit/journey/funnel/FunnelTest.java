package dev.cxkit.journey.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Tries every choice of touchpoints for the steps. */
    private static int deepest(Journey journey, List<String> steps, long window, FunnelMode mode, TieOrder ties) {
        int best = 0;
        for (int start = 0; start < journey.size(); start++) {
            if (mode == FunnelMode.UNORDERED) {
                best = Math.max(best, unordered(journey, steps, window, start, 0, new ArrayList<>()));
            } else if (journey.activity(start).equals(steps.get(0))) {
                List<Integer> used = new ArrayList<>(List.of(start));
                best = Math.max(best, ordered(journey, steps, window, mode, ties, used));
            }
        }
        return best;
    }

    private static int ordered(
            Journey journey, List<String> steps, long window, FunnelMode mode, TieOrder ties, List<Integer> used) {
        int step = used.size();
        if (step == steps.size()) {
            return step;
        }
        int best = step;
        int last = used.get(step - 1);
        for (int i = 0; i < journey.size(); i++) {
            long wait = journey.nanos(i) - journey.nanos(last);
            boolean follows = switch (ties) {
                case SEQUENCE -> i > last;
                case STRICT_LATER -> wait > 0;
                case ANY_ORDER -> wait >= 0;
            };
            boolean inTime = journey.nanos(i) - journey.nanos(used.get(0)) <= window;
            boolean right = mode != FunnelMode.STRICT || i == last + 1;
            if (follows
                    && inTime
                    && right
                    && !used.contains(i)
                    && journey.activity(i).equals(steps.get(step))) {
                used.add(i);
                int depth = ordered(journey, steps, window, mode, ties, used);
                used.remove(used.size() - 1);
                best = Math.max(best, depth);
            }
        }
        return best;
    }

    private static int unordered(
            Journey journey, List<String> steps, long window, int start, int step, List<Integer> used) {
        if (step == steps.size()) {
            return used.size();
        }
        int best = unordered(journey, steps, window, start, step + 1, used);
        for (int i = start; i < journey.size(); i++) {
            boolean inTime = journey.nanos(i) - journey.nanos(start) <= window;
            if (inTime && !used.contains(i) && journey.activity(i).equals(steps.get(step))) {
                used.add(i);
                best = Math.max(best, unordered(journey, steps, window, start, step + 1, used));
                used.remove(used.size() - 1);
            }
        }
        return best;
    }

    @Property(tries = 300)
    void theDepthIsThatOfTryingEverything(@ForAll Random random) {
        Journey journey = SampleTouchpoints.random(random);
        List<String> steps = List.of("A", "B", random.nextBoolean() ? "A" : "C");
        Duration window = Duration.ofSeconds(random.nextBoolean() ? 100_000 : random.nextInt(4000));
        for (FunnelMode mode : FunnelMode.values()) {
            for (TieOrder ties : TieOrder.values()) {
                if (mode == FunnelMode.ORDERED || ties == TieOrder.SEQUENCE) {
                    List<Attempt> attempts = Funnel.builder(steps.toArray(String[]::new))
                            .mode(mode)
                            .ties(ties)
                            .window(window)
                            .build()
                            .attempts(journey);
                    int depth = attempts.isEmpty() ? 0 : attempts.get(0).depth();
                    assertThat(depth)
                            .as(mode + " " + ties + " " + window + " " + journey.activities())
                            .isEqualTo(deepest(journey, steps, window.toNanos(), mode, ties));
                }
            }
        }
    }

    private static long reached(Funnel.Builder funnel, List<Journey> journeys, int step) {
        return funnel.build().over(journeys).steps().get(step).reached();
    }

    @Property(tries = 100)
    void looserRulesNeverLetFewerThrough(@ForAll Random random) {
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            journeys.add(SampleTouchpoints.random(random));
        }
        Duration narrow = Duration.ofSeconds(random.nextInt(3000));
        Duration wide = narrow.plusSeconds(random.nextInt(3000));
        String[] steps = {"A", "B", "C"};
        for (int step = 0; step < 3; step++) {
            long best = reached(Funnel.builder(steps).window(narrow), journeys, step);
            assertThat(reached(Funnel.builder(steps).window(wide), journeys, step))
                    .isGreaterThanOrEqualTo(best);
            assertThat(reached(Funnel.builder(steps).window(narrow).entry(EntryRule.FIRST), journeys, step))
                    .isLessThanOrEqualTo(best);
            assertThat(reached(Funnel.builder(steps).window(narrow).ties(TieOrder.ANY_ORDER), journeys, step))
                    .isGreaterThanOrEqualTo(best);
            assertThat(reached(Funnel.builder(steps).window(narrow).ties(TieOrder.STRICT_LATER), journeys, step))
                    .isLessThanOrEqualTo(best);
            assertThat(reached(Funnel.builder(steps).window(narrow).mode(FunnelMode.UNORDERED), journeys, step))
                    .isGreaterThanOrEqualTo(best);
            assertThat(reached(Funnel.builder(steps).window(narrow).mode(FunnelMode.STRICT), journeys, step))
                    .isLessThanOrEqualTo(best);
        }
        Conversion all = Funnel.builder(steps).window(narrow).build().over(journeys);
        assertThat(all.converted() + all.droppedOff() + all.open() + all.excluded())
                .isEqualTo(all.entered());
    }

    @Test
    void longJourneysAreReadAsShortOnesAre() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append((char) ('A' + random.nextInt(3)))
                    .append('@')
                    .append(i * 10)
                    .append(' ');
        }
        Journey journey = SampleTouchpoints.journey("c", text.toString());
        for (int seconds = 0; seconds < 60; seconds += 5) {
            Funnel funnel = Funnel.builder("A", "B", "C", "A")
                    .window(Duration.ofSeconds(seconds))
                    .build();
            assertThat(funnel.attempts(journey).get(0).depth())
                    .isEqualTo(deepest(
                            journey,
                            List.of("A", "B", "C", "A"),
                            seconds * 1_000_000_000L,
                            FunnelMode.ORDERED,
                            TieOrder.SEQUENCE));
        }
    }

    @Test
    void aJourneyOfAHundredThousandTouchpointsIsReadInOneGo() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("A@").append(i / 3).append(' ');
        }
        Journey journey = SampleTouchpoints.journey("c", text.toString());
        for (TieOrder ties : TieOrder.values()) {
            Conversion conversion = Funnel.builder("A", "A", "B")
                    .ties(ties)
                    .window(Duration.ofDays(2))
                    .build()
                    .over(List.of(journey));
            assertThat(conversion.steps().get(1).reached()).isEqualTo(1);
            assertThat(conversion.steps().get(2).reached()).isZero();
        }
    }

    @Test
    void whatMayStillComeIsOpenAndWhatIsOverIsDropped() {
        List<Journey> journeys = JourneyAssembler.byCustomer()
                .closedBy(touchpoint -> touchpoint.type().name().equals("X"))
                .assemble(SampleTouchpoints.of("ann", "A@0"));
        Funnel.Builder funnel = Funnel.builder("A", "B").window(MINUTE);
        assertThat(funnel.build().over(journeys).open()).isEqualTo(1);
        assertThat(funnel.asOf(SampleTouchpoints.ZERO.plusSeconds(59))
                        .build()
                        .over(journeys)
                        .open())
                .isEqualTo(1);
        Conversion over =
                funnel.asOf(SampleTouchpoints.ZERO.plusSeconds(60)).build().over(journeys);
        assertThat(over.droppedOff()).isEqualTo(1);
        List<Journey> closed = JourneyAssembler.byCustomer()
                .closedBy(touchpoint -> touchpoint.type().name().equals("X"))
                .assemble(SampleTouchpoints.of("ann", "A@0 X@5"));
        assertThat(Funnel.of("A", "B").over(closed).droppedOff()).isEqualTo(1);
    }

    @Test
    void ratesHaveTheirDenominatorsWithAndWithoutWhatIsOpen() {
        List<Journey> journeys = List.of(
                SampleTouchpoints.journey("a", "A@0 B@10 C@40"),
                SampleTouchpoints.journey("b", "A@0 B@20"),
                SampleTouchpoints.journey("c", "A@100"),
                SampleTouchpoints.journey("d", "B@0"));
        Conversion conversion = Funnel.builder("A", "B", "C")
                .window(MINUTE)
                .asOf(SampleTouchpoints.ZERO.plusSeconds(120))
                .build()
                .over(journeys);
        assertThat(conversion.entered()).isEqualTo(3);
        assertThat(conversion.conversionRate()).isEqualTo(new Proportion(1, 3));
        assertThat(conversion.conversionRateClosedOnly()).isEqualTo(new Proportion(1, 2));
        assertThat(conversion.stepRate(2)).isEqualTo(new Proportion(2, 3));
        assertThat(conversion.stepRateClosedOnly(2)).isEqualTo(new Proportion(2, 2));
        assertThat(conversion.stepRate(3)).isEqualTo(new Proportion(1, 2));
        assertThat(conversion.steps().get(1).timeFromFirst().mean()).hasValue(15);
        assertThat(conversion.steps().get(2).timeFromPrevious().median()).hasValue(30);
        assertThat(conversion.journeys()).isEqualTo(4);
        assertThatThrownBy(() -> conversion.stepRate(1)).hasMessage("step 0 is outside 2..3");
    }

    @Test
    void optionalStepsAreCountedApart() {
        Conversion conversion = Funnel.builder(
                        List.of(FunnelStep.of("A"), FunnelStep.of("O").optional(), FunnelStep.of("B")))
                .build()
                .over(List.of(
                        SampleTouchpoints.journey("a", "A@0 O@5 B@10"),
                        SampleTouchpoints.journey("b", "A@0 B@10 O@20"),
                        SampleTouchpoints.journey("c", "A@0 O@5")));
        assertThat(conversion.optional()).isEqualTo(Map.of("O", 2L));
        assertThat(conversion.steps()).extracting(Conversion.Step::reached).containsExactly(3L, 2L);
    }

    @Test
    void aStepMayHaveALimitOfItsOwn() {
        Funnel funnel = Funnel.builder(
                        List.of(FunnelStep.of("A"), FunnelStep.of("B").within(Duration.ofSeconds(10))))
                .build();
        assertThat(funnel.over(List.of(SampleTouchpoints.journey("a", "A@0 B@10")))
                        .converted())
                .isEqualTo(1);
        assertThat(funnel.over(List.of(SampleTouchpoints.journey("a", "A@0 B@11")))
                        .converted())
                .isZero();
    }

    @Test
    void timesCountFromTheFirstOrTheLatestEntry() {
        Journey journey = SampleTouchpoints.journey("a", "A@0 A@8 B@10");
        assertThat(Funnel.of("A", "B")
                        .over(List.of(journey))
                        .steps()
                        .get(1)
                        .timeFromFirst()
                        .mean())
                .hasValue(10);
        assertThat(Funnel.builder("A", "B")
                        .timedFromLatestEntry()
                        .build()
                        .over(List.of(journey))
                        .steps()
                        .get(1)
                        .timeFromFirst()
                        .mean())
                .hasValue(2);
    }

    @Test
    void touchpointsCloseTogetherMayComeInAnyOrder() {
        Journey journey = SampleTouchpoints.journey("a", "B@0 A@2 C@10");
        Funnel.Builder funnel = Funnel.builder("A", "B", "C");
        assertThat(funnel.anyOrderWithin(Duration.ofSeconds(2))
                        .build()
                        .over(List.of(journey))
                        .converted())
                .isEqualTo(1);
        assertThat(funnel.anyOrderWithin(Duration.ofSeconds(1))
                        .build()
                        .over(List.of(journey))
                        .converted())
                .isZero();
    }

    @Test
    void journeysAreBrokenDownByWhatAStepWas() {
        Funnel funnel = Funnel.of("A", "B");
        Segments<Channel, Conversion> byEntry = funnel.by(
                        funnel.valueAt(1, touchpoint -> touchpoint.channel(), Channel.of("none")))
                .over(List.of(
                        SampleTouchpoints.journey("a", "A@0#web B@1#shop"),
                        SampleTouchpoints.journey("b", "A@0#shop"),
                        SampleTouchpoints.journey("c", "X@0#shop")));
        assertThat(byEntry.each().keySet()).extracting(Channel::name).containsExactly("none", "shop", "web");
        assertThat(byEntry.each().values()).extracting(Conversion::converted).containsExactly(0L, 0L, 1L);
        assertThat(funnel.valueAt(0, touchpoint -> touchpoint.channel().name(), "none")
                        .apply(SampleTouchpoints.journey("a", "A@0#web B@1#shop")))
                .isEqualTo("shop");
        assertThatThrownBy(() -> funnel.valueAt(3, touchpoint -> "x", "none")).hasMessage("step 3 is outside 0..2");
    }

    @Test
    void stepsMayBeConditionsOnTouchpoints() {
        Funnel funnel = Funnel.builder(List.of(
                        FunnelStep.where(
                                "web", touchpoint -> touchpoint.channel().name().equals("web")),
                        FunnelStep.where(
                                "shop",
                                touchpoint -> touchpoint.channel().name().equals("shop"))))
                .build();
        assertThat(funnel.over(List.of(SampleTouchpoints.journey("a", "A@0#web A@1#shop")))
                        .converted())
                .isEqualTo(1);
    }

    @Test
    void rulesThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() -> Funnel.of(new String[0])).hasMessage("0 steps are outside 1..32");
        assertThatThrownBy(() ->
                        Funnel.builder(List.of(FunnelStep.of("A").optional())).build())
                .hasMessage("the first and the last step cannot be optional");
        assertThatThrownBy(() -> Funnel.builder("A", "B")
                        .mode(FunnelMode.STRICT)
                        .ties(TieOrder.ANY_ORDER)
                        .build())
                .hasMessage("the mode STRICT does not allow the ties ANY_ORDER");
        assertThatThrownBy(() -> Funnel.builder("A", "B")
                        .mode(FunnelMode.UNORDERED)
                        .entry(EntryRule.TOTALS)
                        .build())
                .hasMessage("the mode UNORDERED needs the entry rule BEST");
        assertThatThrownBy(() -> Funnel.builder("A", "B")
                        .excluding(new FunnelExclusion("X", 2, FunnelExclusion.Effect.STOP))
                        .build())
                .hasMessage("exclusion after step 2 is outside 0..1");
        assertThatThrownBy(() -> Funnel.builder("A", "B").window(Duration.ofSeconds(-1)))
                .hasMessage("window PT-1S is outside PT0S..292 years");
        assertThatThrownBy(() -> FunnelStep.of(" ")).hasMessage("name of funnel step is blank");
    }
}
