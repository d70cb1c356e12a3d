package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Baseline hazard, predictions, strata and the test of proportional hazards of a Cox fit.
 */
class PredictedSurvivalTest {

    private static Metric<Map<String, String>, Cox> metric(List<String> columns) {
        return Cox.metric(Survivals::survivalTime, covariates(columns));
    }

    private static Map<String, Fn<Map<String, String>, Double>> covariates(List<String> columns) {
        Map<String, Fn<Map<String, String>, Double>> covariates = new LinkedHashMap<>();
        columns.forEach(column -> covariates.put(column, row -> Survivals.number(row, column)));
        return covariates;
    }

    private static Cox lung() {
        return metric(List.of("age", "sex")).over(Survivals.dataset("lung"));
    }

    private static Cox stratified() {
        return Cox.metric(
                        Survivals::survivalTime,
                        covariates(List.of("age")),
                        (Map<String, String> row) -> Survivals.text(row, "sex"))
                .over(Survivals.dataset("lung"));
    }

    /** Worked out apart in numpy from the formulas: Efron's likelihood, one term for each event, and the score test of g(t) x. */
    @Test
    void proportionalHazardsOfLungAreThoseOfTheFormula() {
        Cox.ProportionalHazards found = lung().proportionalHazards().orElseThrow();
        assertThat(requireNonNull(found.covariates().get("age")).statistic())
                .isCloseTo(0.20920282569793663, within(1e-10));
        assertThat(requireNonNull(found.covariates().get("sex")).statistic())
                .isCloseTo(2.607671707185438, within(1e-9));
        assertThat(found.global().statistic()).isCloseTo(2.7707853789891854, within(1e-9));
    }

    /** In numpy from the formula, as above. */
    @Test
    void survivalOfOneWithGivenCovariatesIsThatOfTheFormula() {
        Cox cox = lung();
        double[] days = {5, 145, 303, 310, 426, 883};
        double[][] expected = {
            {
                0.9950930797773229,
                0.772383744375073,
                0.4691480969890007,
                0.4437826525864484,
                0.31633729718704245,
                0.03506129547065484
            },
            {
                0.9970599850716266,
                0.8567630430467166,
                0.6357074834595126,
                0.6149051894681119,
                0.5021194387659924,
                0.1345809292896648
            }
        };
        double[] median = {286, 428};
        double[] residual = {219, 324};
        double[] conditional = {0.5001339682445501, 0.6605159781100602};
        for (int sex = 1; sex <= 2; sex++) {
            PredictedSurvival found =
                    cox.survival(Map.of("age", 60.0, "sex", (double) sex)).orElseThrow();
            for (int i = 0; i < days.length; i++) {
                double s = expected[sex - 1][i];
                assertThat(found.survival(days[i]).getAsDouble()).isCloseTo(s, within(1e-9));
                assertThat(found.cumulativeHazard(days[i]).getAsDouble()).isCloseTo(-Math.log(s), within(1e-9));
            }
            assertThat(found.survival(4.5)).hasValue(1);
            assertThat(found.median()).hasValue(median[sex - 1]);
            assertThat(found.medianResidual(300)).hasValue(residual[sex - 1]);
            assertThat(found.conditionalSurvival(500, 300).getAsDouble()).isCloseTo(conditional[sex - 1], within(1e-9));
            assertThat(found.survival(1022)).isPresent();
            assertThat(found.survival(1023)).as("nobody was observed so long").isEmpty();
            assertThat(found.quantile(0.99)).isEmpty();
        }
    }

    /** In numpy from the formula, as above. */
    @Test
    void strataHaveHazardsOfTheirOwnAndOneSetOfCoefficients() {
        Cox cox = stratified();
        assertThat(CoxTest.coefficient(cox, "age").value()).isCloseTo(0.016214651864784616, within(1e-12));
        assertThat(CoxTest.coefficient(cox, "age").standardError()).isCloseTo(0.009186854601270776, within(1e-12));
        assertThat(cox.logLikelihood()).isCloseTo(-641.8458963174579, within(1e-9));
        Map<String, Double> covariates = Map.of("age", 60.0);
        double[][] men = {
            {11, 0.02055202533827121}, {59, 0.1006747037608064}, {163, 0.332882893533029}, {883, 3.030255551366741}
        };
        double[][] women = {
            {5, 0.01080930424809599}, {145, 0.1277231007081945}, {350, 0.5277400555265614}, {765, 2.268899853319333}
        };
        for (double[] row : men) {
            assertThat(hazard(cox, covariates, "1", row[0])).isCloseTo(row[1], within(1e-9));
        }
        for (double[] row : women) {
            assertThat(hazard(cox, covariates, "2", row[0])).isCloseTo(row[1], within(1e-9));
        }
    }

