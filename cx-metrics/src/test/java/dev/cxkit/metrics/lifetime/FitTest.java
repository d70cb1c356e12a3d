package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.columns.RecencyColumns;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What comes of good, poor and wrong data. */
class FitTest {

    private static List<Recency> times(int n, Recency customer) {
        return Collections.nCopies(n, customer);
    }

    @Test
    void withoutTwoCustomersOrARepeatThereIsNoFit() {
        assertThat(BgNbd.metric().over(List.of())).isEmpty();
        assertThat(BgNbd.metric().over(List.of(new Recency(1, 1, 2)))).isEmpty();
        assertThat(MbgNbd.metric().over(times(9, new Recency(0, 0, 5)))).isEmpty();
        assertThat(ParetoNbd.metric().over(times(9, new Recency(0, 0, 5)))).isEmpty();
        assertThat(BgBb.metric().over(times(9, new Recency(0, 0, 5)))).isEmpty();
    }

    @Test
    void poorDataGiveAStatusAndNumbersAndNoException() {
        List<Recency> few = new ArrayList<>(times(200, new Recency(0, 0, 20)));
        few.add(new Recency(1, 3, 20));
        few.add(new Recency(1, 20, 20));
        List<List<Recency>> poor = List.of(
                few,
                times(2, new Recency(3, 5, 5)),
                List.of(Recency.NEW, new Recency(1000, 9, 9)),
                List.of(new Recency(1, 1, 1_000_000), new Recency(0, 0, 1)),
                times(50, new Recency(1, 1, 40)));
        for (List<Recency> customers : poor) {
            for (Fit<? extends TransactionModel> fit : List.of(
                    BgNbd.metric().over(customers).orElseThrow(),
                    MbgNbd.metric().over(customers).orElseThrow(),
                    ParetoNbd.metric().over(customers).orElseThrow())) {
                assertThat(fit.status()).as(customers + " " + fit).isNotEqualTo(Fit.Status.CONVERGED);
                assertThat(fit.logLikelihood()).isFinite();
                assertThat(fit.parameters().values()).allMatch(value -> value > 0 && value < 1e300);
                for (Recency customer : customers) {
                    assertThat(fit.model().alive(customer)).isBetween(0.0, 1.0);
                    assertThat(fit.model().expectedOrders(customer, 52))
                            .isFinite()
                            .isGreaterThanOrEqualTo(0);
                }
            }
        }
    }

