package dev.cxkit.metrics.purchase;

import static dev.cxkit.metrics.purchase.Shop.day;
import static dev.cxkit.metrics.purchase.Shop.log;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import dev.cxkit.metrics.lifetime.BgNbd;
import dev.cxkit.metrics.stats.Predictor;
import dev.cxkit.metrics.subscription.RevenueAtRisk;
import dev.cxkit.metrics.survival.KaplanMeier;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measure of purchases keeps the laws of the fold. */
class PurchaseContractTest {

    private static final OrderLog LOG = log(35);
    private static final Cadence WEEKS = Cadence.weekly(ZoneOffset.UTC);
    private static final CohortRetention RETENTION =
            CohortRetention.of(WEEKS, LOG.to()).upTo(3);
    private static final Predictor<Purchases> MODEL =
            purchases -> purchases.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(1.0 / purchases.size());

    static Stream<Metric<Purchases, ?>> metrics() {
        return Stream.of(
                RepeatPurchases.metric(),
                SecondPurchase.metric(Duration.ofDays(7)),
                SecondPurchase.metric(Duration.ofDays(8)),
                KaplanMeier.metric()
                        .<Purchases>onEach(SecondPurchase::survivalTimes)
                        .named("time to second purchase"),
                InterpurchaseTimes.metric(),
                RETENTION,
                RETENTION.upTo(4),
                RETENTION.withMode(RetentionMode.ROLLING),
                RETENTION.withMode(RetentionMode.UNINTERRUPTED),
                RETENTION.sinceFirstPurchase(Duration.ofDays(5)),
                RETENTION.sinceFirstPurchase(Period.ofDays(5)),
                RETENTION.sinceFirstPurchase(Period.ofMonths(1)),
                CohortRevenue.metric(RETENTION),
                CohortRevenue.metric(RETENTION.withMode(RetentionMode.ROLLING)),
                CohortRevenue.metric(RETENTION.sinceFirstPurchase(Duration.ofDays(5))),
                LifeCycle.metric(WEEKS, LOG.to()),
                ActivityChurn.metric(Duration.ofDays(4), ActivityChurn.Dating.AT_LIMIT, WEEKS, LOG),
                ActivityChurn.metric(Duration.ofDays(4), ActivityChurn.Dating.BACKDATED, WEEKS, LOG),
                ActivityChurn.metric(Duration.ofDays(5), ActivityChurn.Dating.AT_LIMIT, WEEKS, LOG),
                ActivityChurn.metric(
                        Duration.ofDays(4),
                        ActivityChurn.Dating.AT_LIMIT,
                        ActivityChurn.Counting.POINT_TO_POINT,
                        WEEKS,
                        LOG),
                LOG.holdout(BgNbd.of(1, 5, 1, 2), day(9), Duration.ofDays(7)),
                LOG.holdout(BgNbd.of(1, 5, 1, 2), day(10), Duration.ofDays(7)),
                LOG.tracking(BgNbd.of(1, 5, 1, 2), day(0), Duration.ofDays(7), Duration.ofDays(7)),
                LOG.tracking(BgNbd.of(1, 5, 1, 2), day(0), Duration.ofDays(1), Duration.ofDays(1)),
                RfmRule.ntile(4),
                HistoricLifetimeValue.of(0.3).discounted(0.01),
                PurchaseSummary.metric(RfmRule.quantiles(3), RETENTION),
                PurchaseTrend.metric(Duration.ofDays(9), 0.8),
                PurchaseTrend.metric(Duration.ofDays(9), 0.95),
                RevenueConcentration.metric(),
                RevenueAtRisk.<Purchases>metric("few", Purchases::revenue, purchases -> purchases.size() < 3),
                Linkage.<Purchases>metric(
                                "week", purchases -> OutcomeWindow.ofPurchase(purchases, day(9), Duration.ofDays(7)))
                        .<Long>by(purchases -> purchases.unmatchedRefunds() % 3),
                WalkAway.<Purchases>metric(
                        purchases -> purchases,
                        purchases -> purchases.size() == 0
                                ? List.of()
                                : List.of(new WalkAway.Experience(purchases.at(0), purchases.amount(0) % 2 == 0)),
                        Duration.ofDays(7)),
                MODEL.calibration(purchases -> purchases.size() < 3),
                MODEL.errors(purchases -> (double) purchases.size()));
    }

    private static Purchases purchases(Random random, int number) {
        CustomerId customer = CustomerId.of("c" + number);
        List<Order> orders = IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> Shop.random(random))
                .map(any ->
                        new Order(any.id(), customer, any.occurredAt(), any.amount(), null, List.of(), any.refunds()))
                .toList();
        return LOG.purchases(customer, orders);
    }

    @Tag(OtherJvm.TAG)
    @ParameterizedTest
    @MethodSource("metrics")
    <R> void theLawsHold(Metric<Purchases, R> metric) {
        for (int size : new int[] {0, 1, 2, 60}) {
            Random random = new Random(size);
            MetricLaws.hold(
                    metric,
                    IntStream.range(0, size)
                            .mapToObj(i -> purchases(random, random.nextInt(30)))
                            .toList(),
                    random);
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    @SuppressWarnings("unchecked")
    <R> void anotherMeasureIsRefused(Metric<Purchases, R> metric) {
        metrics()
                .filter(other -> !other.definition().equals(metric.definition()))
                .forEach(other -> MetricLaws.otherConfigurationIsRefused(metric, (Metric<Purchases, R>) other));
    }

    @Nested
    class OfOrders extends MetricContract<Order, RepeatPurchases> {
        @Override
        protected Metric<Order, RepeatPurchases> metric() {
            return LOG.metric(RepeatPurchases.metric());
        }

        @Override
        protected Order observation(Random random) {
            return Shop.random(random);
        }

        @Override
        protected List<Metric<Order, RepeatPurchases>> otherConfigurations() {
            return List.of(OrderLog.of(Currency.getInstance("USD"), ZoneOffset.UTC, LOG.to())
                    .metric(RepeatPurchases.metric()));
        }
    }

    @Nested
    class OfScores extends MetricContract<Order, RfmScores> {
        @Override
        protected Metric<Order, RfmScores> metric() {
            return LOG.purchaseRule(PurchaseRule.RAW).metric(RfmRule.quantiles(5));
        }

        @Override
        protected Order observation(Random random) {
            return Shop.random(random);
        }
    }
}
