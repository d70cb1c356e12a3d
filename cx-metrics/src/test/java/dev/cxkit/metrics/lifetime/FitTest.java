package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.columns.RecencyFrequencyColumns;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What comes of good, poor and wrong data. */
class FitTest {

    private static List<RecencyFrequency> times(int n, RecencyFrequency customer) {
        return Collections.nCopies(n, customer);
    }

    @Test
    void withoutTwoCustomersOrARepeatThereIsNoFit() {
        assertThat(BgNbd.metric().over(List.of())).isEmpty();
        assertThat(BgNbd.metric().over(List.of(new RecencyFrequency(1, 1, 2)))).isEmpty();
        assertThat(MbgNbd.metric().over(times(9, new RecencyFrequency(0, 0, 5))))
                .isEmpty();
        assertThat(ParetoNbd.metric().over(times(9, new RecencyFrequency(0, 0, 5))))
                .isEmpty();
        assertThat(BgBb.metric().over(times(9, new RecencyFrequency(0, 0, 5)))).isEmpty();
    }

    @Test
    void poorDataGiveAStatusAndNumbersAndNoException() {
        List<RecencyFrequency> few = new ArrayList<>(times(200, new RecencyFrequency(0, 0, 20)));
        few.add(new RecencyFrequency(1, 3, 20));
        few.add(new RecencyFrequency(1, 20, 20));
        List<List<RecencyFrequency>> poor = List.of(
                few,
                times(2, new RecencyFrequency(3, 5, 5)),
                List.of(RecencyFrequency.NEW, new RecencyFrequency(1000, 9, 9)),
                List.of(new RecencyFrequency(1, 1, 1_000_000), new RecencyFrequency(0, 0, 1)),
                times(50, new RecencyFrequency(1, 1, 40)));
        for (List<RecencyFrequency> customers : poor) {
            for (Fit<? extends TransactionModel> fit : List.of(
                    BgNbd.metric().over(customers).orElseThrow(),
                    MbgNbd.metric().over(customers).orElseThrow(),
                    ParetoNbd.metric().over(customers).orElseThrow())) {
                assertThat(fit.status()).as(customers + " " + fit).isNotEqualTo(Fit.Status.CONVERGED);
                assertThat(fit.logLikelihood()).isFinite();
                assertThat(fit.parameters().values()).allMatch(value -> value > 0 && value < 1e300);
                for (RecencyFrequency customer : customers) {
                    assertThat(fit.model().probabilityAlive(customer)).isBetween(0.0, 1.0);
                    assertThat(fit.model().expectedOrders(customer, 52))
                            .isFinite()
                            .isGreaterThanOrEqualTo(0);
                }
            }
        }
    }

