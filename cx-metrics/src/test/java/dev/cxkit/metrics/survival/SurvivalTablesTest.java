package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.tables.Fixture;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published data sets against tables made with R 4.2.2 and survival 3.5-3 (survfit, quantile, summary with rmean, survdiff). */
class SurvivalTablesTest {

    private static List<Map<String, String>> of(String table, String dataset) {
        List<Map<String, String>> rows = Survivals.table(table).stream()
                .filter(row -> Survivals.text(row, "dataset").equals(dataset))
                .toList();
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static KaplanMeier curve(Map<String, String> row) {
        return Survivals.curve(Survivals.text(row, "dataset"), Survivals.text(row, "group"));
    }

    private static SurvivalInterval interval(String name) {
        return SurvivalInterval.valueOf(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aml", "lung_all", "lung_sex", "gehan"})
    void curvesWithAllLimitsAreThoseOfR(String dataset) {
        for (Map<String, String> row : of("km_tables.csv", dataset)) {
            KaplanMeier curve = curve(row);
            double time = Survivals.number(row, "time");
            KaplanMeier.Step step = curve.steps().stream()
                    .filter(each -> each.time() == time)
                    .findFirst()
                    .orElseThrow();
            assertThat(step.atRisk()).isEqualTo((long) Survivals.number(row, "n_risk"));
            assertThat(curve.atRisk(time)).isEqualTo(step.atRisk());
            assertThat(step.events()).isEqualTo((long) Survivals.number(row, "n_event"));
            assertThat(step.censored()).isEqualTo((long) Survivals.number(row, "n_censor"));
            assertThat(step.survival()).isCloseTo(Survivals.number(row, "survival"), within(1e-10));
            assertThat(step.cumulativeHazard()).isCloseTo(Survivals.number(row, "nelson_aalen"), within(1e-10));
            assertThat(Math.sqrt(step.cumulativeHazardVariance()))
                    .isCloseTo(Survivals.number(row, "se_nelson_aalen"), within(1e-10));
            if (step.survival() > 0) {
                assertThat(step.standardError())
                        .isCloseTo(Survivals.number(row, "se_survival_greenwood"), within(1e-10));
            }
            for (SurvivalInterval interval : SurvivalInterval.values()) {
                String name = interval.name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
                String low = Survivals.text(row, "lower_" + name);
                var estimate = curve.survival(time, interval, Estimate.DEFAULT_LEVEL);
                if (low.isEmpty() || low.equals("NA")) {
                    assertThat(estimate).isEmpty();
                } else {
                    assertThat(estimate.orElseThrow().interval().orElseThrow().low())
                            .isCloseTo(Double.parseDouble(low), within(1e-10));
                    assertThat(estimate.orElseThrow().interval().orElseThrow().high())
                            .isCloseTo(Survivals.number(row, "upper_" + name), within(1e-10));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aml", "lung_all", "lung_sex", "gehan"})
    void quantilesAndTheirLimitsAreThoseOfR(String dataset) {
        for (Map<String, String> row : of("km_quantiles.csv", dataset)) {
            KaplanMeier curve = curve(row);
            SurvivalInterval interval = interval(Survivals.text(row, "conf_type"));
            double p = 1 - Survivals.number(row, "survival_level");
            assertThat(text(curve.quantile(p))).as("%s", row).isEqualTo(Survivals.text(row, "time"));
            assertThat(text(curve.quantileLow(p, interval, Estimate.DEFAULT_LEVEL)))
                    .as("%s", row)
                    .isEqualTo(Survivals.text(row, "lower"));
            assertThat(text(curve.quantileHigh(p, interval, Estimate.DEFAULT_LEVEL)))
                    .as("%s", row)
                    .isEqualTo(Survivals.text(row, "upper"));
        }
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Long.toString((long) value.getAsDouble()) : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"aml", "lung_all", "lung_sex", "gehan"})
    void restrictedMeansHaveTheErrorOfR(String dataset) {
        for (Map<String, String> row : of("rmst.csv", dataset)) {
            RestrictedMean mean =
                    curve(row).restrictedMean(Survivals.number(row, "tau")).orElseThrow();
            double value = Survivals.number(row, "rmst");
            double error = Survivals.number(row, "se");
            assertThat(mean.value()).isCloseTo(value, within(1e-9 * value));
            assertThat(mean.standardError()).as("%s", row).isCloseTo(error, within(1e-9 * error));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aml", "lung", "gehan"})
    void logRankTestsAreThoseOfR(String dataset) {
        Map<String, KaplanMeier> curves = Survivals.curves(Survivals.dataset(dataset), Survivals.groups(dataset));
        for (var expected : Survivals.json("logrank.json")) {
            if (expected.get("dataset").asText().equals(dataset)) {
                double rho = expected.get("rho").asDouble();
                LogRank found = LogRank.of(
                                curves.values(),
                                rho == 0 ? LogRankWeight.UNWEIGHTED : LogRankWeight.flemingHarrington(rho))
                        .orElseThrow();
                double[] observed = Fixture.doubles(expected.get("observed"));
                double[] expectedEvents = Fixture.doubles(expected.get("expected"));
                for (int g = 0; g < observed.length; g++) {
                    LogRank.Group group = found.groups().get(g);
                    assertThat(group.n()).isEqualTo(expected.get("n").get(g).asLong());
                    assertThat(group.observed()).isCloseTo(observed[g], within(1e-9));
                    assertThat(group.expected()).isCloseTo(expectedEvents[g], within(1e-9));
                }
                double chi = expected.get("chisq").asDouble();
                assertThat(found.test().statistic()).isCloseTo(chi, within(1e-9 * chi));
                assertThat(found.test().degreesOfFreedom())
                        .isEqualTo(expected.get("df").asInt());
                double p = expected.get("p").asDouble();
                assertThat(found.test().pValue()).isCloseTo(p, within(1e-9 * p));
                double logP = expected.get("log_p").asDouble();
                assertThat(found.test().logPValue()).isCloseTo(logP, within(-1e-8 * logP));
            }
        }
    }
}
