package dev.cxkit.journey.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.stages.JourneyRetention;
import dev.cxkit.metrics.purchase.RetentionTable;
import dev.cxkit.metrics.stats.Correction;
import dev.cxkit.metrics.stats.Proportion;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static List<Journey> journeys(String... texts) {
        return Arrays.stream(texts)
                .map(text -> SampleTouchpoints.journey("c", text))
                .toList();
    }

    private static Durations seconds(double... values) {
        return Durations.exactMetric()
                .over(Arrays.stream(values)
                        .mapToObj(value -> Math.round(1000 * value))
                        .toList());
    }

    /** Newcombe (1998), table II, contrast (a): 56/70 less 48/80, interval 0.0524 to 0.3339 by method 10. */
    @Test
    void aDifferenceOfSharesIsThatOfNewcombe() {
        var change = Comparison.ofProportions(Map.of("x", Proportion.of(48, 80)), Map.of("x", Proportion.of(56, 70)))
                .get("x")
                .orElseThrow();
        Comparison.TestResult tested = change.test().orElseThrow();
        assertThat(tested.difference().value()).isCloseTo(0.2, within(1e-12));
        assertThat(tested.difference().low()).isCloseTo(0.0524, within(5e-5));
        assertThat(tested.difference().high()).isCloseTo(0.3339, within(5e-5));
        assertThat(tested.adjustedPValue())
                .as("a single test")
                .isEqualTo(tested.difference().pValue());
    }

    @Test
    void pIsAdjustedForAllThatWereTested() {
        Map<String, Proportion> before = new LinkedHashMap<>();
        Map<String, Proportion> after = new LinkedHashMap<>();
        before.put("same", Proportion.of(50, 100));
        after.put("same", Proportion.of(50, 100));
        before.put("far", Proportion.of(20, 100));
        after.put("far", Proportion.of(60, 100));
        before.put("near", Proportion.of(40, 100));
        after.put("near", Proportion.of(55, 100));
        before.put("gone", Proportion.of(1, 100));
        after.put("come", Proportion.of(1, 100));
        after.put("nothing", Proportion.of(0, 0));
        before.put("nothing", Proportion.of(0, 0));
        var holm = Comparison.ofProportions(before, after);
        assertThat(holm.changes()).containsOnlyKeys("same", "far", "near", "gone", "nothing", "come");
        assertThat(holm.changes().keySet()).endsWith("come");
        assertThat(holm.get("gone").orElseThrow().test()).isEmpty();
        assertThat(holm.get("gone").orElseThrow().before()).isPresent();
        assertThat(holm.get("gone").orElseThrow().after()).isEmpty();
        assertThat(holm.get("come").orElseThrow().before()).isEmpty();
        assertThat(holm.get("nothing").orElseThrow().test()).isEmpty();
        var near = holm.get("near").orElseThrow().test().orElseThrow();
        assertThat(near.adjustedPValue())
                .as("the second smallest of three counts twice (Holm, 1979)")
                .isCloseTo(2 * near.difference().pValue(), within(1e-12));
        assertThat(holm.significant(0.05)).as("0.034 alone, 0.068 of three").containsExactly("far");
        assertThat(holm.significant(1)).containsExactly("far", "near", "same");
        var falseDiscovery = Comparison.ofProportions(before, after, Correction.BENJAMINI_HOCHBERG, 0.9);
        assertThat(falseDiscovery.get("near").orElseThrow().test().orElseThrow().adjustedPValue())
                .as("the second smallest of three counts 3/2 (Benjamini and Hochberg, 1995)")
                .isCloseTo(1.5 * near.difference().pValue(), within(1e-12));
        assertThat(falseDiscovery
                        .get("near")
                        .orElseThrow()
                        .test()
                        .orElseThrow()
                        .difference()
                        .level())
                .isEqualTo(0.9);
    }

    /** Student's sleep data (1908): R's {@code t.test(extra ~ group)} prints t -1.8608, p 0.07939, -3.3654832 to 0.2054832. */
    @Test
    void aDifferenceOfDurationsIsThatOfWelchInSeconds() {
        // Both groups are moved up by 2, since durations are not below 0.
        Durations first = seconds(2.7, 0.4, 1.8, 0.8, 1.9, 5.4, 5.7, 2.8, 2.0, 4.0);
        Durations second = seconds(3.9, 2.8, 3.1, 2.1, 1.9, 6.4, 7.5, 3.6, 6.6, 5.4);
        var tested = Comparison.ofDurations(Map.of("x", second), Map.of("x", first))
                .get("x")
                .orElseThrow()
                .test()
                .orElseThrow();
        assertThat(tested.difference().low()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(tested.difference().high()).isCloseTo(0.2054832, within(5e-8));
        assertThat(tested.difference().pValue()).isCloseTo(0.07939, within(5e-6));
        assertThat(Comparison.ofDurations(Map.of("x", seconds(1)), Map.of("x", first))
                        .get("x")
                        .orElseThrow()
                        .test())
                .as("a single duration has no spread")
                .isEmpty();
    }

    @Test
    void edgesAreSharesOfTheOccurrencesOfTheFirstActivity() {
        var before = DirectlyFollows.metric(Durations.exactMetric(), TimeBetween.CALENDAR)
                .over(journeys("A@0 B@1", "A@0 B@3", "A@0 C@1", "A@0"));
        var after = DirectlyFollows.metric().over(journeys("A@0 B@1", "A@0 D@1"));
        assertThat(Figures.edges(before, after))
                .containsExactly(
                        Map.entry(List.of("A", "B"), Proportion.of(2, 4)),
                        Map.entry(List.of("A", "C"), Proportion.of(1, 4)),
                        Map.entry(List.of("A", "D"), Proportion.of(0, 4)));
        assertThat(Figures.edges(after, before))
                .containsEntry(List.of("A", "C"), Proportion.of(0, 2))
                .hasSize(3);
        assertThat(Figures.edges(DirectlyFollows.metric().over(List.of()), before))
                .as("an activity that does not occur has no share")
                .isEmpty();
        assertThat(Figures.times(before))
                .hasEntrySatisfying(
                        List.of("A", "B"), times -> assertThat(times.mean()).hasValue(2));
        assertThat(Figures.times(after)).isEmpty();
    }

    @Test
    void stepsOfAFunnelAreNumbered() {
        var conversion = Funnel.of("A", "B", "A").over(journeys("A@0 B@1 A@5", "A@0 B@3", "A@0"));
        assertThat(Figures.steps(conversion))
                .containsExactly(Map.entry("2 B", Proportion.of(2, 3)), Map.entry("3 A", Proportion.of(1, 2)));
        assertThat(Figures.stepTimes(conversion))
                .hasEntrySatisfying("2 B", times -> assertThat(times.mean()).hasValue(2));
    }

    @Test
    void aVariantThatIsNotListedIsNoneOnlyIfAllAreListed() {
        List<Journey> journeys = new ArrayList<>(journeys("A@0 B@1", "A@0 B@1", "C@0"));
        Variants all = Variants.metric(9).over(journeys);
        Variants cut = Variants.metric(1).over(journeys);
        Variants other = Variants.metric(9).over(journeys("D@0"));
        assertThat(Figures.variants(all, other))
                .containsEntry(List.of("A", "B"), Proportion.of(2, 3))
                .containsEntry(List.of("D"), Proportion.of(0, 3));
        assertThat(Figures.variants(cut, other)).containsOnlyKeys(List.of("A", "B"));
    }

    @Test
    void intervalsOfARetentionAreThoseOfAllCohorts() {
        RetentionTable table = JourneyRetention.of(
                        TouchpointFilter.activities("A"),
                        TouchpointFilter.activities("B"),
                        Cadence.daily(ZoneOffset.UTC),
                        SampleTouchpoints.ZERO.plusSeconds(900_000))
                .upTo(2)
                .over(journeys("A@0 B@86400", "A@0"));
        assertThat(Figures.intervals(table))
                .containsExactly(Map.entry(1, Proportion.of(1, 2)), Map.entry(2, Proportion.of(0, 2)));
    }

    @Test
    void badNumbersAreRefused() {
        var nothing = Comparison.ofProportions(Map.<String, Proportion>of(), Map.of());
        assertThat(nothing.significant(0.05)).isEmpty();
        assertThatThrownBy(() -> nothing.significant(1.5)).hasMessage("alpha 1.5 is outside 0..1");
        assertThatThrownBy(() -> nothing.significant(Double.NaN)).hasMessage("alpha NaN is outside 0..1");
    }
}
