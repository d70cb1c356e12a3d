package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.tables.Fixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the curve does beyond its steps: delayed entry, weights, confidence intervals, restricted means, ages, follow-up, arrays. */
class SurvivalTest {

    private static final SurvivalInterval[] INTERVALS = SurvivalInterval.values();
    private static final String R = "survival.r.json";

    private static KaplanMeier curve(JsonNode row) {
        double[] entry = Fixture.doubles(row.get("entry"));
        double[] time = Fixture.doubles(row.get("time"));
        double[] status = Fixture.doubles(row.get("status"));
        double[] weight = Fixture.doubles(row.get("weight"));
        List<SurvivalTime> all = new ArrayList<>();
        for (int i = 0; i < time.length; i++) {
            all.add(new SurvivalTime(entry[i], time[i], status[i] == 1, (long) weight[i]));
        }
        return KaplanMeier.metric().over(all);
    }

    @Test
    void lateEntryWeightsAndTiesAreTakenAsRDoes() {
        for (JsonNode row : Survivals.json(R).get("curves")) {
            KaplanMeier curve = curve(row);
            for (int type = 0; type < INTERVALS.length; type++) {
                JsonNode expected = row.get("curves").get(type);
                String name = row.get("name").asText() + ", " + INTERVALS[type];
                assertThat(curve.steps()).as(name).hasSize(expected.get("time").size());
                for (int i = 0; i < curve.steps().size(); i++) {
                    check(curve, i, expected, INTERVALS[type], name + ", step " + i);
                }
            }
        }
    }

    private static void check(KaplanMeier curve, int i, JsonNode expected, SurvivalInterval interval, String name) {
        KaplanMeier.Step step = curve.steps().get(i);
        assertThat(step.time()).as(name).isEqualTo(expected.get("time").get(i).asDouble());
        assertThat(step.atRisk())
                .as(name)
                .isEqualTo(expected.get("atRisk").get(i).asLong());
        assertThat(step.events())
                .as(name)
                .isEqualTo(expected.get("events").get(i).asLong());
        assertThat(step.censored())
                .as(name)
                .isEqualTo(expected.get("censored").get(i).asLong());
        assertThat(step.survival())
                .as(name)
                .isCloseTo(expected.get("survival").get(i).asDouble(), within(1e-12));
        assertThat(step.cumulativeHazard())
                .as(name)
                .isCloseTo(expected.get("hazard").get(i).asDouble(), within(1e-12));
        double error = expected.get("hazardError").get(i).asDouble();
        assertThat(step.cumulativeHazardVariance()).as(name).isCloseTo(error * error, within(1e-12));
        Optional<Estimate> interval95 = curve.survival(step.time(), interval, 0.95);
        if (step.survival() == 0) {
            assertThat(interval95)
                    .as("%s: at 0 there is no confidence interval", name)
                    .isEmpty();
        } else if (step.survival() == 1) {
            assertThat(interval95).as("%s: before any event", name).contains(new Estimate(1, 1, 1, 0.95, curve.n()));
        } else {
            assertThat(interval95.orElseThrow().interval().orElseThrow().low())
                    .as(name)
                    .isCloseTo(expected.get("low").get(i).asDouble(), within(1e-10));
            assertThat(interval95.orElseThrow().interval().orElseThrow().high())
                    .as(name)
                    .isCloseTo(expected.get("high").get(i).asDouble(), within(1e-10));
        }
    }

    @Test
    void restrictedMeansAreThoseOfRWhereTheCurveIsKnown() {
        for (JsonNode row : Survivals.json(R).get("curves")) {
            for (JsonNode mean : row.get("restrictedMean")) {
                RestrictedMean found =
                        curve(row).restrictedMean(mean.get("tau").asDouble()).orElseThrow();
                assertThat(found.value()).isCloseTo(mean.get("value").asDouble(), within(1e-12));
                assertThat(found.standardError()).isCloseTo(mean.get("se").asDouble(), within(1e-12));
            }
        }
        assertThat(Survivals.curve("aml", "Maintained").restrictedMean(162))
                .as("the longest, 161, goes on")
                .isEmpty();
        assertThat(Survivals.curve("aml", "Nonmaintained").restrictedMean(1e6)).isPresent();
    }

