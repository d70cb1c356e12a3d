package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgNbdTest {

    /** The estimates of Fader, Hardie and Lee (2005), with the digits that lifetimes prints. */
    private static final BgNbd CDNOW = BgNbd.of(0.242593, 4.413532, 0.792886, 2.425752);

    @Test
    void parametersNearTheirLimitsLeaveNumbers() {
        // b / (a + b) is alive at once, and without time the likelihood of no order is 1: closed forms.
        MbgNbd atOnce = MbgNbd.of(.5, 6, .8, 1e-17);
        assertThat(atOnce.probabilityAlive(RecencyFrequency.NEW)).isCloseTo(1.25e-17, within(1e-30));
        assertThat(atOnce.logLikelihood(RecencyFrequency.NEW)).isCloseTo(0, within(1e-14));
        assertThat(MbgNbd.of(.5, 6, .8, 1e-310).logLikelihood(RecencyFrequency.NEW))
                .isCloseTo(0, within(1e-12));
        // mpmath 1.3: ln(r alpha^r (b (alpha + 2)^-k + a (alpha + 1)^-k) / (a + b)), k = r + 1.
        assertThat(BgNbd.of(.5, 6, .8, 1e-17).logLikelihood(new RecencyFrequency(1, 1, 2)))
                .isCloseTo(-2.716132669528888, within(1e-13));
        // Without a discount (a + b - 1) / (a - 1), and this one changes it by 10^-248.
        assertThat(BgNbd.of(.25, 4, 1.8, 2.4).continuouslyDiscountedOrders(RecencyFrequency.NEW, 1e-310))
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void theFitTakesASmallCoinAsTheModelDoes() {
        RecencyFrequencyPatterns patterns = RecencyFrequencyPatterns.metric()
                .over(List.of(new RecencyFrequency(1, 1, 2), new RecencyFrequency(0, 0, 3)));
        for (boolean atFirst : new boolean[] {false, true}) {
            double[] slope = new double[4];
            double sum = new BetaGeometricLikelihood(patterns, atFirst).at(new double[] {.5, 6, .8, 1e-17}, slope);
            TransactionModel model = atFirst ? MbgNbd.of(.5, 6, .8, 1e-17) : BgNbd.of(.5, 6, .8, 1e-17);
            assertThat(sum)
                    .isCloseTo(
                            model.logLikelihood(new RecencyFrequency(1, 1, 2))
                                    + model.logLikelihood(new RecencyFrequency(0, 0, 3)),
                            within(1e-12));
            assertThat(slope).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void aCoinThatHardlyEverSaysStopLeavesAProbability() {
        // mpmath 1.3, 80 digits: the formula with loggamma and betainc.
        assertThat(BgNbd.of(.25, 4, 1, 1e15).probabilityOfOrders(new RecencyFrequency(2, 30, 38), 39, 2))
                .isCloseTo(0.1933813869193275, within(1e-14));
    }

    @Test
    void theFitToCdnowIsThePublishedOne() {
        // Fader, Hardie and Lee (2005), table 2.
        Fit<BgNbd> fit = BgNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        assertThat(fit.n()).isEqualTo(2357);
        assertThat(fit.model().r()).isCloseTo(0.243, within(0.0005));
        assertThat(fit.model().alpha()).isCloseTo(4.414, within(0.0005));
        assertThat(fit.model().a()).isCloseTo(0.793, within(0.0005));
        assertThat(fit.model().b()).isCloseTo(2.426, within(0.0005));
        assertThat(fit.logLikelihood()).isCloseTo(-9582.4, within(0.05));
        assertThat(fit.parameters().keySet()).containsExactly("r", "alpha", "a", "b");
    }

    @Test
    void theLikelihoodOfTheFitIsThatOfItsCustomers() {
        Fit<BgNbd> fit = BgNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow();
        double sum = Cdnow.recencyFrequencies().stream()
                .mapToDouble(fit.model()::logLikelihood)
                .sum();
        assertThat(fit.logLikelihood()).isCloseTo(sum, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.1429, 0.0078", "1, 0.0532", "3, 0.1506", "31.8571, 1.0405", "32, 1.0437", "78, 1.8576"})
    void aNewCustomerOrdersAsInTheSpreadsheet(double weeks, double orders) {
        // Fader, Hardie and Lee, "Implementing the BG/NBD model for customer base analysis in Excel" (2005).
        // The spreadsheet cuts the hypergeometric series off, which shows at 78 weeks: 1.85797 by mpmath 1.3.
        assertThat(CDNOW.expectedOrders(RecencyFrequency.NEW, weeks))
                .isCloseTo(orders, within(weeks < 78 ? 0.00005 : 0.0005));
    }

    @Test
    void aKnownCustomerOrdersAsInTheSpreadsheet() {
        // The same note: x = 2, t_x = 30.43, T = 38.86, the next 39 weeks.
        assertThat(CDNOW.expectedOrders(new RecencyFrequency(2, 30.43, 38.86), 39))
                .isCloseTo(1.226, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({
        "26, 30.86, 31.00, 0.710623, 0.9689",
        "18, 35.14, 35.86, 0.424877, 0.9463",
        "29, 37.71, 38.00, 0.662396, 0.9691"
    })
    void theBestCustomersOrderAsInTheGuideOfLifetimes(long x, double last, double age, double orders, double alive) {
        // Quickstart of lifetimes 0.11: expected purchases in the next week.
        RecencyFrequency customer = new RecencyFrequency(x, last, age);
        assertThat(CDNOW.expectedOrders(customer, 1)).isCloseTo(orders, within(1e-5));
        assertThat(CDNOW.probabilityAlive(customer)).isCloseTo(alive, within(0.00005));
    }

    @Test
    void theNumberOfOrdersIsDistributedAsInTheTestsOfLifetimes() {
        // Test suite of lifetimes 0.11, at the parameters rounded to three digits.
        BgNbd rounded = BgNbd.of(0.243, 4.414, 0.793, 2.426);
        double[] expected = {
            0.0019995214, 0.0015170236, 0.0011633150, 0.0009003148, 0.0007023638,
            0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613, 0.0002222260
        };
        assertThat(rounded.probabilityOfOrders(RecencyFrequency.NEW, 39, 0)).isCloseTo(0.5737864, within(5e-8));
        assertThat(rounded.probabilityOfOrders(RecencyFrequency.NEW, 2, 10)).isCloseTo(1.07869e-07, within(5e-13));
        for (int i = 0; i < expected.length; i++) {
            assertThat(rounded.probabilityOfOrders(RecencyFrequency.NEW, 30, 11 + i))
                    .isCloseTo(expected[i], within(5e-11));
        }
    }

    @Test
    void whoOrderedOnceIsAliveHoweverLongAgoThatWas() {
        assertThat(CDNOW.probabilityAlive(new RecencyFrequency(0, 0, 10_000))).isEqualTo(1);
        assertThat(CDNOW.isOverdue(new RecencyFrequency(0, 0, 10_000), 0.5))
                .as("yet overdue")
                .isTrue();
    }

    @Test
    void theNextOrderComesByAQuantileOfLomax() {
        // At the median the share (s / (s + t))^k that has not ordered is one half.
        RecencyFrequency customer = new RecencyFrequency(2, 30.43, 38.86);
        double median = CDNOW.timeToNextOrder(customer, 0.5);
        double scale = CDNOW.alpha() + customer.age();
        assertThat(Math.pow(scale / (scale + median), CDNOW.r() + 2)).isCloseTo(0.5, within(1e-12));
        assertThat(BgNbd.of(1e-4, 1, 1, 1).timeToNextOrder(RecencyFrequency.NEW, 0.9))
                .as("no infinity")
                .isEqualTo(Double.MAX_VALUE);
        assertThatThrownBy(() -> CDNOW.timeToNextOrder(customer, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability 1.0 is not above 0 and below 1");
    }

    @Test
    void overdueIsWhoIsSilentForLongerThanTheGapThatWasToBeExpectedAtTheLastOrder() {
        double gap = CDNOW.timeToNextOrder(new RecencyFrequency(4, 20, 20), 0.9);
        assertThat(CDNOW.isOverdue(new RecencyFrequency(4, 20, 20 + gap * 0.999), 0.9))
                .isFalse();
        assertThat(CDNOW.isOverdue(new RecencyFrequency(4, 20, 20 + gap * 1.001), 0.9))
                .isTrue();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> BgNbd.of(0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("r 0.0 is not a finite number above 0");
        assertThatThrownBy(() -> MbgNbd.of(1, 1, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b NaN is not a finite number above 0");
        assertThatThrownBy(() -> CDNOW.expectedOrders(RecencyFrequency.NEW, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("span -1.0 is not a finite number of at least 0");
        assertThatThrownBy(() -> CDNOW.probabilityOfOrders(RecencyFrequency.NEW, 1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("orders -1 is below 0");
        assertThatThrownBy(() -> CDNOW.continuouslyDiscountedOrders(RecencyFrequency.NEW, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("continuousRate 0.0 is not a finite number above 0");
    }
}