    @Test
    void whoNeverStopsPutsTheModelAtItsBoundary() {
        List<RecencyFrequency> loyal = new ArrayList<>();
        for (int x = 1; x <= 30; x++) {
            loyal.add(new RecencyFrequency(x, 40, 40));
        }
        Fit<BgNbd> fit = BgNbd.metric().over(loyal).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.BOUNDARY);
        assertThat(fit.model().probabilityAlive(new RecencyFrequency(5, 40, 40)))
                .isGreaterThan(0.99);
    }

    @Test
    void parametersThatCanStandInForEachOtherAreNotIdentified() {
        // One opportunity each: of the four parameters of BG/BB only the probability of an order shows.
        List<RecencyFrequency> once = new ArrayList<>(times(60, new RecencyFrequency(1, 1, 1)));
        once.addAll(times(40, new RecencyFrequency(0, 0, 1)));
        Fit<BgBb> fit = BgBb.metric().over(once).orElseThrow();
        assertThat(fit.status()).isIn(Fit.Status.NOT_IDENTIFIED, Fit.Status.BOUNDARY);
        assertThat(fit.standardErrors()).isEmpty();
        assertThat(fit.estimate("alpha", 0.95)).isEmpty();
        assertThat(fit.model().expectedOrders(RecencyFrequency.NEW, 1)).isCloseTo(0.6, within(1e-4));
    }

    @Test
    void theUnitOfTimeChangesTheScaleAndTheDensityOnly() {
        List<RecencyFrequency> weeks = Cdnow.recencyFrequencies();
        List<RecencyFrequency> days = weeks.stream()
                .map(each -> new RecencyFrequency(each.frequency(), each.recency() * 7, each.age() * 7))
                .toList();
        long repeats = weeks.stream().mapToLong(RecencyFrequency::frequency).sum();
        Fit<BgNbd> byWeek = BgNbd.metric().over(weeks).orElseThrow();
        Fit<BgNbd> byDay = BgNbd.metric().over(days).orElseThrow();
        assertThat(byDay.model().alpha()).isCloseTo(7 * byWeek.model().alpha(), Percentage.withPercentage(1e-3));
        assertThat(byDay.model().b()).isCloseTo(byWeek.model().b(), Percentage.withPercentage(1e-3));
        assertThat(byDay.logLikelihood()).isCloseTo(byWeek.logLikelihood() - repeats * Math.log(7), within(1e-6));
    }

    @Test
    void anIntervalIsThatOfTheLogarithm() {
        Fit<BgNbd> fit = BgNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow();
        Estimate alpha = fit.estimate("alpha", 0.95).orElseThrow();
        double times =
                Math.exp(1.959963984540054 * requireNonNull(fit.standardErrors().get("alpha")) / alpha.value());
        assertThat(alpha.interval().orElseThrow().low()).isCloseTo(alpha.value() / times, within(1e-12));
        assertThat(alpha.interval().orElseThrow().high()).isCloseTo(alpha.value() * times, within(1e-12));
        assertThatThrownBy(() -> fit.estimate("beta", 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter beta is none of [r, alpha, a, b]");
    }

    @Test
    void standardErrorsAreThoseOfTheCurvatureOfTheLikelihood() {
        // The second difference of the likelihood in ln r, with the other parameters as they are: the inverse of the
        // diagonal of the information is below the variance.
        Fit<BgNbd> fit = BgNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow();
        BgNbd best = fit.model();
        double step = 1e-3;
        double curvature = (logLikelihood(BgNbd.of(best.r() * Math.exp(step), best.alpha(), best.a(), best.b()))
                        + logLikelihood(BgNbd.of(best.r() * Math.exp(-step), best.alpha(), best.a(), best.b()))
                        - 2 * fit.logLikelihood())
                / (step * step);
        double alone = Math.sqrt(-1 / curvature) * best.r();
        assertThat(fit.standardErrors().get("r")).isGreaterThan(alone).isLessThan(3 * alone);
    }

    private static void is(Estimate estimate, double value, double low, double high, double error) {
        assertThat(estimate.value()).isCloseTo(value, Percentage.withPercentage(0.01));
        assertThat(estimate.interval().orElseThrow().low()).isCloseTo(low, within(error * (high - low)));
        assertThat(estimate.interval().orElseThrow().high()).isCloseTo(high, within(error * (high - low)));
        assertThat(estimate.level()).isEqualTo(0.95);
    }

    @Test
    void whatAModelTellsHasTheIntervalOfTheDeltaMethod() {
        // SciPy 1.17 from the formulas of the papers: Nelder-Mead, second differences of the log-likelihood in the
        // logarithms of
        // the parameters, the inverse of that, and the slope of log odds or logarithm by differences.
        Fit<BgNbd> orders = BgNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow();
        Fit<GammaGamma> spend = GammaGamma.metric()
                .over(Cdnow.customers().stream()
                        .map(each -> new Spend(each.recencyFrequency().frequency(), each.mean()))
                        .toList())
                .orElseThrow();
        RecencyFrequency customer = new RecencyFrequency(2, 30.43, 38.86);
        is(
                orders.probability(model -> model.probabilityAlive(customer), 0.95)
                        .orElseThrow(),
                0.7266091561057464,
                0.6936931398023283,
                0.7572259075853066,
                0.002);
        is(
                orders.expectation(model -> model.expectedOrders(customer, 52), 0.95)
                        .orElseThrow(),
                1.5585838080182437,
                1.437045675230496,
                1.6904010279471584,
                0.002);
        is(
                Horizon.of(12, 30.4375 / 7, 0.01)
                        .value(orders, spend, customer, new Spend(2, 30), 0.95)
                        .orElseThrow(),
                45.534435749177995,
                41.952958574606384,
                49.42165962643249,
                0.002);
        assertThat(orders.probability(model -> model.probabilityAlive(new RecencyFrequency(0, 0, 30)), 0.95))
                .as("1 whatever the parameters")
                .isEmpty();
        assertThat(orders.expectation(model -> 7, 0.95)).isEmpty();
        assertThatThrownBy(() -> orders.expectation(model -> 7, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIntervalIsAsWideAsThatOfABootstrap() {
        // The independent check: 80 fits to samples of the customers with replacement (Efron, 1979).
        Random random = new Random(4);
        List<RecencyFrequency> customers = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            customers.add(RecoveryTest.timed(
                    random, RecoveryTest.gamma(random, 0.6) / 8, 1e9, RecoveryTest.beta(random, 0.8, 2.5), true));
        }
        RecencyFrequency customer = new RecencyFrequency(2, 30, 45);
        List<Double> alive = new ArrayList<>();
        List<Double> ordering = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            MbgNbd model = MbgNbd.metric()
                    .over(customers.stream()
                            .map(each -> customers.get(random.nextInt(customers.size())))
                            .toList())
                    .orElseThrow()
                    .model();
            double p = model.probabilityAlive(customer);
            alive.add(Math.log(p / (1 - p)));
            ordering.add(Math.log(model.expectedOrders(customer, 20)));
        }
        Fit<MbgNbd> fit = MbgNbd.metric().over(customers).orElseThrow();
        Estimate of =
                fit.probability(model -> model.probabilityAlive(customer), 0.95).orElseThrow();
        Estimate orders = fit.expectation(model -> model.expectedOrders(customer, 20), 0.95)
                .orElseThrow();
        double width = Math.log(of.interval().orElseThrow().high()
                        / (1 - of.interval().orElseThrow().high()))
                - Math.log(of.interval().orElseThrow().low()
                        / (1 - of.interval().orElseThrow().low()));
        assertThat(width / 2 / 1.96).isCloseTo(spread(alive), Percentage.withPercentage(25));
        assertThat(Math.log(orders.interval().orElseThrow().high()
                                / orders.interval().orElseThrow().low())
                        / 2
                        / 1.96)
                .isCloseTo(spread(ordering), Percentage.withPercentage(25));
    }

    private static double spread(List<Double> values) {
        return Moments.metric().over(values).standardDeviation().orElseThrow();
    }

    @Test
    void everyModelHasIntervalsAndAFitWithoutStandardErrorsHasNone() {
        Random random = new Random(8);
        List<RecencyFrequency> timed = new ArrayList<>();
        List<RecencyFrequency> counted = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            timed.add(RecoveryTest.timed(
                    random,
                    RecoveryTest.gamma(random, 0.7) / 6,
                    -Math.log(random.nextDouble()) / (RecoveryTest.gamma(random, 1.2) / 30),
                    0,
                    false));
            counted.add(RecoveryTest.counted(
                    random, RecoveryTest.beta(random, 1.2, 0.8), RecoveryTest.beta(random, 0.7, 2.8), 9));
        }
        RecencyFrequency customer = new RecencyFrequency(2, 4, 9);
        Estimate pareto = ParetoNbd.metric()
                .over(timed)
                .orElseThrow()
                .probability(model -> model.probabilityAlive(customer), 0.9)
                .orElseThrow();
        Estimate bgbb = BgBb.metric()
                .over(counted)
                .orElseThrow()
                .probability(model -> model.probabilityAlive(customer), 0.9)
                .orElseThrow();
        Estimate sbg = ShiftedBetaGeometric.fit(new long[] {369, 163, 86, 56, 37, 27, 21}, 241)
                .orElseThrow()
                .expectation(model -> model.discountedLifetime(0.1), 0.9)
                .orElseThrow();
        for (Estimate estimate : List.of(pareto, bgbb, sbg)) {
            assertThat(estimate.interval().orElseThrow().low()).isPositive().isLessThan(estimate.value());
            assertThat(estimate.interval().orElseThrow().high()).isGreaterThan(estimate.value());
        }
        Fit<BgNbd> edge = BgNbd.metric()
                .over(List.of(new RecencyFrequency(3, 5, 5), new RecencyFrequency(2, 5, 5)))
                .orElseThrow();
        assertThat(edge.covariance()).isEmpty();
        assertThat(edge.probability(model -> 0.5, 0.95)).isEmpty();
        assertThat(edge.expectation(model -> model.expectedOrders(customer, 5), 0.95))
                .isEmpty();
    }

    private static double logLikelihood(BgNbd model) {
        return Cdnow.recencyFrequencies().stream()
                .mapToDouble(model::logLikelihood)
                .sum();
    }

    @Test
    void columnsGiveTheSameFitAsTheFold() {
        List<RecencyFrequency> customers = Cdnow.recencyFrequencies();
        RecencyFrequencyColumns columns = RecencyFrequencyColumns.of(
                customers.stream().mapToInt(each -> (int) each.frequency()).toArray(),
                customers.stream().mapToDouble(RecencyFrequency::recency).toArray(),
                customers.stream().mapToDouble(RecencyFrequency::age).toArray());
        assertThat(columns.patterns())
                .isEqualTo(RecencyFrequencyPatterns.metric().over(customers));
        assertThat(columns.patterns())
                .hasToString("RecencyFrequencyPatterns[customers=2357, repeatCustomers=946, patterns="
                        + columns.patterns().size() + "]");
        assertThat(BgNbd.fit(columns.patterns())).isEqualTo(BgNbd.metric().over(customers));
        BgNbd model = BgNbd.of(0.243, 4.414, 0.793, 2.426);
        assertThat(columns.each(model::probabilityAlive))
                .containsExactly(
                        customers.stream().mapToDouble(model::probabilityAlive).toArray());
    }

    @Test
    void customersThatCannotBeAreNamedAndCounted() {
        int[] frequency = {1, -1, 0, 2, 0, 1, 1, 3};
        double[] recency = {1, 0, 2, 0, 0, 5, Double.NaN, 1};
        double[] age = {2, 3, 3, 3, Double.POSITIVE_INFINITY, 4, 4, 1};
        assertThatThrownBy(() ->
                        RecencyFrequencyColumns.of(frequency, recency, age, row -> "customer " + (char) ('A' + row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "6 of 8 customers cannot be; customer B: frequency -1 is below 0; customer C: recency 2.0 does not go"
                                + " with frequency 0: recency is 0 where frequency is, and only there; customer D: recency 0.0 does"
                                + " not go with frequency 2: recency is 0 where frequency is, and only there; customer E: age Infinity is not a finite number"
                                + " of at least 0; customer F: recency 5.0 is outside 0..4.0, the age; ...");
        assertThatThrownBy(() -> RecencyFrequencyColumns.of(new int[1], new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 1 frequencies, 2 recencies and 1 ages are not of the same customers");
        assertThatThrownBy(() -> RecencyFrequencyColumns.of(new int[] {1}, new double[] {2}, new double[] {1}))
                .hasMessageContaining("row 0");
        assertThatThrownBy(() -> new RecencyFrequency(1, 2, 1)).hasMessage("recency 2.0 is outside 0..1.0, the age");
        assertThat(new RecencyFrequency(0, -0.0, 3)).isEqualTo(new RecencyFrequency(0, 0, 3));
    }
}
