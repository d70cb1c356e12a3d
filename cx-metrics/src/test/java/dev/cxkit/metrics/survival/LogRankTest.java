package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Correction;
import dev.cxkit.metrics.tables.Fixture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LogRankTest {

    private static final String R = "survival.r.json";

    /** Lung as R's survdiff saw it: with ph.ecog 0, 1 or 2. */
    private static List<Map<String, String>> lung() {
        return Survivals.table("lung.csv").stream()
                .filter(row -> List.of("0", "1", "2").contains(Survivals.text(row, "ph_ecog")))
                .toList();
    }

    private static void matches(LogRank found, JsonNode expected) {
        double[] observed = Fixture.doubles(expected.get("observed"));
        double[] expectedEvents = Fixture.doubles(expected.get("expected"));
        assertThat(found.groups()).hasSize(observed.length);
        for (int g = 0; g < observed.length; g++) {
            assertThat(found.groups().get(g).observed()).isCloseTo(observed[g], within(1e-9));
            assertThat(found.groups().get(g).expected()).isCloseTo(expectedEvents[g], within(1e-9));
        }
        double chi = expected.get("chisq").asDouble();
        assertThat(found.test().statistic()).isCloseTo(chi, within(1e-9 * chi));
        assertThat(found.test().degreesOfFreedom()).isEqualTo(expected.get("df").asInt());
        assertThat(found.test().logPValue()).isCloseTo(expected.get("logP").asDouble(), within(1e-8 * chi));
    }

    private static LogRankWeight rho(JsonNode row) {
        double rho = row.get("rho").asDouble();
        return rho == 0 ? LogRankWeight.UNWEIGHTED : LogRankWeight.flemingHarrington(rho);
    }

    @Test
    void segmentsAndTheMetricGiveTheTestOfTheirCurves() {
        record Life(String group, int days, boolean event) {}
        List<Life> lives = IntStream.range(0, 90)
                .mapToObj(i -> new Life("g" + i % 3, 1 + i * (1 + i % 3) % 40, i % 4 > 0))
                .toList();
        Segments<String, KaplanMeier> curves =
                KaplanMeier.metric(Life::days, Life::event).by(Life::group).over(lives);
        for (LogRankWeight weight : List.of(LogRankWeight.UNWEIGHTED, LogRankWeight.GEHAN_BRESLOW)) {
            Optional<LogRank> expected = LogRank.of(curves.each().values(), weight);
            assertThat(expected).isPresent();
            assertThat(LogRank.of(curves, weight)).isEqualTo(expected);
            assertThat(LogRank.metric((Life life) -> new SurvivalTime(life.days(), life.event()), Life::group, weight)
                            .over(lives))
                    .isEqualTo(expected);
        }
        assertThat(LogRank.of(curves)).isEqualTo(LogRank.of(curves, LogRankWeight.UNWEIGHTED));
        Segments<String, KaplanMeier> gathered = new Segments<>(curves.total(), curves.total(), curves.each());
        assertThatThrownBy(() -> LogRank.of(gathered))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segments were gathered beyond a limit, so they cannot be compared");
    }

    @Test
    void threeGroupsAndStrataAreTestedAsRDoes() {
        Map<String, KaplanMeier> byEcog = Survivals.curves(lung(), "ph_ecog");
        List<List<KaplanMeier>> sexByEcog = byEcog.keySet().stream()
                .map(ecog -> List.copyOf(Survivals.curves(
                                lung().stream()
                                        .filter(row ->
                                                Survivals.text(row, "ph_ecog").equals(ecog))
                                        .toList(),
                                "sex")
                        .values()))
                .toList();
        for (JsonNode row : Survivals.json(R).get("logRank")) {
            matches(
                    (row.get("name").asText().equals("ecog")
                                    ? LogRank.of(byEcog.values(), rho(row))
                                    : LogRank.stratified(sexByEcog, rho(row)))
                            .orElseThrow(),
                    row);
        }
    }

    @Test
    void logarithmsOfPAreThoseOfRWherePIsZeroToo() {
        for (JsonNode row : Survivals.json(R).get("chiSquared")) {
            ChiSquared test =
                    ChiSquared.of(row.get("statistic").asDouble(), row.get("df").asInt());
            double logP = row.get("logP").asDouble();
            assertThat(test.logPValue()).isCloseTo(logP, within(-1e-10 * logP));
            assertThat(test.pValue()).isCloseTo(row.get("p").asDouble(), within(1e-12));
        }
        assertThat(ChiSquared.of(2352.87, 2).pValue()).as("below all numbers").isZero();
        assertThat(ChiSquared.of(0, 1).logPValue()).isZero();
        assertThatThrownBy(() -> ChiSquared.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("degreesOfFreedom 0 is below 1");
    }

    /**
     * Gehan's data by hand would be long; the three events of this sample are not: at 1 both groups have 2 of 4 at risk, at 2 one of
     * three, at 3 one of two.
     */
    @Test
    void weightsCountEachTime() {
        List<KaplanMeier> groups = List.of(
                KaplanMeier.of(new double[] {1, 3}, new boolean[] {true, true}),
                KaplanMeier.of(new double[] {2, 4}, new boolean[] {true, false}));
        // Weights 4, 3, 2: observed 4 + 2 in the first group, expected 4/2 + 3/3 + 2/2; variance 16/4 + 9*2/9 + 4/4 =
        // 7.
        LogRank gehan = LogRank.of(groups, LogRankWeight.GEHAN_BRESLOW).orElseThrow();
        assertThat(gehan.groups().get(0)).isEqualTo(new LogRank.Group(2, 6, 4));
        assertThat(gehan.test().statistic()).isCloseTo(4.0 / 7, within(1e-14));
        // Weights 2, sqrt 3, sqrt 2: excess 1 - sqrt(3)/3 + sqrt(2)/2; variance 1 + 2/3 + 1/2.
        LogRank tarone = LogRank.of(groups, LogRankWeight.TARONE_WARE).orElseThrow();
        double excess = 1 - Math.sqrt(3) / 3 + Math.sqrt(2) / 2;
        assertThat(tarone.test().statistic()).isCloseTo(excess * excess / (13.0 / 6), within(1e-14));
    }

    @Test
    void whoEntersLateIsComparedOnlyAfterwards() {
        KaplanMeier late = KaplanMeier.metric()
                .over(List.of(
                        new SurvivalTime(4, true).withDelayedEntry(2), new SurvivalTime(5, false).withDelayedEntry(2)));
        KaplanMeier early = KaplanMeier.of(new double[] {1, 3, 6}, new boolean[] {true, true, true});
        // At 1 only the early are at risk, at 3 two of four, at 4 one of three; at 6 one alone.
        LogRank test =
                LogRank.of(List.of(late, early), LogRankWeight.UNWEIGHTED).orElseThrow();
        assertThat(test.groups().get(0).expected()).isCloseTo(2.0 / 4 + 2.0 / 3, within(1e-15));
        assertThat(test.test().statistic()).isCloseTo(Math.pow(1 - 7.0 / 6, 2) / (1.0 / 4 + 2.0 / 9), within(1e-14));
    }

    @Test
    void withoutAnythingToCompareThereIsNoTest() {
        KaplanMeier nothing = KaplanMeier.of(new double[0], new boolean[0]);
        KaplanMeier censored = KaplanMeier.of(new double[] {3}, new boolean[1]);
        KaplanMeier ends = KaplanMeier.of(new double[] {5, 6}, new boolean[] {true, true});
        for (List<KaplanMeier> groups : List.of(
                List.<KaplanMeier>of(),
                List.of(ends),
                List.of(censored, censored),
                List.of(nothing, ends),
                List.of(censored, ends))) {
            assertThat(LogRank.of(groups, LogRankWeight.UNWEIGHTED)).isEmpty();
        }
        assertThatThrownBy(
                        () -> LogRank.stratified(List.of(List.of(ends), List.of(ends, ends)), LogRankWeight.UNWEIGHTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strata of 1 and of 2 groups cannot be combined");
        assertThatThrownBy(() -> LogRankWeight.flemingHarrington(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rho -1.0 is not a finite number of at least 0");
    }

    @Test
    void aGroupThatWasNeverAtRiskTakesNoDegreeOfFreedom() {
        KaplanMeier gone = KaplanMeier.of(new double[] {0.5, 0.5}, new boolean[2]);
        KaplanMeier one = Survivals.curve("aml", "Maintained");
        KaplanMeier other = Survivals.curve("aml", "Nonmaintained");
        assertThat(LogRank.of(List.of(gone, one, other), LogRankWeight.UNWEIGHTED)
                        .orElseThrow()
                        .test())
                .isEqualTo(LogRank.of(List.of(one, other), LogRankWeight.UNWEIGHTED)
                        .orElseThrow()
                        .test());
    }

    @Test
    void pairsAreCorrectedTogether() {
        Map<String, KaplanMeier> byEcog = Survivals.curves(lung(), "ph_ecog");
        Map<String, KaplanMeier> withNothing = new LinkedHashMap<>(byEcog);
        withNothing.put("3", KaplanMeier.of(new double[0], new boolean[0]));
        List<LogRank.PairwiseComparison<String>> pairs =
                LogRank.pairwise(withNothing, LogRankWeight.UNWEIGHTED, Correction.HOLM);
        assertThat(pairs).extracting(pair -> pair.first() + pair.second()).containsExactly("01", "02", "12");
        double[] p = pairs.stream()
                .mapToDouble(pair -> pair.logRank().test().pValue())
                .toArray();
        assertThat(pairs.stream().mapToDouble(LogRank.PairwiseComparison::adjustedPValue))
                .containsExactly(java.util.Arrays.stream(Correction.HOLM.adjust(p))
                        .boxed()
                        .toArray(Double[]::new));
        assertThat(LogRank.of(List.of(byEcog.get("0"), byEcog.get("1")), LogRankWeight.UNWEIGHTED))
                .contains(pairs.get(0).logRank());
    }

    record Member(String plan, SurvivalTime survivalTime) {}

    @Nested
    class Contract extends MetricContract<Member, Optional<LogRank>> {
        @Override
        protected Metric<Member, Optional<LogRank>> metric() {
            return KaplanMeier.metric()
                    .<Member>on(Member::survivalTime)
                    .by(Member::plan)
                    .then(curves -> LogRank.of(curves.each().values(), LogRankWeight.UNWEIGHTED));
        }

        @Override
        protected Member observation(Random random) {
            return new Member("plan " + random.nextInt(3), new SurvivalTime(random.nextInt(30), random.nextBoolean()));
        }
    }
}
