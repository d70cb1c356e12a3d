package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    private static List<Spend> cdnow() {
        return Cdnow.customers().stream()
                .map(each -> new Spend(each.recencyFrequency().frequency(), each.mean()))
                .toList();
    }

    @Test
    void theFitToCdnowIsThePublishedOne() {
        // Fader and Hardie (2013), note 025; the likelihood from the tests of the R package CLVTools.
        Fit<GammaGamma> fit = GammaGamma.metric().over(cdnow()).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        assertThat(fit.n()).isEqualTo(946);
        assertThat(fit.model().p()).isCloseTo(6.25, within(0.03));
        assertThat(fit.model().q()).isCloseTo(3.74, within(0.005));
        assertThat(fit.model().gamma()).isCloseTo(15.44, within(0.077));
        assertThat(fit.model().mean().orElseThrow()).isCloseTo(35.2, within(0.05));
        double sum = cdnow().stream()
                .filter(spend -> spend.orders() > 0)
                .mapToDouble(fit.model()::logLikelihood)
                .sum();
        assertThat(fit.logLikelihood()).isCloseTo(sum, within(1e-8));
    }

    @Test
    void withMeansThatAreNotRoundedToCentsTheLikelihoodIsThePublishedOneToo() {
        List<Spend> exact = Cdnow.log().stream().map(Cdnow.Log::spend).toList();
        assertThat(GammaGamma.metric().over(exact).orElseThrow().logLikelihood())
                .isCloseTo(-4055.9177, within(1e-4));
    }

    @Test
    void theMeansOfTheFirstTenCustomersAreThePublishedOnes() {
        GammaGamma model = GammaGamma.metric().over(cdnow()).orElseThrow().model();
        double[] expected = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
        for (int i = 0; i < expected.length; i++) {
            assertThat(model.mean(cdnow().get(i)).orElseThrow()).isCloseTo(expected[i], within(0.01));
        }
    }

    @Test
    void giftsAndRefundsAreCountedAndNotFitted() {
        List<Spend> more = new ArrayList<>(cdnow());
        more.add(new Spend(3, 0));
        more.add(new Spend(1, -4.5));
        more.add(Spend.NONE);
        Fit<GammaGamma> fit = GammaGamma.metric().over(more).orElseThrow();
        assertThat(fit.excluded()).isEqualTo(2);
        assertThat(fit.model())
                .isEqualTo(GammaGamma.metric().over(cdnow()).orElseThrow().model());
        assertThat(fit.model().mean(new Spend(1, -4.5))).isEmpty();
        assertThat(fit.model().mean(new Spend(3, 0)).orElseThrow()).isPositive();
    }

    @Test
    void anInfiniteMeanIsNoNumber() {
        GammaGamma heavy = GammaGamma.of(0.3, 0.5, 10);
        assertThat(heavy.mean()).isEmpty();
        assertThat(heavy.mean(new Spend(1, 20))).as("p + q below 1").isEmpty();
        assertThat(heavy.mean(new Spend(10, 20)).orElseThrow()).isPositive();
        // Amounts of p = 1 with scales of q = 1/2, which is half the square of a normal number.
        Random random = new Random(1);
        List<Spend> spread = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double scale = Math.pow(random.nextGaussian(), 2) / 2;
            int orders = 1 + i % 4;
            double sum = 0;
            for (int order = 0; order < orders; order++) {
                sum -= Math.log(random.nextDouble()) / scale;
            }
            spread.add(new Spend(orders, sum / orders));
        }
        Fit<GammaGamma> fit = GammaGamma.metric().over(spread).orElseThrow();
        assertThat(fit.model().q()).isLessThan(1);
        assertThat(fit.status()).isEqualTo(Fit.Status.MEAN_UNDEFINED);
        assertThat(fit.model().mean()).isEmpty();
    }

    @Test
    void aHugeShapeLeavesTheMean() {
        // (gamma + 50) / (10 + (q - 1) / p).
        assertThat(GammaGamma.of(1e308, 2, 1).mean(new Spend(10, 5)).orElseThrow())
                .isCloseTo(5.1, within(1e-14));
    }

    @Test
    void ordersAndAmountsAreHardlyCorrelatedAtCdnow() {
        // NumPy 2: corrcoef(x, m) over the 946 repeaters, and the limits tanh(atanh(r) -+ 1.959964 / sqrt(943)).
        Estimate r = GammaGamma.correlationMetric().over(cdnow()).orElseThrow();
        assertThat(r.value()).isCloseTo(CORRELATION, within(1e-12));
        assertThat(r.interval().orElseThrow().low())
                .isCloseTo(
                        Math.tanh(0.5 * Math.log((1 + CORRELATION) / (1 - CORRELATION))
                                - 1.959963984540054 / Math.sqrt(943)),
                        within(1e-9));
        assertThat(r.n()).isEqualTo(946);
    }

    private static final double CORRELATION = 0.11388391048600445;

    @Test
    void withoutCustomersOrVariationThereIsNothing() {
        assertThat(GammaGamma.metric().over(List.of())).isEmpty();
        assertThat(GammaGamma.metric().over(List.of(new Spend(1, 5), new Spend(2, 5))))
                .as("one mean")
                .isEmpty();
        assertThat(GammaGamma.correlationMetric().over(List.of(new Spend(1, 5), new Spend(2, 5))))
                .isEmpty();
        List<Spend> line = List.of(new Spend(1, 1), new Spend(2, 2), new Spend(3, 3), new Spend(4, 4));
        assertThat(GammaGamma.correlationMetric().over(line).orElseThrow().value())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Spend(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean NaN is not a finite number");
        assertThatThrownBy(() -> new Spend(-1, 1)).hasMessage("orders -1 is below 0");
        assertThatThrownBy(() -> GammaGamma.of(1, -1, 1)).hasMessage("q -1.0 is not a finite number above 0");
        assertThatThrownBy(() -> GammaGamma.of(1, 1, 1).logLikelihood(Spend.NONE))
                .hasMessage("orders 0.0 is not a finite number above 0");
    }
}
