package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The 39 weeks of CDNOW that the model has not seen, and what customers are worth in the year after them. */
class ValidationTest {

    /** Fader, Hardie and Lee (2005), table 2. */
    private static final BgNbd MODEL = BgNbd.of(0.243, 4.414, 0.793, 2.426);

    @Test
    void theModelIsHeldAgainstWhatCustomersDidAfterwards() {
        // SciPy 1.17: the textbook's formula with scipy.special.hyp2f1 for each customer, by the log.
        Holdout holdout = Holdout.metric(MODEL, 39)
                .over(Cdnow.log().stream().map(Cdnow.Log::outcome).toList());
        assertThat(holdout.customers()).isEqualTo(2357);
        assertThat(holdout.actual()).isEqualTo(1882);
        assertThat(holdout.expected()).isCloseTo(1653.941259313348, within(1e-8));
        assertThat(holdout.meanAbsoluteError().orElseThrow()).isCloseTo(1851.6807617852999 / 2357, within(1e-10));
        assertThat(holdout.rootMeanSquaredError().orElseThrow())
                .isCloseTo(Math.sqrt(6094.240744971358 / 2357), within(1e-10));
        assertThat(holdout.bias().orElseThrow()).isCloseTo(1653.941259313348 / 1882 - 1, within(1e-10));
        assertThat(holdout.byFrequency())
                .extracting(Holdout.Bin::frequency)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(holdout.byFrequency())
                .extracting(Holdout.Bin::customers)
                .containsExactly(1411L, 439L, 214L, 100L, 62L, 38L, 29L, 64L);
        assertThat(holdout.byFrequency())
                .extracting(Holdout.Bin::actual)
                .containsExactly(334L, 306L, 298L, 156L, 157L, 112L, 112L, 407L);
        assertThat(holdout.byFrequency().get(7).expected()).isCloseTo(394.05259307387774, within(1e-8));
    }

    @Test
    void repeatOrdersAreTrackedOverTime() {
        // SciPy 1.17, as above. The actual repeats of 39 weeks are the 2,457 that the published summary of the
        // customers has,
        // and with the 1,882 of the weeks after them 4,339; those of 13, 26, 52 and 65 weeks are counted in Python, by
        // days
        // before the 92nd, 183rd, 365th and 456th day.
        Tracking tracking = Tracking.metric(MODEL, 13, 6)
                .over(Cdnow.log().stream().map(Cdnow.Log::history).toList());
        assertThat(tracking.rows()).extracting(Tracking.Row::time).containsExactly(13.0, 26.0, 39.0, 52.0, 65.0, 78.0);
        assertThat(tracking.rows())
                .extracting(Tracking.Row::actual)
                .containsExactly(828L, 1746L, 2457L, 3183L, 3844L, 4339L);
        assertThat(Cdnow.recencyFrequencies().stream()
                        .mapToLong(RecencyFrequency::frequency)
                        .sum())
                .isEqualTo(2457);
        assertThat(tracking.rows().get(0).expected()).isCloseTo(723.6338006523049, within(1e-8));
        assertThat(tracking.rows().get(2).expected()).isCloseTo(2505.1430138667624, within(1e-8));
        assertThat(tracking.rows().get(5).expected()).isCloseTo(4171.433582303185, within(1e-8));
    }

    @Test
    void theRoundedTimesOfTheTableGiveTheSameFitAsTheExactOnesAndADayOffDoesNot() {
        BgNbd exact = fitUntil(Cdnow.Log.CALIBRATION);
        BgNbd rounded =
                BgNbd.metric().over(Cdnow.recencyFrequencies()).orElseThrow().model();
        BgNbd dayLater = fitUntil(Cdnow.Log.CALIBRATION + 1);
        assertThat(exact.alpha()).isCloseTo(rounded.alpha(), within(0.001));
        assertThat(exact.b()).isCloseTo(rounded.b(), within(0.001));
        assertThat(Math.abs(dayLater.b() - rounded.b())).isGreaterThan(0.005);
    }