    private static double hazard(Cox cox, Map<String, Double> covariates, String stratum, double time) {
        return cox.survival(covariates, stratum)
                .orElseThrow()
                .cumulativeHazard(time)
                .getAsDouble();
    }

    @Test
    void columnsWithStrataEntriesAndWeightsGiveTheFitOfTheMetric() {
        Random random = new Random(8);
        int n = 300;
        double[] times = new double[n];
        boolean[] events = new boolean[n];
        double[] entries = new double[n];
        long[] frequencies = new long[n];
        double[] x = new double[n];
        String[] strata = new String[n];
        List<Integer> rows = IntStream.range(0, n).boxed().toList();
        for (int i : rows) {
            times[i] = 1 + random.nextInt(40) / 4.0;
            entries[i] = random.nextBoolean() ? 0 : times[i] * random.nextDouble();
            events[i] = random.nextInt(3) > 0;
            frequencies[i] = 1L + random.nextInt(3);
            x[i] = random.nextInt(5);
            strata[i] = random.nextBoolean() ? "north" : "south";
        }
        Fn<Integer, SurvivalTime> time = i -> new SurvivalTime(entries[i], times[i], events[i], frequencies[i]);
        Map<String, Fn<Integer, Double>> covariate = Map.of("x", i -> x[i]);
        SurvivalColumns columns =
                SurvivalColumns.of(times, events).withDelayedEntry(entries).withFrequency(frequencies);
        Cox cox = Cox.fit(columns, Map.of("x", x), strata);
        assertThat(cox).isEqualTo(Cox.metric(time, covariate, i -> strata[i]).over(rows));
        assertThat(cox.status()).isEqualTo(Cox.Status.CONVERGED);
        assertThat(cox.survival(Map.of("x", 1.0), "north")).isNotEqualTo(cox.survival(Map.of("x", 1.0), "south"));
        assertThat(Cox.fit(columns, Map.of("x", x)))
                .isEqualTo(Cox.metric(time, covariate).over(rows))
                .isNotEqualTo(Cox.fit(SurvivalColumns.of(times, events), Map.of("x", x)));
        KaplanMeier curve = KaplanMeier.of(columns);
        assertThat(curve)
                .isEqualTo(KaplanMeier.metric().over(rows.stream().map(time).toList()));
        assertThat(KaplanMeier.of(SurvivalColumns.of(times, events))).isEqualTo(KaplanMeier.of(times, events));
        assertThat(KaplanMeier.of(SurvivalColumns.of(times, events).withFrequency(frequencies))
                        .n())
                .isEqualTo(curve.n());
    }