    @Test
    void whoNeverStopsPutsTheModelAtItsBoundary() {
        List<Recency> loyal = new ArrayList<>();
        for (int x = 1; x <= 30; x++) {
            loyal.add(new Recency(x, 40, 40));
        }
        Fit<BgNbd> fit = BgNbd.metric().over(loyal).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.BOUNDARY);
        assertThat(fit.model().alive(new Recency(5, 40, 40))).isGreaterThan(0.99);
    }

    @Test
    void parametersThatCanStandInForEachOtherAreNotIdentified() {
        // One opportunity each: of the four parameters of BG/BB only the probability of an order shows.
        List<Recency> once = new ArrayList<>(times(60, new Recency(1, 1, 1)));
        once.addAll(times(40, new Recency(0, 0, 1)));
        Fit<BgBb> fit = BgBb.metric().over(once).orElseThrow();
        assertThat(fit.status()).isIn(Fit.Status.NOT_IDENTIFIED, Fit.Status.BOUNDARY);
        assertThat(fit.standardErrors()).isEmpty();
        assertThat(fit.estimate("alpha", 0.95)).isEmpty();
        assertThat(fit.model().expectedOrders(Recency.NEW, 1)).isCloseTo(0.6, within(1e-4));
    }

    @Test
    void theUnitOfTimeChangesTheScaleAndTheDensityOnly() {
        List<Recency> weeks = Cdnow.recencies();
        List<Recency> days = weeks.stream()
                .map(each -> new Recency(each.repeats(), each.last() * 7, each.age() * 7))
                .toList();
        long repeats = weeks.stream().mapToLong(Recency::repeats).sum();
        Fit<BgNbd> byWeek = BgNbd.metric().over(weeks).orElseThrow();
        Fit<BgNbd> byDay = BgNbd.metric().over(days).orElseThrow();
        assertThat(byDay.model().alpha()).isCloseTo(7 * byWeek.model().alpha(), Percentage.withPercentage(1e-3));
        assertThat(byDay.model().b()).isCloseTo(byWeek.model().b(), Percentage.withPercentage(1e-3));
        assertThat(byDay.logLikelihood()).isCloseTo(byWeek.logLikelihood() - repeats * Math.log(7), within(1e-6));
    }

    @Test
    void anIntervalIsThatOfTheLogarithm() {
        Fit<BgNbd> fit = BgNbd.metric().over(Cdnow.recencies()).orElseThrow();
        Estimate alpha = fit.estimate("alpha", 0.95).orElseThrow();
        double times =
                Math.exp(1.959963984540054 * requireNonNull(fit.standardErrors().get("alpha")) / alpha.value());
        assertThat(alpha.low()).isCloseTo(alpha.value() / times, within(1e-12));
        assertThat(alpha.high()).isCloseTo(alpha.value() * times, within(1e-12));
        assertThatThrownBy(() -> fit.estimate("beta", 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter beta is none of [r, alpha, a, b]");
    }

    @Test
    void standardErrorsAreThoseOfTheCurvatureOfTheLikelihood() {
        // The second difference of the likelihood in ln r, with the other parameters as they are: the inverse of the
        // diagonal of the information is below the variance.
        Fit<BgNbd> fit = BgNbd.metric().over(Cdnow.recencies()).orElseThrow();
        BgNbd best = fit.model();
        double step = 1e-3;
        double curvature = (logLikelihood(BgNbd.of(best.r() * Math.exp(step), best.alpha(), best.a(), best.b()))
                        + logLikelihood(BgNbd.of(best.r() * Math.exp(-step), best.alpha(), best.a(), best.b()))
                        - 2 * fit.logLikelihood())
                / (step * step);
        double alone = Math.sqrt(-1 / curvature) * best.r();
        assertThat(fit.standardErrors().get("r")).isGreaterThan(alone).isLessThan(3 * alone);
    }

    private static double logLikelihood(BgNbd model) {
        return Cdnow.recencies().stream().mapToDouble(model::logLikelihood).sum();
    }

    @Test
    void columnsGiveTheSameFitAsTheFold() {
        List<Recency> customers = Cdnow.recencies();
        RecencyColumns columns = RecencyColumns.of(
                customers.stream().mapToInt(each -> (int) each.repeats()).toArray(),
                customers.stream().mapToDouble(Recency::last).toArray(),
                customers.stream().mapToDouble(Recency::age).toArray());
        assertThat(columns.patterns()).isEqualTo(Patterns.metric().over(customers));
        assertThat(columns.patterns())
                .hasToString("Patterns[customers=2357, repeaters=946, patterns="
                        + columns.patterns().size() + "]");
        assertThat(BgNbd.fit(columns.patterns())).isEqualTo(BgNbd.metric().over(customers));
        BgNbd model = BgNbd.of(0.243, 4.414, 0.793, 2.426);
        assertThat(columns.each(model::alive))
                .containsExactly(customers.stream().mapToDouble(model::alive).toArray());
    }

    @Test
    void customersThatCannotBeAreNamedAndCounted() {
        int[] repeats = {1, -1, 0, 2, 0, 1, 1, 3};
        double[] last = {1, 0, 2, 0, 0, 5, Double.NaN, 1};
        double[] age = {2, 3, 3, 3, Double.POSITIVE_INFINITY, 4, 4, 1};
        assertThatThrownBy(() -> RecencyColumns.of(repeats, last, age, row -> "customer " + (char) ('A' + row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "6 of 8 customers cannot be; customer B: repeats -1 is below 0; customer C: last 2.0 does not go"
                                + " with 0 repeats: it is 0 without them, and only then; customer D: last 0.0 does not go with 2"
                                + " repeats: it is 0 without them, and only then; customer E: age Infinity is not a finite number"
                                + " of at least 0; customer F: last 5.0 is outside 0..4.0, the age; ...");
        assertThatThrownBy(() -> RecencyColumns.of(new int[1], new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of 1 repeats, 2 last orders and 1 ages are not of the same customers");
        assertThatThrownBy(() -> RecencyColumns.of(new int[] {1}, new double[] {2}, new double[] {1}))
                .hasMessageContaining("row 0");
        assertThatThrownBy(() -> new Recency(1, 2, 1)).hasMessage("last 2.0 is outside 0..1.0, the age");
        assertThat(new Recency(0, -0.0, 3)).isEqualTo(new Recency(0, 0, 3));
    }
}
