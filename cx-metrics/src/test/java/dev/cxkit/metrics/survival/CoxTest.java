package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.tables.Fixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoxTest {

    private static JsonNode expected(String name) {
        for (JsonNode row : Survivals.json("survival.r.json").get("cox")) {
            if (row.get("name").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError(name);
    }

    private static List<Map<String, String>> rows(String name) {
        return switch (name) {
            case "lung ecog" ->
                Survivals.dataset("lung").stream()
                        .filter(row -> Survivals.text(row, "ph_ecog").matches("[0-9]"))
                        .toList();
            case "lung from 100 days" ->
                Survivals.dataset("lung").stream()
                        .filter(row -> Survivals.number(row, "time") > 100)
                        .toList();
            default -> Survivals.dataset(name);
        };
    }

    private static Cox fit(String name) {
        Map<String, Fn<Map<String, String>, Double>> covariates = new LinkedHashMap<>();
        for (JsonNode covariate : expected(name).get("names")) {
            String column = covariate.asText().replace('.', '_');
            covariates.put(column, row -> Survivals.number(row, column));
        }
        boolean late = name.equals("lung from 100 days");
        return Cox.<Map<String, String>>metric(
                        row -> late && Survivals.number(row, "age") >= 65
                                ? Survivals.survivalTime(row).withDelayedEntry(100)
                                : Survivals.survivalTime(row),
                        covariates)
                .over(rows(name));
    }

    static Cox.Coefficient coefficient(Cox cox, String name) {
        return cox.coefficients().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rossi", "lung", "lung ecog", "gehan", "lung from 100 days"})
    void fitsAreThoseOfR(String name) {
        JsonNode expected = expected(name);
        Cox cox = fit(name);
        assertThat(cox.status()).isEqualTo(Cox.Status.CONVERGED);
        double[] coef = Fixture.doubles(expected.get("coef"));
        double[] error = Fixture.doubles(expected.get("se"));
        for (int j = 0; j < coef.length; j++) {
            Cox.Coefficient found =
                    coefficient(cox, expected.get("names").get(j).asText().replace('.', '_'));
            assertThat(found.value()).isCloseTo(coef[j], within(1e-9));
            assertThat(found.standardError()).isCloseTo(error[j], within(1e-8 * error[j]));
        }
        assertThat(cox.nullLogLikelihood())
                .isCloseTo(expected.get("loglik").get(0).asDouble(), within(1e-9));
        assertThat(cox.logLikelihood()).isCloseTo(expected.get("loglik").get(1).asDouble(), within(1e-9));
        Cox.Tests tests = cox.tests().orElseThrow();
        assertThat(tests.likelihoodRatio().statistic())
                .isCloseTo(expected.get("lr").asDouble(), within(1e-8));
        assertThat(tests.wald().statistic()).isCloseTo(expected.get("wald").asDouble(), within(1e-7));
        assertThat(tests.score().statistic()).isCloseTo(expected.get("score").asDouble(), within(1e-7));
    }

    @Test
    void whoEntersWhenOthersEndIsNotYetAmongThem() {
        double[][] rows = {
            {0, 3, 1, 0.5}, {0, 5, 1, 1.5}, {2, 5, 0, -1}, {3, 7, 1, 0}, {0, 2, 1, 2},
            {5, 9, 1, 1}, {3, 8, 0, 0.25}, {0, 7, 1, -0.5}, {7, 10, 1, 0.75}, {2, 3, 1, 1.25}
        };
        Map<String, Fn<double[], Double>> x = Map.of("x", row -> row[3]);
        Cox cox = Cox.<double[]>metric(row -> new SurvivalTime(row[0], row[1], row[2] == 1, 1), x)
                .over(List.of(rows));
        JsonNode expected = expected("entry when others end");
        assertThat(cox.coefficients().get(0).value())
                .isCloseTo(expected.get("coef").get(0).asDouble(), within(1e-9));
        assertThat(cox.nullLogLikelihood())
                .isCloseTo(expected.get("loglik").get(0).asDouble(), within(1e-9));
    }

    /** J. Fox and S. Weisberg, "Cox Proportional-Hazards Regression for Survival Data in R" (2011), on the data of Rossi et al. (1980). */
    @Test
    void recidivismIsAsFoxAndWeisbergPrintIt() {
        Cox cox = fit("rossi");
        assertThat(cox.n()).isEqualTo(432);
        assertThat(cox.events()).isEqualTo(114);
        double[][] printed = {
            {-0.37942, 0.19138, 0.68426}, {-0.05744, 0.02200, 0.94418}, {0.31390, 0.30799, 1.36875},
            {-0.14980, 0.21222, 0.86088}, {-0.43370, 0.38187, 0.64810}, {-0.08487, 0.19576, 0.91863},
            {0.09150, 0.02865, 1.09581}
        };
        String[] names = {"fin", "age", "race", "wexp", "mar", "paro", "prio"};
        for (int j = 0; j < printed.length; j++) {
            Cox.Coefficient found = coefficient(cox, names[j]);
            assertThat(found.value()).isCloseTo(printed[j][0], within(5.1e-6));
            assertThat(found.standardError()).isCloseTo(printed[j][1], within(5.1e-6));
            assertThat(found.hazardRatio(0.95).orElseThrow().value()).isCloseTo(printed[j][2], within(5.1e-6));
        }
        Estimate fin = coefficient(cox, "fin").hazardRatio(0.95).orElseThrow();
        assertThat(fin.interval().orElseThrow().low()).isCloseTo(0.4702, within(5.1e-5));
        assertThat(fin.interval().orElseThrow().high()).isCloseTo(0.9957, within(5.1e-5));
        assertThat(coefficient(cox, "fin").waldTest().pValue()).isCloseTo(0.0474, within(5e-5));
        Cox.Tests tests = cox.tests().orElseThrow();
        assertThat(tests.likelihoodRatio().statistic()).isCloseTo(33.27, within(5e-3));
        assertThat(tests.wald().statistic()).isCloseTo(32.11, within(5e-3));
        assertThat(tests.score().statistic()).isCloseTo(33.53, within(5e-3));
    }

    private static Map<String, double[]> columns(Object... pairs) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            columns.put((String) pairs[i], (double[]) pairs[i + 1]);
        }
        return columns;
    }

    @Test
    void columnsGiveTheFitOfTheMetricWhateverTheirOrder() {
        List<Map<String, String>> rows = rows("lung");
        double[] times = new double[rows.size()];
        boolean[] events = new boolean[rows.size()];
        double[] age = new double[rows.size()];
        double[] sex = new double[rows.size()];
        for (int i = 0; i < times.length; i++) {
            Map<String, String> row = rows.get(times.length - 1 - i);
            times[i] = Survivals.number(row, "time");
            events[i] = Survivals.number(row, "status") == 1;
            age[i] = Survivals.number(row, "age");
            sex[i] = Survivals.number(row, "sex");
        }
        Cox columns = Cox.fit(times, events, columns("age", age, "sex", sex));
        Cox metric = fit("lung");
        assertThat(columns).isEqualTo(metric);
        // The unit of a covariate changes nothing but the unit of its coefficient, however far from 0 it is.
        double[] farther = Arrays.stream(age).map(a -> 1e9 + 1e3 * a).toArray();
        Cox far = Cox.fit(times, events, columns("age", farther, "sex", sex));
        assertThat(far.coefficients().get(0).value() * 1e3)
                .isCloseTo(columns.coefficients().get(0).value(), within(1e-9));
        assertThat(far.logLikelihood()).isCloseTo(columns.logLikelihood(), within(1e-9));
    }

    /** A million rows in five months: {month, whether churned, x, how many}. */
    private static final int[][] CELLS = {
        {1, 1, 0, 90_000},
        {1, 1, 1, 120_000},
        {2, 1, 0, 75_000},
        {2, 1, 1, 90_000},
        {3, 1, 0, 60_000},
        {3, 1, 1, 70_000},
        {4, 1, 0, 50_000},
        {4, 1, 1, 50_000},
        {5, 1, 0, 40_000},
        {5, 1, 1, 35_000},
        {5, 0, 0, 185_000},
        {5, 0, 1, 135_000}
    };

    @Test
    void aMillionTiedRowsAreFittedToTheLastDigits() {
        List<int[]> rows = new ArrayList<>();
        for (int[] cell : CELLS) {
            rows.addAll(Collections.nCopies(cell[3], cell));
        }
        Collections.shuffle(rows, new Random(1));
        double[] times = rows.stream().mapToDouble(row -> row[0]).toArray();
        boolean[] events = new boolean[rows.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = rows.get(i)[1] == 1;
        }
        Cox cox = Cox.fit(
                times,
                events,
                columns("x", rows.stream().mapToDouble(row -> row[2]).toArray()));
        // Efron's likelihood of the counts in numpy's longdouble, by Newton's method.
        Cox.Coefficient x = cox.coefficients().get(0);
        assertThat(x.value()).isCloseTo(0.2884297169552516, within(1e-14));
        assertThat(x.standardError()).isCloseTo(0.002434611545466994, within(1e-15));
        assertThat(cox.logLikelihood()).isCloseTo(-9072123.72480335, within(1e-7));
        assertThat(counted(List.of(CELLS))).isEqualTo(cox);
    }

    private static Cox counted(List<int[]> cells) {
        return Cox.metric(
                        (int[] cell) -> new SurvivalTime(0, cell[0], cell[1] == 1, cell[3]),
                        Map.of("x", (int[] cell) -> (double) cell[2]))
                .over(cells);
    }

    @Test
    void aFitThatTheRoundingOfTheLikelihoodStoppedGoesOn() {
        Random random = new Random(1);
        int n = 1_000_000;
        double[] times = new double[n];
        boolean[] events = new boolean[n];
        double[] x = new double[n];
        Map<String, int[]> cells = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(2);
            double end = -Math.log(1 - random.nextDouble()) * 5 / Math.exp(0.3 * x[i]);
            events[i] = end < 5;
            times[i] = Math.min(5, Math.ceil(end));
            int[] cell = {(int) times[i], events[i] ? 1 : 0, (int) x[i], 0};
            cells.computeIfAbsent(Arrays.toString(cell), key -> cell)[3]++;
        }
        // That of the counts was 0.29985059514158 and that of the rows 0.29985057865166.
        assertThat(Cox.fit(times, events, columns("x", x))).isEqualTo(counted(List.copyOf(cells.values())));
    }

    @Test
    void theOrderOfTheCovariatesIsNoPartOfTheQuestion() {
        Fn<double[], SurvivalTime> time = row -> new SurvivalTime(row[0], row[1] == 1);
        Fn<double[], Double> a = row -> row[2];
        Fn<double[], Double> b = row -> row[3];
        Map<String, Fn<double[], Double>> oneWay = new LinkedHashMap<>();
        oneWay.put("a", a);
        oneWay.put("b", b);
        Map<String, Fn<double[], Double>> otherWay = new LinkedHashMap<>();
        otherWay.put("b", b);
        otherWay.put("a", a);
        List<double[]> rows = List.of(
                new double[] {1, 1, 0.5, 2}, new double[] {2, 1, 1.5, 3}, new double[] {3, 0, -1, 2}, new double[] {
                    4, 1, 0, 1
                });
        assertThat(Cox.metric(time, otherWay).definition())
                .isEqualTo(Cox.metric(time, oneWay).definition());
        assertThat(Cox.metric(time, otherWay).over(rows))
                .isEqualTo(Cox.metric(time, oneWay).over(rows));
    }

    @Test
    void aWeightIsSoManyObservations() {
        Map<String, Fn<double[], Double>> x = Map.of("x", row -> row[2]);
        Metric<double[], Cox> weighted =
                Cox.metric(row -> new SurvivalTime(row[0], row[1] == 1).withFrequency((long) row[3]), x);
        Metric<double[], Cox> single = Cox.metric(row -> new SurvivalTime(row[0], row[1] == 1), x);
        List<double[]> rows = List.of(
                new double[] {1, 1, 0.5, 2},
                new double[] {2, 1, 1.5, 3},
                new double[] {2, 0, -1, 2},
                new double[] {3, 1, 0, 1},
                new double[] {4, 0, 2, 2});
        List<double[]> repeated = rows.stream()
                .flatMap(row -> java.util.stream.Stream.generate(() -> row).limit((long) row[3]))
                .toList();
        assertThat(weighted.over(rows)).isEqualTo(single.over(repeated));
        assertThat(weighted.over(rows).status()).isEqualTo(Cox.Status.CONVERGED);
    }

    @Test
    void singularInformationIsAStatus() {
        double[] times = {1, 2, 3, 4, 5, 6};
        boolean[] events = {true, true, false, true, true, false};
        double[] x = {0.1, 3, 2, 5, 1, 4};
        double[] twice = Arrays.stream(x).map(v -> 7 - 2 * v).toArray();
        double[] same = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        Cox combination = Cox.fit(times, events, columns("x", x, "z", twice));
        assertThat(combination.status()).isEqualTo(Cox.Status.SINGULAR);
        assertThat(combination.nonEstimable()).containsExactly("z");
        assertThat(combination.coefficients()).isEmpty();
        assertThat(combination.tests()).isEmpty();
        assertThat(combination.logLikelihood()).isEqualTo(combination.nullLogLikelihood());
        Cox constant = Cox.fit(times, events, columns("same", same, "x", x));
        assertThat(constant.status()).isEqualTo(Cox.Status.SINGULAR);
        assertThat(constant.nonEstimable()).containsExactly("same");
        Cox nothingEnds = Cox.fit(times, new boolean[6], columns("x", x));
        assertThat(nothingEnds.status()).isEqualTo(Cox.Status.SINGULAR);
        assertThat(nothingEnds.events()).isZero();
        Cox nothing = Cox.fit(new double[0], new boolean[0], columns("x", new double[0]));
        assertThat(nothing.status()).isEqualTo(Cox.Status.SINGULAR);
        assertThat(nothing.n()).isZero();
    }

    @Test
    void alikelihoodWithoutAMaximumIsAStatus() {
        double[] times = {1, 2, 3, 4, 5, 6, 7, 8};
        boolean[] events = {true, true, true, false, false, false, false, false};
        double[] all = {1, 1, 1, 0, 0, 0, 0, 0};
        double[] x = {1, 3, 2, 5, 1, 4, 2, 2};
        Cox cox = Cox.fit(times, events, columns("x", x, "all with an event", all));
        assertThat(cox.status()).isEqualTo(Cox.Status.UNBOUNDED);
        assertThat(cox.nonEstimable()).contains("all with an event");
        assertThat(cox.coefficients()).isEmpty();
    }

    @Test
    void aFactorBeyondAllNumbersIsNotGiven() {
        Cox.Coefficient huge = new Cox.Coefficient("share of a millionth", 900, 10, 0, 7);
        assertThat(huge.hazardRatio(0.95)).isEmpty();
        assertThat(huge.estimate(0.95).value()).isEqualTo(900);
    }

    @Test
    void whatCannotBeIsRefused() {
        double[] times = {1, 2};
        boolean[] events = {true, false};
        assertThatThrownBy(() -> Cox.fit(times, events, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no covariate");
        assertThatThrownBy(() -> Cox.metric((SurvivalTime survivalTime) -> survivalTime, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no covariate");
        assertThatThrownBy(() -> Cox.fit(times, events, columns("age", new double[] {3, Double.NaN})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("covariate age at index 1 NaN is not a finite number");
        assertThatThrownBy(() -> Cox.fit(times, events, columns("age", new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 2 and 3 rows do not belong together");
        Map<String, Fn<Double, Double>> age = Map.of("age", value -> value);
        assertThatThrownBy(() -> Cox.<Double>metric(value -> new SurvivalTime(1, true), age)
                        .over(List.of(Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age Infinity is not a finite number");
    }

    @Test
    void coefficientsOfSimulatedCustomersAreFound() {
        Random random = new Random(3);
        int n = 20_000;
        double[] times = new double[n];
        boolean[] events = new boolean[n];
        double[] a = new double[n];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = random.nextGaussian();
            b[i] = random.nextInt(2);
            double end = -Math.log(1 - random.nextDouble()) / Math.exp(0.4 * a[i] - 0.7 * b[i]);
            times[i] = Math.min(end, 1.5);
            events[i] = end < 1.5;
        }
        Cox cox = Cox.fit(times, events, columns("a", a, "b", b));
        assertThat(Math.abs(cox.coefficients().get(0).value() - 0.4))
                .isLessThan(3 * cox.coefficients().get(0).standardError());
        assertThat(Math.abs(cox.coefficients().get(1).value() + 0.7))
                .isLessThan(3 * cox.coefficients().get(1).standardError());
    }

    record Member(SurvivalTime survivalTime, double age, double visits) {}

    private static Metric<Member, Cox> members(String first) {
        Map<String, Fn<Member, Double>> covariates = new LinkedHashMap<>();
        covariates.put(first, Member::age);
        covariates.put("visits", Member::visits);
        return Cox.metric(Member::survivalTime, covariates);
    }

    @Nested
    class Contract extends MetricContract<Member, Cox> {
        @Override
        protected Metric<Member, Cox> metric() {
            return members("age");
        }

        @Override
        protected List<Metric<Member, Cox>> otherConfigurations() {
            return List.of(members("years"));
        }

        @Override
        protected Member observation(Random random) {
            SurvivalTime survivalTime = new SurvivalTime(1 + random.nextInt(30), random.nextInt(3) > 0);
            return new Member(
                    random.nextInt(4) == 0
                            ? survivalTime.withDelayedEntry(random.nextDouble())
                            : survivalTime.withFrequency(1 + random.nextInt(2)),
                    random.nextInt(5) == 0 ? -0.0 : random.nextGaussian(),
                    random.nextInt(3));
        }
    }
}
