package dev.cxkit.metrics.subscription;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import dev.cxkit.metrics.purchase.Referrals;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measure of subscriptions keeps the laws of the fold. */
class SubscriptionMetricsContractTest {

    private static final RecurringUnit AMOUNT = RecurringUnit.amount(Ledger.EUR);
    private static final Cadence MONTHLY = Cadence.monthly(ZoneOffset.UTC);

    static Stream<Metric<Subscription, ?>> metrics() {
        return Stream.of(
                RevenueRetention.metric(AMOUNT, RevenueConvention.POINT_TO_POINT, Ledger.months(1, 3)),
                RevenueRetention.metric(AMOUNT, RevenueConvention.MOVEMENTS, Ledger.months(12, 12)),
                RevenueRetention.metric(RecurringUnit.seats(), RevenueConvention.MOVEMENTS, Ledger.months(12, 12)),
                RevenueRetention.metric(AMOUNT, RevenueConvention.MOVEMENTS, MONTHLY, 1, Ledger.months(6, 6)),
                RevenueRetention.metric(AMOUNT, RevenueConvention.POINT_TO_POINT, MONTHLY, 3, Ledger.months(6, 6)),
                RevenueRetention.metric(
                        RecurringUnit.seats(), RevenueConvention.POINT_TO_POINT, MONTHLY, 3, Ledger.months(6, 6)),
                Churn.metric(Ledger.months(1, 3)),
                Churn.metric(PauseRule.RUNNING, Ledger.months(6, 8)),
                Churn.metric(PauseRule.PAYING, Ledger.months(6, 8)),
                ChurnReasons.metric(Ledger.EUR, ReasonRule.SPLIT, Ledger.months(6, 8)),
                ChurnReasons.metric(Ledger.EUR, ReasonRule.FIRST, Ledger.months(6, 8)),
                ChurnReasons.metric(Ledger.EUR, ReasonRule.EVERY, Ledger.months(6, 9)),
                ChurnReasons.metric(Ledger.month(9)));
    }

    @Tag(OtherJvm.TAG)
    @ParameterizedTest
    @MethodSource("metrics")
    @DisplayName("The laws of a fold hold")
    <R> void lawsHold(Metric<Subscription, R> metric) {
        for (int size : List.of(0, 1, 3, 60, 300)) {
            Random random = new Random(size);
            MetricLaws.hold(
                    metric,
                    Stream.generate(() -> SubscriptionText.random(random))
                            .limit(size)
                            .toList(),
                    random);
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    @DisplayName("Other measures are refused")
    @SuppressWarnings("unchecked")
    <R> void othersAreRefused(Metric<Subscription, R> metric) {
        metrics()
                .filter(other -> !other.definition().equals(metric.definition()))
                .forEach(other -> MetricLaws.otherConfigurationIsRefused(metric, (Metric<Subscription, R>) other));
    }

    @Nested
    class OfEarnedGrowth extends MetricContract<CustomerRevenue, EarnedGrowth> {
        @Override
        protected Metric<CustomerRevenue, EarnedGrowth> metric() {
            return EarnedGrowth.metric(Ledger.EUR);
        }

        @Override
        protected CustomerRevenue observation(Random random) {
            CustomerRevenue.Won[] won = CustomerRevenue.Won.values();
            return new CustomerRevenue(
                    new Money(Math.max(0, random.nextInt(200) - 50), Ledger.EUR),
                    new Money(Math.max(0, random.nextInt(200) - 50), Ledger.EUR),
                    won[random.nextInt(won.length)]);
        }

        @Override
        protected List<Metric<CustomerRevenue, EarnedGrowth>> otherConfigurations() {
            return List.of(EarnedGrowth.metric(Currency.getInstance("USD")));
        }
    }

    @Nested
    class OfReferrals extends MetricContract<Referrals.CustomerReferrals, Referrals> {
        @Override
        protected Metric<Referrals.CustomerReferrals, Referrals> metric() {
            return Referrals.metric();
        }

        @Override
        protected Referrals.CustomerReferrals observation(Random random) {
            int invitations = Math.max(0, random.nextInt(20) - 5);
            return new Referrals.CustomerReferrals(invitations, random.nextInt(invitations + 1));
        }
    }
}
