package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.numeric.PatternCounts;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MBG/NBD, Pareto/NBD and BG/BB against what is published of them. */
class OtherModelsTest {

    @Test
    void theModifiedFitToCdnowIsThatOfBtydPlus() {
        // Documentation of the R package BTYDplus.
        Fit<MbgNbd> fit = MbgNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        assertThat(fit.model().r()).isCloseTo(0.525, within(0.0005));
        assertThat(fit.model().alpha()).isCloseTo(6.183, within(0.0005));
        assertThat(fit.model().a()).isCloseTo(0.891, within(0.0005));
        assertThat(fit.model().b()).isCloseTo(1.614, within(0.0005));
    }

    @Test
    void theParetoFitToCdnowIsThePublishedOne() {
        // Fader, Hardie and Lee (2005), table 2; standard errors from the tests of the R package CLVTools.
        Fit<ParetoNbd> fit = ParetoNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        assertThat(fit.model().r()).isCloseTo(0.553, within(0.0005));
        assertThat(fit.model().alpha()).isCloseTo(10.578, within(0.0105));
        assertThat(fit.model().s()).isCloseTo(0.606, within(0.0006));
        assertThat(fit.model().beta()).isCloseTo(11.669, within(0.058));
        assertThat(fit.logLikelihood()).isCloseTo(-9595.0, within(0.05));
        assertThat(fit.standardErrors().get("r")).isCloseTo(0.0476264, Percentage.withPercentage(1));
        assertThat(fit.standardErrors().get("alpha")).isCloseTo(0.8427222, Percentage.withPercentage(1));
        assertThat(fit.standardErrors().get("s")).isCloseTo(0.1872594, Percentage.withPercentage(1));
        assertThat(fit.standardErrors().get("beta")).isCloseTo(6.2105448, Percentage.withPercentage(1));
        double sum = Cdnow.recencyFrequencies().stream()
                .mapToDouble(fit.model()::logLikelihood)
                .sum();
        assertThat(fit.logLikelihood()).isCloseTo(sum, within(1e-8));
    }

    @Test
    void anAlmostMissingDiscountLeavesANumber() {
        // mpmath 1.3, 40 digits: r beta / alpha U(1, 2 - s, rate beta).
        double expected = 5.034555367373673e123;
        assertThat(ParetoNbd.of(.55, 10.6, .6, 11.7).continuouslyDiscountedOrders(RecencyFrequency.NEW, 1e-310))
                .isCloseTo(expected, within(1e-11 * expected));
    }

