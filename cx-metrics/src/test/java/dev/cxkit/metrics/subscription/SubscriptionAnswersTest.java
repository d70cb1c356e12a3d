package dev.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.kit.ResultLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The documents of answers about subscriptions; the figures are worked out by hand. */
class SubscriptionAnswersTest {

    private static final TimeRange MARCH =
            TimeRange.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

    private static Subscription subscription(String id, Movement.Kind kind, String amount) {
        return Subscription.of(
                id,
                CustomerId.of(id),
                Movement.of(Movement.Kind.START, Instant.parse("2026-01-01T00:00:00Z"), Money.of("50", "EUR")),
                Movement.of(kind, Instant.parse("2026-03-10T00:00:00Z"), Money.of(amount, "EUR")));
    }

    private static final List<Subscription> TWO =
            List.of(subscription("ann", Movement.Kind.EXPANSION, "70"), subscription("ben", Movement.Kind.CHURN, "0"));

    @Test
    void aChurnRateNamesItsConventionAndHasAnIntervalWhereItIsAShare() {
        ChurnRate share = new ChurnRate(ChurnConvention.START, 1, 2, 31);
        // Wilson's interval of 1 in 2, by R's prop.test(1, 2, correct = FALSE).
        assertThat(share).hasToString("0.50 (0.09 to 0.91 at 95 %, n 2)");
        assertThat(share.document().keySet())
                .containsExactly("value", "low", "high", "level", "n", "lost", "base", "days", "convention");
        ChurnRate ratio = new ChurnRate(ChurnConvention.ALL_LOST, 3, 2, 31);
        assertThat(ratio).hasToString("1.50");
        assertThat(ratio.document())
                .containsExactly(
                        Map.entry("value", 1.5),
                        Map.entry("lost", 3L),
                        Map.entry("base", 2.0),
                        Map.entry("days", 31.0),
                        Map.entry("convention", "all-lost"));
        assertThat(new ChurnRate(ChurnConvention.ALL_LOST, 0, 0, 31).document()).doesNotContainKey("value");
        Churn churn = Churn.metric(MARCH).over(TWO);
        assertThat(churn.document())
                .containsEntry("start", 2L)
                .containsEntry("lost", 1L)
                .containsEntry("pauseRule", "contract")
                .containsEntry("window", Map.of("from", "2026-03-01T00:00:00Z", "to", "2026-04-01T00:00:00Z"));
        assertThat(churn.document().get("rates"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(5);
        ResultLaws.hold(List.of(ratio, churn));
    }

    @Test
    void retentionHasItsRatesAndMovements() {
        RevenueRetention month = RevenueRetention.metric(
                        RecurringUnit.amount(Currency.getInstance("EUR")), RevenueConvention.POINT_TO_POINT, MARCH)
                .over(TWO);
        assertThat(month.document())
                .containsEntry("nrr", 0.7)
                .containsEntry("grr", 0.5)
                .containsEntry("quickRatio", 0.4)
                .containsEntry("retained", 5000L)
                .containsEntry("convention", "point-to-point");
        assertThat(month.toString()).startsWith("nrr 0.70, nrr estimate (0.70 (");
        assertThat(month.cohort().document())
                .containsEntry("expansion", 2000L)
                .containsEntry("gained", 2000L)
                .containsEntry("lost", 5000L);
        ResultLaws.hold(month);
    }

    @Test
    void reasonsHaveTheirShares() {
        ChurnReasons reasons = new ChurnReasons(
                ReasonRule.FIRST,
                4,
                400,
                3,
                1,
                List.of(new ChurnReasons.Reason("price", 3, 300), new ChurnReasons.Reason("unknown", 1, 100)));
        assertThat(reasons.document().get("reasons"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .first()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("name", "price")
                .extractingByKey("share", InstanceOfAssertFactories.MAP)
                .containsEntry("value", 0.75);
        ResultLaws.hold(reasons);
    }

    @Test
    void growthAndRiskSayTheirShares() {
        EarnedGrowth growth = new EarnedGrowth(
                2,
                100,
                90,
                new EarnedGrowth.Gained(1, 30),
                new EarnedGrowth.Gained(1, 10),
                new EarnedGrowth.Gained(0, 0));
        assertThat(growth.document())
                .containsEntry("rate", 0.2)
                .containsEntry("growth", 0.3)
                .containsEntry("nrr", 0.9)
                .containsEntry("now", 130L)
                .containsEntry("bought", Map.of("customers", 1L, "amount", 10L));
        RevenueAtRisk risk = new RevenueAtRisk(Proportion.of(1, 4), 100, 25);
        assertThat(risk.document()).containsEntry("share", 0.25).containsEntry("atRisk", 25L);
        ResultLaws.hold(List.of(growth, risk));
    }
}