    @Test
    void followUpIsTheCurveWithTheRolesExchanged() {
        for (JsonNode row : Survivals.json(R).get("curves")) {
            if (!row.get("reverse").isNull()) {
                assertThat(curve(row).followUp().steps().stream().mapToDouble(KaplanMeier.Step::survival))
                        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                        .containsExactly(
                                Arrays.stream(Fixture.doubles(row.get("reverse").get("survival")))
                                        .boxed()
                                        .toArray(Double[]::new));
            }
        }
    }

    @Test
    void differencesOfRestrictedMeansAreTested() {
        RestrictedMean men = Survivals.curve("lung", "1").restrictedMean(365).orElseThrow();
        RestrictedMean women = Survivals.curve("lung", "2").restrictedMean(365).orElseThrow();
        Difference difference = women.minus(men, 0.95).orElseThrow();
        // R: 297.46540953204 - 241.49508519206 with sqrt(10.7913239788^2 + 10.358226491097^2).
        assertThat(difference.value()).isCloseTo(55.97032433998, within(1e-9));
        double error = (difference.high() - difference.low()) / 2 / 1.959963984540054;
        assertThat(error).isCloseTo(Math.hypot(10.7913239788, 10.358226491097), within(1e-9));
        assertThat(difference.pValue()).isCloseTo(0.000182706461311, within(1e-12));
        assertThat(men.estimate(0.95).n()).isEqualTo(138);
        RestrictedMean other = Survivals.curve("lung", "1").restrictedMean(300).orElseThrow();
        assertThatThrownBy(() -> women.minus(other, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("means to 365.0 and to 300.0 cannot be compared");
    }

    @Test
    void equalTimesHaveNoSpreadToTestAgainst() {
        RestrictedMean same = KaplanMeier.of(new double[] {4, 4}, new boolean[] {true, true})
                .restrictedMean(9)
                .orElseThrow();
        assertThat(same).isEqualTo(new RestrictedMean(9, 4, 0, 2));
        assertThat(same.minus(same, 0.95)).isEmpty();
    }

    @Test
    void afterAnAgeTheCurveIsThatOfThoseWhoLastLonger() {
        KaplanMeier all = Survivals.curve("lung", "all");
        KaplanMeier after = all.conditionalOn(200);
        List<SurvivalTime> older = Survivals.dataset("lung").stream()
                .map(Survivals::survivalTime)
                .filter(survivalTime -> survivalTime.time() > 200)
                .toList();
        assertThat(after).isEqualTo(KaplanMeier.metric().over(older));
        for (double target : new double[] {250, 400, 800}) {
            assertThat(after.survival(target).getAsDouble())
                    .isCloseTo(all.conditionalSurvival(target, 200).getAsDouble(), within(1e-14));
        }
        RestrictedMean left = all.restrictedMeanResidual(200, 500).orElseThrow();
        double area = all.restrictedMean(500).orElseThrow().value()
                - all.restrictedMean(200).orElseThrow().value();
        assertThat(left.value()).isCloseTo(area / all.survival(200).getAsDouble(), within(1e-10));
        assertThat(left.n()).isEqualTo(older.size());
        assertThat(left.standardError())
                .isCloseTo(after.restrictedMean(500).orElseThrow().standardError(), within(1e-12));
        assertThat(all.restrictedMeanResidual(1022, 2000))
                .as("nothing is known there")
                .isEmpty();
        assertThatThrownBy(() -> all.restrictedMeanResidual(200, 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tau 200.0 is not a finite number above 200.0");
    }

    @Test
    void thoseWhoEnterLateAreOnlyThereAfterwards() {
        KaplanMeier curve = KaplanMeier.metric()
                .over(List.of(
                        new SurvivalTime(2, true),
                        new SurvivalTime(5, true).withDelayedEntry(2),
                        new SurvivalTime(9, false).withDelayedEntry(3),
                        new SurvivalTime(6, true)));
        assertThat(curve.atRisk(0)).isEqualTo(2);
        assertThat(curve.atRisk(2)).as("entry at 2 is after what happens at 2").isEqualTo(2);
        assertThat(curve.atRisk(3)).isEqualTo(2);
        assertThat(curve.atRisk(3.5)).isEqualTo(3);
        assertThat(curve.conditionalOn(2.5).atRisk(3)).isEqualTo(2);
        assertThat(curve.conditionalOn(3).atRisk(3)).isEqualTo(3);
        assertThat(curve.conditionalOn(2.5).survival(5)).hasValue(2.0 / 3);
        assertThatThrownBy(() -> LogNormal.fit(curve))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a log-normal model cannot be fitted to times with delayed entry");
    }

    @Test
    void aSurvivalOfExactlyOneHalfIsTheMedian() {
        double[] times = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        boolean[] events = new boolean[10];
        Arrays.fill(events, 0, 5, true);
        assertThat(KaplanMeier.of(times, events).median()).hasValue(5);
        // One in ten is left after 9; in doubles that is more than 1 - 0.9.
        Arrays.fill(events, true);
        assertThat(KaplanMeier.of(times, events).quantile(0.9)).hasValue(9);
        // 5/6, one lost, 3/4, one lost, then of two ends one, 5/6 * 3/4 * 4/5 = 1/2 by delayed entry: rounded at each
        // of
        // the three.
        KaplanMeier curve = KaplanMeier.metric()
                .over(List.of(
                        new SurvivalTime(1, true),
                        new SurvivalTime(1.5, false),
                        new SurvivalTime(2, true),
                        new SurvivalTime(3, true),
                        new SurvivalTime(4, false).withFrequency(2),
                        new SurvivalTime(4, false).withDelayedEntry(2.5).withFrequency(2)));
        assertThat(curve.steps().stream().filter(step -> step.events() > 0).map(KaplanMeier.Step::atRisk))
                .containsExactly(6L, 4L, 5L);
        assertThat(curve.median()).hasValue(3);
    }

    @Test
    void whereAllGoOnThereAreNoQuantiles() {
        KaplanMeier curve = KaplanMeier.of(new double[] {3, 8, 8}, new boolean[3]);
        assertThat(curve.events()).isZero();
        assertThat(curve.median()).isEmpty();
        assertThat(curve.quantileLow(0.5, SurvivalInterval.LOG_LOG, 0.95)).isEmpty();
        assertThat(curve.quantileHigh(0.5, SurvivalInterval.LOG_LOG, 0.95)).isEmpty();
        assertThat(curve.survival(8)).hasValue(1);
        assertThat(curve.restrictedMean(8)).contains(new RestrictedMean(8, 8, 0, 3));
    }

    @Test
    void arraysInAnyOrderGiveTheCurveOfTheMetric() {
        Random random = new Random(11);
        for (int size : new int[] {0, 1, 7, 500, 5000, 70_000}) {
            double[] days = new double[size];
            double[] reals = new double[size];
            double[] seconds = new double[size];
            boolean[] events = new boolean[size];
            for (int i = 0; i < size; i++) {
                days[i] = random.nextInt(900);
                reals[i] = random.nextInt(10) == 0 ? -0.0 : -Math.log(random.nextDouble()) * 300;
                seconds[i] = random.nextInt(1 << 28);
                events[i] = random.nextInt(3) > 0;
            }
            for (double[] values : List.of(days, reals, seconds)) {
                double[] before = values.clone();
                List<SurvivalTime> all = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    all.add(new SurvivalTime(values[i], events[i]));
                }
                assertThat(KaplanMeier.of(values, events))
                        .isEqualTo(KaplanMeier.metric().over(all));
                assertThat(values).isEqualTo(before);
            }
        }
    }

    @Test
    void groupsInArraysAreApart() {
        double[] times = {5, 1, 2.5, 2, 9};
        boolean[] events = {true, true, false, true, false};
        List<KaplanMeier> curves = KaplanMeier.byGroup(times, events, new int[] {1, 0, 1, 2, 0}, 4);
        assertThat(curves)
                .containsExactly(
                        KaplanMeier.of(new double[] {1, 9}, new boolean[] {true, false}),
                        KaplanMeier.of(new double[] {5, 2.5}, new boolean[] {true, false}),
                        KaplanMeier.of(new double[] {2}, new boolean[] {true}),
                        KaplanMeier.of(new double[0], new boolean[0]));
        assertThatThrownBy(() -> KaplanMeier.byGroup(times, events, new int[] {1, 0, 1, 2, 4}, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group at index 4 4 is outside 0..3");
        times[2] = Double.NaN;
        assertThatThrownBy(() -> KaplanMeier.byGroup(times, events, new int[5], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time at index 2 NaN is not a finite number of at least 0");
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {1, -1}, new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time at index 1 -1.0 is not a finite number of at least 0");
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {1, 3}, new boolean[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 2 and 3 rows do not belong together");
    }

    /** R: survfit(Surv(c(0.1 * 3, 0.3, 1), c(1, 0, 1)) ~ 1) has 0.6667 and 0, since times that are near are tied (timefix). */
    @Test
    void timesThatDifferByRoundingAloneAreOneTime() {
        double[] times = {0.1 * 3, 0.3, 1};
        boolean[] events = {true, false, true};
        KaplanMeier curve = KaplanMeier.of(times, events);
        assertThat(curve.steps().stream().map(KaplanMeier.Step::time)).containsExactly(0.3, 1.0);
        assertThat(curve.survival(0.3).getAsDouble()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(curve.survival(0.1 * 3)).isEqualTo(curve.survival(0.3));
        assertThat(curve.survival(0.1 + 0.7 - 0.5)).isEqualTo(curve.survival(0.3));
        assertThat(curve.survival(1)).hasValue(0);
        assertThat(curve.atRisk(0.1 * 3)).isEqualTo(3);
        assertThat(KaplanMeier.of(new double[] {0.3, 0.3, 1}, events)).isEqualTo(curve);
        assertThat(KaplanMeier.metric()
                        .over(List.of(
                                new SurvivalTime(0.3, false),
                                new SurvivalTime(1, true),
                                new SurvivalTime(0.1 * 3, true))))
                .isEqualTo(curve);
        assertThat(Cox.fit(times, events, Map.of("x", new double[] {1, 3, 2})))
                .isEqualTo(Cox.fit(new double[] {0.3, 0.3, 1}, events, Map.of("x", new double[] {1, 3, 2})));
        assertThat(new SurvivalTime(0.1 * 3, 0.1 * 7, true, 1)).isEqualTo(new SurvivalTime(0.3, 0.7, true, 1));
        assertThat(curve.conditionalOn(0.1 * 3).n()).isEqualTo(1);
        assertThat(curve.restrictedMean(0.1 * 3).orElseThrow().value()).isEqualTo(0.3);
    }

    @Test
    void fractionsHaveTenDigitsAndWholeTimesAll() {
        double[] fractions = {
            1.0 / 3, 2e-15 / 3, 12.3456789012345, 1234567890.7, 99999999999.5, 0.99999999999, 999999999.96
        };
        double[] taken = {0.3333333333, 6.66667e-16, 12.3456789, 1234567891, 1e11, 1, 1e9};
        for (int i = 0; i < fractions.length; i++) {
            assertThat(new SurvivalTime(fractions[i], true).time()).isEqualTo(taken[i]);
        }
        assertThat(new SurvivalTime((1L << 53) - 1, true).time()).isEqualTo(0x1p53 - 1);
        assertThat(new SurvivalTime(12_345_678_901.0, true).time()).isEqualTo(12_345_678_901.0);
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double time = Math.exp(50 * random.nextDouble() - 27);
            double rounded = new SurvivalTime(time, true).time();
            assertThat(Math.abs(rounded - time)).isLessThan(5.0001e-10 * time);
            assertThat(new SurvivalTime(rounded, true).time()).isEqualTo(rounded);
            assertThat(new SurvivalTime(Math.nextUp(time), true).time()).isGreaterThanOrEqualTo(rounded);
        }
    }

    @Test
    void countsThatOverflowAreRefused() {
        SurvivalTime many = new SurvivalTime(3, true).withFrequency(Long.MAX_VALUE);
        assertThatThrownBy(() -> KaplanMeier.metric().over(List.of(many, new SurvivalTime(4, false))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void ofAMillionTheProductIsTheShareThatIsLeft() {
        int n = 1_000_000;
        double[] times = new double[n];
        boolean[] events = new boolean[n];
        Arrays.fill(events, true);
        Random random = new Random(5);
        Arrays.setAll(times, i -> i + random.nextDouble());
        KaplanMeier curve = KaplanMeier.of(times, events);
        KaplanMeier.Step middle = curve.steps().get(n / 2 - 1);
        assertThat(middle.survival()).isEqualTo(0.5);
        // Greenwood without censoring is the binomial error.
        assertThat(middle.standardError()).isCloseTo(0.0005, within(1e-12));
    }
}
