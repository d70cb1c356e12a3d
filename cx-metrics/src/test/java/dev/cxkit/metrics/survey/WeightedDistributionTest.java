package dev.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedDistributionTest {

    record Weighted(Answer answer, double weight) {}

    private static Metric<Weighted, WeightedDistribution> metric(Scale scale) {
        return WeightedDistribution.metricOfAnswers(scale, Weighted::answer, Weighted::weight);
    }

    /** NumPy's weighted mean and the NPS of weighted shares, by Python. */
    @Test
    void agreesWithPython() {
        JsonNode table = Fixture.read("weighted.py.json");
        double[] scores = Fixture.doubles(table.get("scores"));
        double[] weights = Fixture.doubles(table.get("weights"));
        List<Weighted> answers = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            answers.add(new Weighted(Scale.NPS.rate((int) scores[i]), weights[i]));
        }
        WeightedDistribution weighted = metric(Scale.NPS).over(answers);
        assertThat(weighted.mean().getAsDouble())
                .isCloseTo(table.get("weighted_mean").asDouble(), within(1e-12));
        assertThat(weighted.effectiveN())
                .isCloseTo(table.get("kish_effective_n").asDouble(), within(1e-12));
        assertThat(Score.NPS.of(weighted).orElseThrow().value())
                .isCloseTo(100 * table.get("weighted_nps").asDouble(), within(1e-9));
        double sd = table.get("weighted_sd_ddof0").asDouble();
        double n = weighted.effectiveN();
        assertThat(weighted.variance().getAsDouble()).isCloseTo(sd * sd * n / (n - 1), within(1e-9));
    }

    /** Weights 2 for ten and 0.5 for twenty: n 30, effective n 20, design effect 1.5. */
    @Test
    void effectiveNIsThatOfKish() {
        List<Weighted> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(new Weighted(Scale.NPS.rate(i % 11), i < 10 ? 2 : 0.5));
        }
        WeightedDistribution weighted = metric(Scale.NPS).over(answers);
        assertThat(weighted.answered()).isEqualTo(30);
        assertThat(weighted.effectiveN()).isEqualTo(20);
        assertThat(weighted.designEffect()).isEqualTo(1.5);
        assertThat(Score.NPS.of(weighted).orElseThrow().n()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource(Score.class)
    void equalWeightsChangeNothing(Score score) {
        Random random = new Random(5);
        List<Weighted> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(new Weighted(Scale.NPS.rate(random.nextInt(11)), 0.25));
        }
        Estimate weighted = score.of(metric(Scale.NPS).over(answers)).orElseThrow();
        Estimate plain = score.of(
                        Distribution.metric(Scale.NPS).on(Weighted::answer).over(answers))
                .orElseThrow();
        assertThat(weighted.value()).isCloseTo(plain.value(), within(1e-9));
        assertThat(weighted.interval().orElseThrow().low())
                .isCloseTo(plain.interval().orElseThrow().low(), within(1e-9));
        assertThat(weighted.interval().orElseThrow().high())
                .isCloseTo(plain.interval().orElseThrow().high(), within(1e-9));
    }

    @Test
    void aWeightOfZeroCountsOnlyAsAnswered() {
        WeightedDistribution none = metric(Scale.CSAT)
                .over(List.of(new Weighted(Scale.CSAT.rate(5), 0), new Weighted(Answer.skipped(), 3)));
        assertThat(none.answered()).isEqualTo(1);
        assertThat(none.skipped()).isEqualTo(1);
        assertThat(none.total()).isZero();
        assertThat(none.designEffect()).isEqualTo(1);
        assertThat(Score.MEAN.of(none)).isEmpty();
        assertThat(none.variance()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e101, 1e-101})
    void weightsThatAreNoneAreRefused(double weight) {
        assertThatThrownBy(() -> metric(Scale.CSAT).over(List.of(new Weighted(Scale.CSAT.rate(5), weight))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight " + weight);
    }

    /** Weights whose sums round differently: the mean must not leave what was given, nor make spread where there is none. */
    @Test
    void ratingsThatAllAgreeHaveNoSpreadWhateverTheirWeights() {
        List<Weighted> many = new ArrayList<>();
        List<Weighted> few = new ArrayList<>();
        for (int i = 0; i < 6_397; i++) {
            many.add(new Weighted(Scale.CSAT.rate(5), 0.01));
        }
        for (int i = 0; i < 100; i++) {
            few.add(new Weighted(Scale.CSAT.rate(5), 1));
        }
        WeightedDistribution first = metric(Scale.CSAT).over(many);
        assertThat(first.mean()).hasValue(5);
        assertThat(first.variance()).hasValue(0);
        assertThat(Score.MEAN.difference(first, metric(Scale.CSAT).over(few), 0.95))
                .isEmpty();
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            List<Weighted> sevens = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                sevens.add(new Weighted(Scale.NPS.rate(7), random.nextDouble() + 1e-3));
            }
            assertThat(metric(Scale.NPS).over(sevens).mean()).hasValue(7);
        }
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new WeightedDistribution(Scale.CSAT_YES_NO, List.of(1.0, 0.0), 0, 1, 0, 0))
                .hasMessageContaining("effectiveN 0.0 does not fit");
        assertThatThrownBy(() -> new WeightedDistribution(Scale.CSAT, List.of(1.0), 1, 1, 0, 0))
                .hasMessage("1 weights for the 5 values of scale csat");
        assertThatThrownBy(() -> new WeightedDistribution(Scale.CSAT_YES_NO, List.of(1.0, -2.0), 1, 1, 0, 0))
                .hasMessageContaining("weight -2.0");
    }

    private static final Raking.Margin ROWS = new Raking.Margin("sex", Map.of("f", 0.52, "m", 0.48));
    private static final Raking.Margin COLUMNS =
            new Raking.Margin("age", Map.of("18-34", 0.3, "35-54", 0.4, "55+", 0.3));

    private static Map<List<String>, Long> sample() {
        return Map.of(
                List.of("f", "18-34"), 40L,
                List.of("f", "35-54"), 25L,
                List.of("f", "55+"), 15L,
                List.of("m", "18-34"), 20L,
                List.of("m", "35-54"), 35L,
                List.of("m", "55+"), 30L);
    }

    /** R 4.2.2, stats::loglin on the same table; its weights are for 1,000 people, ours have a mean of 1. */
    @Test
    void rakingAgreesWithR() {
        JsonNode table = Fixture.read("raking.r.json");
        Raking.Weights weights = Raking.of(ROWS, COLUMNS).weights(sample());
        List<String> sexes = List.of("f", "m");
        List<String> ages = List.of("18-34", "35-54", "55+");
        double n = sample().values().stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                double expected = table.get("weights").get(i).get(j).asDouble() * n / 1000;
                assertThat(weights.weight(sexes.get(i), ages.get(j))).isCloseTo(expected, within(1e-6));
            }
        }
        assertThat(weights.effectiveN()).isCloseTo(table.get("kish_effective_n").asDouble(), within(1e-5));
        assertThat(weights.designEffect()).isCloseTo(table.get("design_effect").asDouble(), within(1e-7));
        assertThat(weights.largestDeviation()).isLessThanOrEqualTo(1e-9);
        assertThat(weights.lowest()).isEqualTo(weights.weight("m", "18-34"));
    }

    /** The table of Wikipedia's article on iterative proportional fitting, as the README of ipfn solves it. */
    @Test
    void rakingAgreesWithThePublishedTable() {
        double[][] counts = {{40, 30, 20, 10}, {35, 50, 100, 75}, {30, 80, 70, 120}, {20, 30, 40, 50}};
        double[] rows = {150, 300, 400, 150};
        double[] columns = {200, 300, 400, 100};
        Map<List<String>, Long> sample = new java.util.LinkedHashMap<>();
        Map<String, Double> rowTargets = new java.util.LinkedHashMap<>();
        Map<String, Double> columnTargets = new java.util.LinkedHashMap<>();
        double n = 0;
        for (int i = 0; i < 4; i++) {
            rowTargets.put("r" + i, rows[i] / 1000);
            columnTargets.put("c" + i, columns[i] / 1000);
            for (int j = 0; j < 4; j++) {
                sample.put(List.of("r" + i, "c" + j), (long) counts[i][j]);
                n += counts[i][j];
            }
        }
        Raking.Weights weights = Raking.of(
                        new Raking.Margin("row", rowTargets), new Raking.Margin("column", columnTargets))
                .weights(sample);
        double[] first = {64.56, 46.23, 35.38, 3.82};
        double[] last = {28.75, 41.18, 63.03, 17.03};
        for (int j = 0; j < 4; j++) {
            assertThat(weights.weight("r0", "c" + j) * counts[0][j] * 1000 / n).isCloseTo(first[j], within(0.006));
            assertThat(weights.weight("r3", "c" + j) * counts[3][j] * 1000 / n).isCloseTo(last[j], within(0.006));
        }
    }

    @Test
    void rakedAnswersHaveTheSharesOfThePopulation() {
        Raking.Weights weights = Raking.of(ROWS, COLUMNS).weights(sample());
        List<Weighted> answers = new ArrayList<>();
        sample().forEach((cell, count) -> {
            for (int i = 0; i < count; i++) {
                answers.add(new Weighted(
                        Scale.CSAT_YES_NO.rate(cell.get(0).equals("f") ? 1 : 0),
                        weights.weight(cell.get(0), cell.get(1))));
            }
        });
        assertThat(Score.MEAN
                        .of(metric(Scale.CSAT_YES_NO).over(answers))
                        .orElseThrow()
                        .value())
                .isCloseTo(0.52, within(1e-9));
    }

    @Test
    void oneMarginIsPostStratification() {
        JsonNode expected = Fixture.read("raking.r.json").get("post_strata_only_age");
        Raking.Weights weights =
                Raking.of(COLUMNS).weights(Map.of(List.of("18-34"), 60L, List.of("35-54"), 60L, List.of("55+"), 45L));
        for (String age : List.of("18-34", "35-54", "55+")) {
            assertThat(weights.weight(age) * 1000 / 165)
                    .isCloseTo(expected.get(age).asDouble(), within(1e-9));
        }
    }

    /** Shares as a table prints them, which do not add up to 1 to the last digit. */
    @Test
    void printedSharesAreScaledToOne() {
        Raking.Margin thirds = new Raking.Margin("third", Map.of("a", 0.33333, "b", 0.33333, "c", 0.33333));
        Raking.Weights weights =
                Raking.of(thirds).weights(Map.of(List.of("a"), 10L, List.of("b"), 20L, List.of("c"), 30L));
        assertThat(weights.weight("a")).isCloseTo(2, within(1e-12));
        assertThat(weights.weight("c")).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void highWeightsAreCutAndTheRestRakedAgain() {
        Map<List<String>, Long> skewed = Map.of(List.of("18-34"), 400L, List.of("35-54"), 560L, List.of("55+"), 40L);
        assertThat(Raking.of(COLUMNS).weights(skewed).highest()).isCloseTo(7.5, within(1e-9));
        assertThatThrownBy(() -> Raking.of(COLUMNS).trimmedAt(3).weights(skewed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not converge")
                .hasMessageContaining("age");
        Raking.Weights cut = Raking.of(ROWS, COLUMNS).trimmedAt(1.33).weights(sample());
        assertThat(cut.highest()).isLessThanOrEqualTo(1.33 * (1 + 1e-9));
        assertThat(cut.largestDeviation()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void whatCannotBeRakedIsRefusedByName() {
        assertThatThrownBy(() -> new Raking.Margin("age", Map.of("a", 0.5, "b", 0.4)))
                .hasMessage("targets of margin age add up to 0.9, not to 1");
        assertThatThrownBy(() -> new Raking.Margin("age", Map.of("a", 1.5))).hasMessageContaining("outside 0..1");
        assertThatThrownBy(() -> Raking.of(COLUMNS).weights(Map.of(List.of("18-34"), 1L, List.of("35-54"), 1L)))
                .hasMessage("category 55+ of margin age has target 0.3 but nobody in the sample");
        assertThatThrownBy(() -> Raking.of(COLUMNS).weights(Map.of(List.of("child"), 1L)))
                .hasMessage("category child has no target in margin age");
        assertThatThrownBy(() -> Raking.of(COLUMNS).weights(Map.of(List.of("f", "18-34"), 1L)))
                .hasMessageContaining("not of 1 margins");
        assertThatThrownBy(Raking::of).hasMessageContaining("at least one margin");
        assertThatThrownBy(() -> Raking.of(COLUMNS).trimmedAt(1)).hasMessageContaining("maxWeight 1.0");
        assertThatThrownBy(() -> Raking.of(ROWS, COLUMNS).weights(sample()).weight("x", "18-34"))
                .hasMessage("nobody in the sample is in [x, 18-34]");
    }
}
