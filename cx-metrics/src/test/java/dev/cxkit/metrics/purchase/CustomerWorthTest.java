package dev.cxkit.metrics.purchase;

import static dev.cxkit.metrics.purchase.Shop.day;
import static dev.cxkit.metrics.purchase.Shop.log;
import static dev.cxkit.metrics.purchase.Shop.orders;
import static dev.cxkit.metrics.purchase.Shop.purchases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.purchase.PurchaseTrend.Direction;
import dev.cxkit.metrics.purchase.WalkAway.Experience;
import dev.cxkit.metrics.stats.Calibration;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.PredictionErrors;
import dev.cxkit.metrics.stats.Predictor;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.subscription.RevenueAtRisk;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers are worth, how they change, and what goes with that. */
class CustomerWorthTest {

    /** The example of the Department of Justice of the USA: shares of 30, 30, 20 and 20 % have an index of 2,600. */
    @Test
    void concentrationIsThatOfTheExampleInPrint() {
        RevenueConcentration four =
                log(30).metric(RevenueConcentration.metric()).over(orders("0:30", "1:10 2:20", "0:20", "5:20", "6:-3"));
        assertThat(four.herfindahl().orElseThrow()).isCloseTo(0.26, within(1e-12));
        assertThat(four.customers()).isEqualTo(4);
        assertThat(four.revenue()).isEqualTo(100);
        assertThat(four.topShare(1)).hasValue(0.3);
        assertThat(four.topShare(3)).hasValue(0.8);
        assertThat(four.topShare(9)).hasValue(1);
        assertThat(four.topShareOf(0.5)).hasValue(0.6);
        assertThat(four.topShareOf(0.51)).as("rounded up").hasValue(0.8);
        RevenueConcentration equal = log(1).metric(RevenueConcentration.metric())
                .over(orders(Collections.nCopies(100, "0:100").toArray(String[]::new)));
        assertThat(equal.topShareOf(0.07)).as("7 of 100").hasValue(0.07);
        assertThat(equal.topShareOf(0.55)).hasValue(0.55);
        assertThat(four).hasToString("RevenueConcentration[customers=4, revenue=100, unmatchedRefunds=0]");
        RevenueConcentration free =
                log(30).metric(RevenueConcentration.metric()).over(orders("0:0"));
        assertThat(free.herfindahl()).isEmpty();
        assertThat(free.topShare(1)).isEmpty();
        assertThat(free.topShareOf(1)).isEmpty();
        assertThatThrownBy(() -> free.topShare(0)).hasMessage("customers 0 is below 1");
        assertThatThrownBy(() -> free.topShareOf(0)).hasMessage("share 0.0 is not above 0 and at most 1");
    }

    @Test
    void historicValueIsTheMarginSoFarDiscountedToTheFirstPurchase() {
        Purchases bought = purchases(log(30), "3:100 4:110 13:121");
        assertThat(HistoricLifetimeValue.of(0.25).valueOf(bought)).isEqualTo(82.75);
        assertThat(HistoricLifetimeValue.of(1).discounted(0.1).valueOf(purchases(log(30), "3:100 4:110 5:121")))
                .isCloseTo(300, within(1e-10));
        assertThat(HistoricLifetimeValue.of(1).valueOf(purchases(log(30), "3:-1")))
                .isZero();
        Moments all = log(30).metric(HistoricLifetimeValue.of(0.5)).over(orders("1:10", "2:30 3:10", "3:-4"));
        assertThat(all.n()).isEqualTo(2);
        assertThat(all.mean()).hasValue(12.5);
        assertThatThrownBy(() -> HistoricLifetimeValue.of(1.5)).hasMessage("marginRate 1.5 is outside 0..1");
        assertThatThrownBy(() -> HistoricLifetimeValue.of(1).discounted(Double.NaN))
                .hasMessage("effectiveRate NaN is not a finite number of at least 0");
    }

    /** {@code binom.test(2, 12)} in R 4.2.2 gives p = 0.03857, {@code binom.test(3, 12)} 0.146. */
    @ParameterizedTest
    @CsvSource({
        "2, 10, DOWN",
        "10, 2, UP",
        "3, 9, FLAT",
        "0, 0, FLAT",
        "0, 5, FLAT",
        "0, 6, DOWN",
        "4000, 2000, UP",
        "3000, 3000, FLAT"
    })
    void aCustomerGoesUpOrDownOnlyWhereChanceDoesNotExplainIt(long latest, long before, Direction direction) {
        assertThat(PurchaseTrend.direction(latest, before, 0.95)).isEqualTo(direction);
    }

    @Test
    void trendsAreOfTheLatestWindowBesideTheOneBefore() {
        // The days 4 to 11 and 12 to 19.
        PurchaseTrend trend = log(20).metric(PurchaseTrend.metric(Duration.ofDays(8), 0.95))
                .over(orders("4 12 13 14 15 16 17 18 19", "0 4 5 6 7 8 9 10 11", "3 12", "5 6", "3:-1"));
        assertThat(trend.up()).as("8 after 1").isEqualTo(1);
        assertThat(trend.down()).as("0 after 8").isEqualTo(1);
        assertThat(trend.flat()).isEqualTo(1);
        assertThat(trend.young()).as("seen for 15 days").isEqualTo(1);
        assertThat(trend.change().mean().orElseThrow()).isCloseTo((7 - 8 + 1) / 3.0, within(1e-12));
        assertThat(trend.direction()).hasValue(Direction.FLAT);
        PurchaseTrend falls =
                log(20).metric(PurchaseTrend.metric(Duration.ofDays(8), 0.95)).over(orders("0 4 5", "0 4 6", "0 4"));
        assertThat(falls.direction()).hasValue(Direction.DOWN);
        assertThatThrownBy(() -> PurchaseTrend.metric(Duration.ofDays(0), 0.95))
                .hasMessage("window PT0S is no Duration or Period above 0");
        assertThatThrownBy(() -> PurchaseTrend.metric(Duration.ofDays(1), 1))
                .hasMessage("level 1.0 is not above 0 and below 1");
    }