    @Test
    void paretoPredictsAsInTheManualOfBtyd() {
        ParetoNbd manual = ParetoNbd.of(0.55, 10.56, 0.61, 11.64);
        double[] expected = {
            0.0,
            0.05077821,
            0.09916088,
            0.14542507,
            0.1897993,
            0.23247466,
            0.27361274,
            0.31335159,
            0.35181024,
            0.38909211
        };
        for (int week = 0; week < expected.length; week++) {
            assertThat(manual.expectedOrders(RecencyFrequency.NEW, week)).isCloseTo(expected[week], within(5e-9));
        }
        RecencyFrequency best = new RecencyFrequency(26, 30.86, 31);
        assertThat(ParetoNbd.of(0.553, 10.578, 0.606, 11.669).expectedOrders(best, 52))
                .isCloseTo(25.46, within(0.005));
        assertThat(ParetoNbd.of(0.5534, 10.5802, 0.6061, 11.6562).probabilityAlive(best))
                .isCloseTo(0.9979, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({
        "520, 519, 520, 520, 520, 0.007961431523684456",
        "1000, 37.99, 38, 5200, 1000, 0.0001969032667839823",
        "2000, 364, 365, 1826, 500, 0.0001972420503848296",
        "300, 37.9, 38, 5200, 300, 0.0006546157847543928",
        "300, 37.9, 38, 52000, 300, 0.0006546157847543928",
        "365, 364, 365, 36500, 365, 0.0005397895750037168"
    })
    void ordersOfFrequentCustomersAreProbableAsByQuadrature(
            long repeats, double last, double age, double span, int orders, double expected) {
        // mpmath 1.3, 30 digits: quad over the time of stopping, in its logarithm and in pieces around the peak.
        ParetoNbd model = ParetoNbd.of(.55, 10.6, .6, 11.7);
        assertThat(model.probabilityOfOrders(new RecencyFrequency(repeats, last, age), span, orders))
                .isCloseTo(expected, within(1e-9 * expected));
    }

    private static final BgBb DONATIONS = BgBb.of(1.204, 0.750, 0.657, 2.783);

    private static RecencyFrequencyPatterns donations() {
        List<String[]> rows = Cdnow.rows("donations/donations_bgbb.csv");
        PatternCounts tally = new PatternCounts();
        rows.forEach(row -> tally.add(
                Long.parseLong(row[0]),
                Double.parseDouble(row[1]),
                Double.parseDouble(row[2]),
                Long.parseLong(row[3])));
        return RecencyFrequencyPatterns.of(tally);
    }

    @Test
    void theFitToDonationsIsThePublishedOne() {
        // Fader, Hardie and Shang (2010), table 2: 11,104 donors of the cohort of 1995.
        Fit<BgBb> fit = BgBb.fit(donations()).orElseThrow();
        assertThat(fit.n()).isEqualTo(11_104);
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        assertThat(fit.model().alpha()).isCloseTo(1.204, within(0.0005));
        assertThat(fit.model().beta()).isCloseTo(0.750, within(0.0005));
        assertThat(fit.model().gamma()).isCloseTo(0.657, within(0.0005));
        assertThat(fit.model().delta()).isCloseTo(2.783, within(0.0005));
        assertThat(fit.logLikelihood()).isCloseTo(-33225.6, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "1e9, 100, 0.99999994850000392",
        "1e9, 1000000000, 0.70710678043524657",
        "1e16, 100, 0.99999999999999485",
        "1e16, 1000000000, 0.9999999500000036"
    })
    void whoHardlyEverStopsIsAliveWithAProbability(double delta, double later, double expected) {
        // mpmath 1.3, 80 digits: the paper's sums of beta functions.
        assertThat(BgBb.of(1, 1, .5, delta).probabilityAlive(new RecencyFrequency(1, 1, 2), later))
                .isCloseTo(expected, within(1e-13))
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1.204, .75, .657, 2.783, 0, 0, 6, 5, 0.047765391699804465",
        "1e-12, 5, .657, 2.783, 0, 0, 6, 5, 1.4888584712955689e-13",
        "1e-20, 1, 1, 1, 0, 0, 2, 3, 1.6666666666666666e-21",
        "1.2, .75, 50, .01, 0, 0, 30, 4, 1.7589466691012861e-29",
        "1e-30, 1e-3, .5, 1e9, 0, 0, 3, 1000, 5.9870735030268995e-30",
        "2, 1, .5, 1e6, 1, 1, 2, 2000, 0.99999699703143399"
    })
    void aTinyChanceOfAnyOrderKeepsItsDigits(
            double alpha,
            double beta,
            double gamma,
            double delta,
            long x,
            double last,
            double n,
            double span,
            double p) {
        // mpmath 1.3, 60 digits: 1 less the paper's probability of no order, and the sum over the first order; both
        // agree.
        assertThat(BgBb.of(alpha, beta, gamma, delta).probabilityOfAnyOrder(new RecencyFrequency(x, last, n), span))
                .isCloseTo(p, within(1e-12 * p));
    }

    @Test
    void aTinyChanceHasATimeOfItsOwn() {
        // 1 - B(a, 1 + n) / B(a, 1) is a (1 + 1/2 + ... + 1/n) for a tiny a: 1, 1.5 and 1.83 of it.
        assertThat(BgBb.of(1e-20, 1, 1, 1).timeToNextOrder(RecencyFrequency.NEW, 1.6e-20))
                .isEqualTo(3);
    }

    @Test
    void donorsAreAliveAndGiveAsPublished() {
        // The same paper: P(alive in 2002), gifts of 2002 to 2006, and how many donors had given 0 and 6 times.
        assertThat(DONATIONS.probabilityAlive(new RecencyFrequency(0, 0, 6), 1)).isCloseTo(0.11, within(0.005));
        assertThat(DONATIONS.probabilityAlive(new RecencyFrequency(2, 4, 6), 1)).isCloseTo(0.59, within(0.005));
        assertThat(DONATIONS.probabilityAlive(new RecencyFrequency(6, 6, 6), 1)).isCloseTo(0.93, within(0.005));
        RecencyFrequencyPatterns donors = donations();
        BgBb fitted = BgBb.fit(donors).orElseThrow().model();
        double total = 0;
        for (int i = 0; i < donors.size(); i++) {
            total += donors.counts[i] * fitted.expectedOrders(donors.recencyFrequency(i), 5);
        }
        assertThat(total).isCloseTo(12884.2, within(0.1));
        assertThat(11_104 * fitted.probabilityOfOrders(RecencyFrequency.NEW, 6, 0))
                .isCloseTo(3454.9, within(0.1));
        assertThat(11_104 * fitted.probabilityOfOrders(RecencyFrequency.NEW, 6, 6))
                .isCloseTo(1253.1, within(0.1));
    }

    @Test
    void whatTheDiscreteModelCannotTakeIsRefused() {
        assertThatThrownBy(() -> DONATIONS.probabilityAlive(new RecencyFrequency(1, 1.5, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recency 1.5 is not a whole number of 0..10^9 opportunities");
        assertThatThrownBy(() -> DONATIONS.probabilityAlive(new RecencyFrequency(3, 2, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frequency 3 is above recency 2.0: there is one order at an opportunity at most");
        assertThatThrownBy(() ->
                        BgBb.metric().over(List.of(new RecencyFrequency(1, 1, 2.5), new RecencyFrequency(1, 1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age 2.5 is not a whole number of 0..10^9 opportunities; such are 1 of 2 customers");
        assertThatThrownBy(() -> DONATIONS.expectedOrders(RecencyFrequency.NEW, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
