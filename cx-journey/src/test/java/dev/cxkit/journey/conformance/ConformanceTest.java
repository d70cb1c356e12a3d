package dev.cxkit.journey.conformance;

import static dev.cxkit.journey.map.SampleMaps.over;
import static dev.cxkit.journey.map.SampleMaps.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.conformance.Deviation.Kind;
import dev.cxkit.journey.map.Cardinality;
import dev.cxkit.journey.map.Gate;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest extends MetricContract<Journey, ConformanceResult> {

    private static final JourneyMap MAP = JourneyMap.builder()
            .stage(
                    "look",
                    touchpoint("A"),
                    PlannedTouchpoint.builder("B")
                            .gate(Gate.within(Duration.ofSeconds(10)))
                            .build())
            .stage(Stage.of(
                            "buy",
                            PlannedTouchpoint.builder("C")
                                    .occurs(Cardinality.MANY)
                                    .channels(Channel.of("web"), Channel.IN_APP)
                                    .build(),
                            PlannedTouchpoint.builder("D")
                                    .gate(Gate.within(Duration.ofSeconds(5), "C"))
                                    .build())
                    .withLimit(Duration.ofSeconds(20)))
            .stage("use", touchpoint("E", "0..1"))
            .loop("use", "buy", "repurchase")
            .build();
    private static final Conformance CONFORMANCE = Conformance.of(MAP);

    @Override
    protected Metric<Journey, ConformanceResult> metric() {
        return CONFORMANCE;
    }

    @Override
    protected Journey observation(Random random) {
        Journey journey = SampleTouchpoints.random(random);
        return random.nextBoolean() ? journey : over("d" + random.nextInt(50), "A@0 B@1 C@2 D@" + random.nextInt(40));
    }

    @Override
    protected List<Metric<Journey, ConformanceResult>> otherConfigurations() {
        Stage shorter = MAP.stages().get(1).withLimit(Duration.ofSeconds(19));
        Stage otherChannels = Stage.of(
                "look",
                touchpoint("A"),
                PlannedTouchpoint.builder("B").channels(Channel.IN_APP).build());
        return List.of(
                CONFORMANCE.withOpenAsPrefix(),
                CONFORMANCE.withExamples(6),
                Conformance.of(MAP.withStage(shorter)),
                Conformance.of(MAP.withStage(otherChannels)),
                Conformance.of(MAP.toBuilder().loop("use", "use", "again").build()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A@0 B@10 C@11 D@16 E@31                 |
                    A@0 B@10.001 C@11 D@16                  | TOO_LATE B
                    A@0 B@1 C@10 C@13 D@15.5                | TOO_LATE D
                    A@0 B@1 C@10 D@15 E@16 C@20 D@26        | TOO_LATE D
                    A@0 B@1 C@10 D@15 E@30.001              | STAGE_TOO_LONG buy
                    A@0 B@1 C@10 D@15 x@30.001              | EXTRA x, STAGE_TOO_LONG buy
                    A@0 B@1 C@10#unknown D@15               |
                    A@0 B@1 C@10#shop C@11#in-app D@15      | WRONG_CHANNEL C
                    B@1 C@10 C@10 D@15                      | SKIPPED A
                    A@0 B@1 C@2 D@3 D@4 B@15                | EXTRA B, EXTRA D
                    C@0#shop C@0#shop A@1 B@2 D@3           | EXTRA C, OUT_OF_ORDER C, WRONG_CHANNEL C, WRONG_CHANNEL C
                    """)
    void eachDepartureIsNamed(String text, String deviations) {
        String found = CONFORMANCE.deviations(over("c", text)).stream()
                .map(deviation -> deviation.kind() + " " + deviation.name())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        assertThat(found).isEqualTo(deviations == null ? "" : deviations);
    }

    @Test
    void journeysAreCountedWithTheirDeviationsAndExamples() {
        ConformanceResult result = CONFORMANCE.over(List.of(
                over("fits", "A@0 B@1 C@2 D@3"),
                over("skips", "A@0 B@1 D@3"),
                over("skips twice", "B@1 D@3"),
                over("adds", "A@0 x@1 B@2 C@3 x@4 x@5 D@6")));
        assertThat(result.journeys()).isEqualTo(4);
        assertThat(result.open()).isZero();
        assertThat(result.fits()).isEqualTo(Proportion.of(1, 4));
        assertThat(result.cost()).isEqualTo(0 + 1 + 2 + 3);
        assertThat(result.worstCost()).isEqualTo(8 + 7 + 6 + 11);
        assertThat(result.fitness().orElseThrow()).isCloseTo(1 - 6 / 32.0, within(1e-15));
        assertThat(result.journeyFitness()).isEqualTo(Moments.of(1, 1 - 1 / 7.0, 1 - 2 / 6.0, 1 - 3 / 11.0));
        assertThat(result.deviations(Kind.SKIPPED))
                .extracting(count -> count.deviation().name(), DeviationCount::times, DeviationCount::journeys)
                .containsExactly(tuple("C", 2L, 2L), tuple("A", 1L, 1L));
        assertThat(result.deviations(Kind.SKIPPED).get(0).examples()).containsExactlyInAnyOrder("skips", "skips twice");
        assertThat(result.deviations(Kind.EXTRA))
                .containsExactly(new DeviationCount(new Deviation(Kind.EXTRA, "x"), 3, 1, List.of("adds")));
        assertThat(result.deviations()).hasSize(3);
    }

    @Test
    void anOpenJourneyIsHeldAgainstWholeRunsUnlessAskedOtherwise() {
        Journey open = SampleTouchpoints.journey("c", "A@0 x@1 B@2");
        assertThat(CONFORMANCE.align(open).skipped()).containsExactly("C", "D");
        Alignment soFar = CONFORMANCE.withOpenAsPrefix().align(open);
        assertThat(soFar.skipped()).isEmpty();
        assertThat(soFar.fitness()).isCloseTo(2 / 3.0, within(1e-15));
        Journey over = over("c", "A@0 x@1 B@2");
        assertThat(CONFORMANCE.withOpenAsPrefix().align(over)).isEqualTo(CONFORMANCE.align(over));
        assertThat(CONFORMANCE.withOpenAsPrefix().over(List.of(open, over)).open())
                .isEqualTo(1);
    }

    @Test
    void nothingIsNoFitness() {
        ConformanceResult result = CONFORMANCE.over(List.of());
        assertThat(result.fitness()).isEmpty();
        assertThat(result.fits().share()).isEmpty();
        assertThat(result.journeyFitness().mean()).isEmpty();
        assertThat(result.deviations()).isEmpty();
    }

    @Test
    void whatIsForgottenAndWhatIsTooLongToRememberIsAlignedAgain() {
        StringBuilder text = new StringBuilder("A@0 B@1");
        IntStream.range(0, 300).forEach(i -> text.append(" C@2"));
        Journey journey = over("long", text + " D@3");
        ConformanceResult result = CONFORMANCE.over(List.of(journey, journey));
        assertThat(result.fitting()).isEqualTo(2);
        List<Journey> many = IntStream.range(0, 5000)
                .mapToObj(i -> SampleTouchpoints.journey("c", "A@0 B@1 C@2 D@3 x" + i + "@4"))
                .toList();
        assertThat(CONFORMANCE.over(many).cost()).isEqualTo(5000);
    }

    @Test
    void badCountsAndNumbersAreRefused() {
        assertThatThrownBy(() -> CONFORMANCE.withExamples(0)).hasMessage("examples 0 are outside 1..1000");
        assertThatThrownBy(() -> new DeviationCount(new Deviation(Kind.EXTRA, "x"), 1, 2, List.of()))
                .hasMessage("1 times in 2 journeys; allowed is 1 <= journeys <= times");
        assertThatThrownBy(() -> new ConformanceResult(1, 2, 0, 0, 0, Moments.of(), List.of()))
                .hasMessage("open 2 is outside 0..1");
    }
}