    @Test
    void revenueAtRiskIsThatOfThoseWhoMayLeave() {
        RevenueAtRisk risk = log(30).metric(RevenueAtRisk.<Purchases>metric(
                        "inactive for 20 days", Purchases::revenue, purchases -> purchases.sinceLastPurchase() > 20))
                .over(orders("0:30 1:10", "20:60"));
        assertThat(risk).isEqualTo(new RevenueAtRisk(Proportion.of(1, 2), 100, 40));
        assertThat(risk.share()).hasValue(0.4);
        assertThat(new RevenueAtRisk(Proportion.of(0, 0), 0, 0).share()).isEmpty();
        assertThatThrownBy(() -> new RevenueAtRisk(Proportion.of(1, 1), 5, 6)).hasMessage("atRisk 6 is outside 0..5");
        assertThatThrownBy(() -> RevenueAtRisk.<Long>metric("x", amount -> amount, amount -> true)
                        .over(List.of(-1L)))
                .hasMessage("revenue -1 is below 0");
    }

    private record Customer(Purchases purchases, List<Experience> experiences) {}

    private static Customer customer(String bought, String experiences) {
        return new Customer(
                purchases(log(30), bought),
                experiences.isEmpty()
                        ? List.of()
                        : List.of(experiences.split(" ")).stream()
                                .map(word -> new Experience(
                                        day(Double.parseDouble(word.substring(1))), word.startsWith("-")))
                                .toList());
    }

    @Test
    void whoWalksAwayAfterTheFirstBadExperienceIsComparedWithThoseWhoseFirstWasGood() {
        WalkAway walked = WalkAway.<Customer>metric(Customer::purchases, Customer::experiences, Duration.ofDays(10))
                .over(List.of(
                        customer("0 1 5", "-1"),
                        customer("0 1 12", "-1"),
                        customer("0 1", "-1.5"),
                        customer("0 2 9 20", "+2 -9"),
                        customer("0 2 9", "+2"),
                        customer("0 2", "+2"),
                        customer("20", "-20"),
                        customer("25", "+25"),
                        customer("1", "")));
        assertThat(walked.afterBad())
                .as("c1 bought again after 11 days, c3 after 11 too, c2 never; c0 after 4")
                .isEqualTo(Proportion.of(3, 4));
        assertThat(walked.control()).isEqualTo(Proportion.of(1, 3));
        assertThat(walked.immatureBad()).isEqualTo(1);
        assertThat(walked.immatureControl()).isEqualTo(1);
        assertThat(walked.difference().orElseThrow().value()).isCloseTo(5 / 12.0, within(1e-12));
        assertThatThrownBy(() -> WalkAway.<Customer>metric(Customer::purchases, Customer::experiences, Duration.ZERO))
                .hasMessage("within PT0S is no Duration or Period above 0");
    }

    private record Asked(String band, Purchases purchases) {}

    @Test
    void anOutcomeIsCountedByBandAndTheYoungAreApart() {
        Segments<String, Linkage> linkage = Linkage.<Asked>metric(
                        "purchase within 10 days",
                        asked -> OutcomeWindow.ofPurchase(asked.purchases, day(2), Duration.ofDays(10)))
                .<String>by(Asked::band)
                .over(List.of(
                        new Asked("promoter", purchases(log(30), "2 5")),
                        new Asked("promoter", purchases(log(30), "2 12")),
                        new Asked("promoter", purchases(log(9), "2 5")),
                        new Asked("detractor", purchases(log(30), "2 13")),
                        new Asked("detractor", purchases(log(30), "2 2.5"))));
        assertThat(linkage.each())
                .containsEntry("promoter", new Linkage(Proportion.of(2, 2), 1))
                .containsEntry("detractor", new Linkage(Proportion.of(0, 2), 0));
        assertThat(linkage.total()).isEqualTo(new Linkage(Proportion.of(2, 4), 1));
    }

    private record Forecast(double said, double came) {}

    /** 0.1, 0.2 and 0.9 of which the last came: (0.01 + 0.04 + 0.01) / 3, as Brier (1950) has it. */
    @Test
    void aPredictorIsCheckedAgainstWhatCame() {
        Predictor<Forecast> model = about -> about.said < 0 ? OptionalDouble.empty() : OptionalDouble.of(about.said);
        Calibration calibration = model.calibration(about -> about.came > 0)
                .over(List.of(new Forecast(0.1, 0), new Forecast(0.2, 0), new Forecast(0.9, 1), new Forecast(-1, 1)));
        assertThat(calibration.brierScore().orElseThrow()).isCloseTo(0.02, within(1e-12));
        assertThat(calibration.observed()).isEqualTo(Proportion.of(1, 3));
        PredictionErrors errors = model.errors(Forecast::came)
                .over(List.of(new Forecast(5, 2), new Forecast(1, 2), new Forecast(4, 4), new Forecast(-1, 9)));
        assertThat(errors.n()).isEqualTo(3);
        assertThat(errors.bias().orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(errors.meanAbsoluteError().orElseThrow()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(errors.rootMeanSquaredError().orElseThrow()).isCloseTo(Math.sqrt(10 / 3.0), within(1e-12));
        assertThat(model.errors(Forecast::came).over(List.of()).rootMeanSquaredError())
                .isEmpty();
    }
}