    private static BgNbd fitUntil(long day) {
        return BgNbd.metric()
                .over(Cdnow.log().stream()
                        .map(each -> each.recencyFrequency(day))
                        .toList())
                .orElseThrow()
                .model();
    }

    @Test
    void theValueOfAHorizonIsTheSumOfItsPeriods() {
        RecencyFrequency customer = new RecencyFrequency(2, 30.43, 38.86);
        double month = 30.4375 / 7;
        double first = MODEL.expectedOrders(customer, month);
        double second = MODEL.expectedOrders(customer, 2 * month) - first;
        Horizon horizon = Horizon.of(2, month, 0.01);
        assertThat(horizon.discountedOrders(MODEL, customer))
                .isCloseTo(first / 1.01 + second / (1.01 * 1.01), within(1e-14));
        assertThat(horizon.midPeriod().discountedOrders(MODEL, customer))
                .isCloseTo(first / Math.sqrt(1.01) + second / Math.pow(1.01, 1.5), within(1e-14));
        assertThat(Horizon.of(12, month, 0).discountedOrders(MODEL, customer))
                .as("without a discount")
                .isCloseTo(MODEL.expectedOrders(customer, 12 * month), within(1e-13));
        assertThat(Horizon.of(12, 28 / 7.0, 0).discountedOrders(MODEL, customer))
                .as("a month is not four weeks")
                .isLessThan(0.95 * Horizon.of(12, month, 0).discountedOrders(MODEL, customer));
    }

    @Test
    void valueForEverIsMoreThanThatOfAnyHorizon() {
        double weekly = Math.log1p(0.15) / 52;
        RecencyFrequency customer = new RecencyFrequency(2, 30.43, 38.86);
        double ever = MODEL.continuouslyDiscountedOrders(customer, weekly);
        double years = Horizon.of(5_000, 1, Math.expm1(weekly)).midPeriod().discountedOrders(MODEL, customer);
        assertThat(ever).isBetween(years, years * 1.001);
    }

    @Test
    void withoutCustomersThereAreNoErrors() {
        Holdout nothing = Holdout.metric(MODEL, 39).over(List.of());
        assertThat(nothing.meanAbsoluteError()).isEmpty();
        assertThat(nothing.rootMeanSquaredError()).isEmpty();
        assertThat(nothing.bias()).isEmpty();
        assertThat(Tracking.metric(MODEL, 1, 2).over(List.of()).rows())
                .containsExactly(new Tracking.Row(1, 0, 0), new Tracking.Row(2, 0, 0));
    }

    @Test
    void manyOrdersAreOneBin() {
        List<Holdout.Outcome> outcomes = LongStream.range(5, 12)
                .mapToObj(x -> new Holdout.Outcome(new RecencyFrequency(x, 9, 10), 1))
                .toList();
        assertThat(Holdout.metric(MODEL, 4).over(outcomes).byFrequency())
                .extracting(Holdout.Bin::customers)
                .containsExactly(1L, 1L, 5L);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Holdout.Outcome(RecencyFrequency.NEW, -1)).hasMessage("orders -1 is below 0");
        assertThatThrownBy(() -> Holdout.metric(MODEL, 0)).hasMessage("span 0.0 is not a finite number above 0");
        assertThatThrownBy(() -> Tracking.metric(MODEL, 1, 0)).hasMessage("steps 0 is below 1");
        assertThatThrownBy(() -> new Tracking.History(3, List.of(2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("repeat at 2.0 is not after the first at 3.0");
        assertThatThrownBy(() -> Horizon.of(0, 1, 0.1)).hasMessage("periods 0 is below 1");
        assertThatThrownBy(() -> Horizon.of(1, 1, -0.1))
                .hasMessage("effectiveRate -0.1 is not a finite number of at least 0");
    }
}