    @Test
    void columnsThatCannotBeAreRefused() {
        SurvivalColumns columns = SurvivalColumns.of(new double[] {1, 2}, new boolean[2]);
        assertThatThrownBy(() -> columns.withDelayedEntry(0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry at index 1 2.0 is not below time 2.0");
        assertThatThrownBy(() -> columns.withDelayedEntry(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 2 and 1 rows do not belong together");
        assertThatThrownBy(() -> columns.withDelayedEntry(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time at index 1 -1.0 is not a finite number of at least 0");
        assertThatThrownBy(() -> columns.withFrequency(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frequency at index 1 0 is below 1");
        assertThatThrownBy(() -> columns.withFrequency(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 2 and 1 rows do not belong together");
        assertThatThrownBy(() -> SurvivalColumns.of(new double[] {Double.NaN}, new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time at index 0 NaN is not a finite number of at least 0");
        assertThatThrownBy(() -> SurvivalColumns.of(new double[1], new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 1 and 2 rows do not belong together");
        assertThatThrownBy(() -> Cox.fit(columns, Map.of("x", new double[2]), new String[] {"a"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 2 and 1 rows do not belong together");
    }

    @Test
    void whatWasNotFittedIsNotPredicted() {
        Cox cox = lung();
        assertThatThrownBy(() -> cox.survival(Map.of("age", 60.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("covariates [age] are not those of the fit, [age, sex]");
        assertThatThrownBy(() -> cox.survival(Map.of("age", Double.NaN, "sex", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age NaN is not a finite number");
        assertThatThrownBy(() -> cox.survival(Map.of("age", 60.0, "sex", 1.0), "north"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stratum north is none of []");
        assertThatThrownBy(() -> stratified().survival(Map.of("age", 60.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stratum  is none of [1, 2]");
        assertThat(cox.survival(Map.of("age", 1e6, "sex", 1.0)))
                .as("beyond all numbers")
                .isEmpty();
        PredictedSurvival found = cox.survival(Map.of("age", 60.0, "sex", 1.0)).orElseThrow();
        assertThatThrownBy(() -> found.survival(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time -1.0 is not a finite number of at least 0");
        assertThatThrownBy(() -> found.conditionalSurvival(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target 1.0 is below age 2.0");
        assertThatThrownBy(() -> found.conditionalSurvival(1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age -1.0 is not a finite number of at least 0");
        assertThatThrownBy(() -> found.quantile(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p 1.0 is not above 0 and below 1");
        assertThatThrownBy(() -> found.medianResidual(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age -1.0 is not a finite number of at least 0");
        assertThat(found.medianResidual(5000)).isEmpty();
        Cox none = Cox.fit(new double[] {1, 2}, new boolean[2], Map.of("x", new double[] {1, 2}));
        assertThat(none.survival(Map.of("x", 1.0))).isEmpty();
        assertThat(none.proportionalHazards()).isEmpty();
    }

    @Test
    void eventsAtOneTimeHaveNoTrend() {
        double[] times = {1, 1, 1, 1, 2, 2};
        boolean[] events = {true, true, true, false, false, false};
        Cox cox = Cox.fit(times, events, Map.of("x", new double[] {1, 2, 3, 1, 2, 0}));
        assertThat(cox.status()).isEqualTo(Cox.Status.CONVERGED);
        assertThat(cox.proportionalHazards()).isEmpty();
        PredictedSurvival at = cox.survival(Map.of("x", 2.0)).orElseThrow();
        assertThat(at.survival(0.5)).hasValue(1);
        assertThat(at.survival(2)).isEqualTo(at.survival(1));
    }

    @Test
    void withoutAnEffectTheBaselineIsThatOfNelsonAndAalen() {
        // Each time has an event at 0 and at 1, so x says nothing: the hazard of two of six, tied by Efron, is 1/6 +
        // 1/5, and so on.
        double[] times = {1, 1, 2, 2, 3, 3};
        Cox cox = Cox.fit(
                times, new boolean[] {true, true, true, true, true, true}, Map.of("x", new double[] {0, 1, 0, 1, 0, 1
                }));
        assertThat(cox.coefficients().get(0).value()).isCloseTo(0, within(1e-12));
        assertThat(cox.coefficients().get(0).mean()).isEqualTo(0.5);
        PredictedSurvival found = cox.survival(Map.of("x", 1.0)).orElseThrow();
        double[] hazard = {1.0 / 6 + 1.0 / 5, 1.0 / 4 + 1.0 / 3, 1.0 / 2 + 1};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += hazard[i];
            assertThat(found.cumulativeHazard(i + 1).getAsDouble()).isCloseTo(sum, within(1e-12));
        }
        assertThat(found.conditionalSurvival(3, 2).getAsDouble()).isCloseTo(Math.exp(-1.5), within(1e-12));
        assertThat(found.medianResidual(2)).isEqualTo(OptionalDouble.of(1));
        assertThat(found)
                .isEqualTo(cox.survival(Map.of("x", 1.0)).orElseThrow())
                .hasToString("median 2.00, end 3.00, points 3");
        assertThat(found.hashCode())
                .isEqualTo(cox.survival(Map.of("x", 1.0)).orElseThrow().hashCode());
    }

    record Member(SurvivalTime survivalTime, double age, String country) {}

    @Nested
    class Contract extends MetricContract<Member, Cox> {
        @Override
        protected Metric<Member, Cox> metric() {
            return Cox.metric(Member::survivalTime, Map.of("age", Member::age), Member::country);
        }

        @Override
        protected List<Metric<Member, Cox>> otherConfigurations() {
            return List.of(
                    Cox.metric(Member::survivalTime, Map.of("age", Member::age)),
                    Cox.metric(Member::survivalTime, Map.of("years", Member::age), Member::country));
        }

        @Override
        protected Member observation(Random random) {
            return new Member(
                    new SurvivalTime(1 + random.nextInt(30), random.nextInt(3) > 0),
                    random.nextInt(20),
                    "country " + random.nextInt(3));
        }
    }
}
