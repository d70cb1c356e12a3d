package dev.cxkit.metrics.purchase;

import static dev.cxkit.metrics.purchase.Shop.day;
import static dev.cxkit.metrics.purchase.Shop.log;
import static dev.cxkit.metrics.purchase.Shop.orders;
import static dev.cxkit.metrics.purchase.Shop.purchases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.columns.OrderColumns;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.survival.KaplanMeier;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counted by hand on small logs; the real one is in {@link CdnowTest}. */
class RepeatPurchasesTest {

    private static final CustomerId ANN = CustomerId.of("c0");

    private static final Metric<Purchases, KaplanMeier> TO_SECOND = KaplanMeier.metric()
            .<Purchases>onEach(SecondPurchase::survivalTimes)
            .named("time to second purchase");

    private static final Metric<Purchases, KaplanMeier> TO_NEXT = KaplanMeier.metric()
            .<Purchases>onEach(InterpurchaseTimes::survivalTimes)
            .named("time to next purchase");

    private static RepeatPurchases repeat(OrderLog log, String... texts) {
        return log.metric(RepeatPurchases.metric()).over(orders(texts));
    }

    @Test
    void everyRateComesFromTheCountsOfCustomersByPurchases() {
        RepeatPurchases repeat = repeat(log(30), "0:10 3:20 3.5:30 9:40", "1:100", "2:5 4:15", "40:7");
        assertThat(repeat.withExactly()).containsExactly(1L, 1L, 1L, 1L);
        assertThat(repeat.customers())
                .as("of the one after the end nothing is known")
                .isEqualTo(3);
        assertThat(repeat.orders()).isEqualTo(7);
        assertThat(repeat.purchases()).as("two on day 3 are one").isEqualTo(6);
        assertThat(repeat.repeatPurchaseRate()).isEqualTo(Proportion.of(2, 3));
        assertThat(repeat.repeatOrderShare()).isEqualTo(Proportion.of(3, 6));
        assertThat(repeat.ladder()).containsExactly(Proportion.of(2, 3), Proportion.of(1, 2), Proportion.of(0, 1));
        assertThat(repeat.frequency().orElseThrow().value()).isEqualTo(2);
        assertThat(repeat.averageOrderValue().orElseThrow().value()).isCloseTo(220 / 6.0, within(1e-12));
    }

    @Test
    void thePurchaseRuleSaysWhatOnePurchaseIs() {
        String orders = "0:10 0.5:20 1:30 8:40";
        assertThat(repeat(log(30), orders).purchases()).isEqualTo(3);
        assertThat(repeat(log(30).purchaseRule(PurchaseRule.RAW), orders).purchases())
                .isEqualTo(4);
        assertThat(repeat(log(30).purchaseRule(PurchaseRule.per(Cadence.weekly(ZoneOffset.UTC))), orders)
                        .purchases())
                .as("2026 begins on a Thursday")
                .isEqualTo(2);
        PurchaseRule auckland = PurchaseRule.perDay(ZoneId.of("Pacific/Auckland"));
        assertThat(repeat(log(30).purchaseRule(auckland), "0.4:10 0.5:20").purchases())
                .as("midnight in Auckland is 11:00 UTC")
                .isEqualTo(2);
        Purchases raw = purchases(log(30).purchaseRule(PurchaseRule.RAW), "0 0 0.5");
        assertThat(raw.size()).as("two of one second are two").isEqualTo(3);
        assertThat(raw.gaps()).containsExactly(0L, 43_200L);
        assertThat(raw.sinceLastPurchase()).isEqualTo(29 * 86_400L + 43_200);
    }

    @Test
    void refundsAreTakenOffTheirDayAndWhatIsMoreIsUnmatched() {
        Purchases purchases = purchases(log(30), "0:100 0.5:-30 4:50 4.1:-80 7:-5 9:0");
        assertThat(purchases.size()).isEqualTo(3);
        assertThat(purchases.amount(0)).isEqualTo(70);
        assertThat(purchases.amount(1)).as("never below 0").isZero();
        assertThat(purchases.amount(2)).as("free, and bought all the same").isZero();
        assertThat(purchases.unmatchedRefunds()).isEqualTo(35);
        assertThat(purchases.orders()).isEqualTo(3);
        assertThat(purchases.revenue()).isEqualTo(70);
    }

    @Test
    void aRefundOfAnOrderStaysWithItWhereverItIsPaidOut() {
        Order refunded = Shop.order("o", "c0", 1, 100).refunded(day(20), new Money(130, Shop.EURO));
        Purchases raw =
                log(30).purchaseRule(PurchaseRule.RAW).purchases(ANN, List.of(refunded, Shop.order("p", "c0", 1, 50)));
        assertThat(raw.size()).isEqualTo(2);
        assertThat(raw.unmatchedRefunds()).isEqualTo(30);
        assertThat(raw.revenue()).isEqualTo(50);
        Purchases daily = log(30).purchases(ANN, List.of(refunded, Shop.order("p", "c0", 1, 50)));
        assertThat(daily.amount(0)).as("of one day").isEqualTo(20);
        assertThat(daily.unmatchedRefunds()).isZero();
    }

    @Test
    void aCustomerOfWhomOnlyARefundIsKnownHasNotBought() {
        RepeatPurchases repeat = repeat(log(30), "3:-10", "3:20");
        assertThat(repeat.customers()).isEqualTo(1);
        assertThat(repeat.unmatchedRefunds()).isEqualTo(10);
        assertThat(repeat.withExactly()).containsExactly(1L, 1L);
    }

    @Test
    void theLastDayIsTheOneThatContainsTheEndOrEndsWithIt() {
        assertThat(purchases(log(10), "2").age()).isEqualTo(7);
        assertThat(purchases(log(10.1), "2").age()).isEqualTo(8);
        assertThat(purchases(log(2.5), "2 2.6").size()).isEqualTo(1);
        assertThat(purchases(log(2), "2").size()).as("exclusive").isZero();
        assertThat(purchases(log(10), "2 5").sinceLastPurchase()).isEqualTo(4);
        assertThat(purchases(log(10), "2").at(0)).isEqualTo(day(2));
        assertThat(purchases(log(10), "2 5").recencyFrequency(Duration.ofDays(2)))
                .isEqualTo(new RecencyFrequency(1, 1.5, 3.5));
        assertThatThrownBy(() -> purchases(log(10), "2 5").recencyFrequency(Duration.ofDays(0)))
                .hasMessage("unit PT0S is not above 0");
    }

    @Test
    void nobodyGivesNoRate() {
        RepeatPurchases none = log(30).metric(RepeatPurchases.metric()).over(List.of());
        assertThat(none.repeatPurchaseRate().estimate()).isEmpty();
        assertThat(none.ladder()).isEmpty();
        assertThat(none.frequency()).isEmpty();
        assertThat(none.averageOrderValue()).isEmpty();
        InterpurchaseTimes gaps = log(30).metric(InterpurchaseTimes.metric()).over(orders("0", "1"));
        assertThat(gaps.pooled().median()).isEmpty();
        assertThat(gaps.quantileOfCustomers(0.5)).isEmpty();
        assertThat(gaps.limit(0.9, log(30).purchaseRule())).isEmpty();
    }

    /** The quantiles are those of {@code quantile(c(1, 2, 10, 4), p)} in R 4.2.2. */
    @Test
    void gapsArePooledAndByCustomer() {
        InterpurchaseTimes gaps = log(30).metric(InterpurchaseTimes.metric()).over(orders("0 1 3 13", "5 9", "7"));
        assertThat(gaps.pooled().n()).isEqualTo(4);
        assertThat(gaps.moments().mean()).hasValue(17 / 4.0);
        assertThat(gaps.pooled().median()).hasValue(3);
        assertThat(gaps.pooled().quantile(0.9).orElseThrow()).isCloseTo(8.2, within(1e-12));
        assertThat(gaps.limit(0.9, log(30).purchaseRule())).hasValue(Period.ofDays(9));
        assertThat(gaps.means().n()).isEqualTo(2);
        assertThat(gaps.means().mean().orElseThrow()).isCloseTo((13 / 3.0 + 4) / 2, within(1e-12));
        assertThat(gaps.quantileOfCustomers(0.5)).as("of the medians 2 and 4").hasValue(3);
    }

    @Test
    void aGapThatIsNotOverIsNotTakenForOne() {
        KaplanMeier next = log(30).metric(TO_NEXT).over(orders("0 1 3 13", "5 9", "7"));
        assertThat(next.events()).isEqualTo(4);
        assertThat(next.n()).isEqualTo(7);
        KaplanMeier second = log(30).metric(TO_SECOND).over(orders("0 1 3 13", "5 9", "7", "20 22"));
        assertThat(second.n()).isEqualTo(4);
        assertThat(second.events()).isEqualTo(3);
        assertThat(second.survival(1).orElseThrow()).isCloseTo(0.75, within(1e-12));
        assertThat(second.survival(2).orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(second.survival(4).orElseThrow()).isCloseTo(0.25, within(1e-12));
        assertThat(second.survival(22).orElseThrow()).as("seen for 22 days").isCloseTo(0.25, within(1e-12));
    }

    @Test
    void onlyThoseSeenLongEnoughCanHaveBoughtAgain() {
        List<Order> orders = orders("0 5", "0 6", "24 25", "25 26", "1");
        assertThat(log(30).metric(SecondPurchase.metric(Duration.ofDays(5))).over(orders))
                .as("of day 24 five more days are seen, of day 25 four")
                .isEqualTo(new SecondPurchase(Proportion.of(2, 4), 1));
        OrderLog half = log(5.5);
        assertThat(half.metric(SecondPurchase.metric(Duration.ofDays(5))).over(orders("0")))
                .as("half of the fifth day is still to come")
                .isEqualTo(new SecondPurchase(Proportion.of(0, 0), 1));
        assertThatThrownBy(() -> SecondPurchase.metric(Duration.ofDays(0)))
                .hasMessage("within PT0S is no Duration or Period above 0");
    }

    /** The columns of orders, in any order. */
    private static OrderColumns columns(List<Order> orders) {
        Map<CustomerId, Integer> codes = new LinkedHashMap<>();
        List<long[]> rows = new ArrayList<>();
        for (Order order : orders) {
            int code = codes.computeIfAbsent(order.customer(), key -> codes.size());
            long second = order.occurredAt().getEpochSecond();
            rows.add(new long[] {code, second, order.amount().minorUnits()});
            order.refunds()
                    .forEach(refund ->
                            rows.add(new long[] {code, second, -refund.amount().minorUnits()}));
        }
        return new OrderColumns(
                List.copyOf(codes.keySet()),
                rows.stream().mapToInt(row -> (int) row[0]).toArray(),
                rows.stream().mapToLong(row -> row[1]).toArray(),
                rows.stream().mapToLong(row -> row[2]).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 400, 9_000})
    void columnsGiveTheSameAsOrders(int size) {
        Random random = new Random(size);
        List<Order> orders = new ArrayList<>(
                Stream.generate(() -> Shop.random(random)).limit(size).toList());
        for (OrderLog log : List.of(log(41), log(25), log(33.3))) {
            assertThat(columns(orders).over(log, RepeatPurchases.metric()))
                    .isEqualTo(log.metric(RepeatPurchases.metric()).over(orders));
            assertThat(columns(orders).over(log, InterpurchaseTimes.metric()))
                    .isEqualTo(log.metric(InterpurchaseTimes.metric()).over(orders));
        }
        List<Order> shuffled = new ArrayList<>(orders);
        Collections.shuffle(shuffled, random);
        OrderLog raw = log(41).purchaseRule(PurchaseRule.RAW);
        assertThat(columns(shuffled).over(raw, RfmRule.ntile(5)))
                .isEqualTo(columns(orders).over(raw, RfmRule.ntile(5)));
    }

    @Test
    void badOrdersAreRefusedByName() {
        Order dollars = Order.of(OrderId.of("o-9"), ANN, day(1), Money.of("1", "USD"));
        assertThatThrownBy(() -> log(30).metric(RepeatPurchases.metric()).over(List.of(dollars)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order o-9 is in USD; this log is of EUR");
        Order late = Order.of(OrderId.of("o-8"), ANN, Instant.MAX, Money.of("1", "EUR"));
        assertThatThrownBy(() -> log(30).purchases(ANN, List.of(late)))
                .hasMessageEndingWith("is outside the years 1..9999")
                .hasMessageStartingWith("order o-8 at ");
        assertThatThrownBy(() -> log(30).purchases(CustomerId.of("x"), orders("1")))
                .hasMessage("order o0 is of another customer");
        assertThatThrownBy(() -> OrderLog.of(Shop.EURO, ZoneOffset.UTC, Instant.MIN))
                .hasMessageEndingWith("is outside the years 1..9999");
    }

    @Test
    void badColumnsAreRefusedWithTheFirstCustomersAndTheCount() {
        List<CustomerId> customers = List.of(ANN, CustomerId.of("c1"), CustomerId.of("c2"));
        long[] seconds = new long[20];
        int[] codes = new int[20];
        for (int i = 0; i < 20; i++) {
            seconds[i] = i % 3 == 0 ? 1_700_000_000_000L : 1_700_000_000L;
            codes[i] = i % 2;
        }
        OrderColumns millis = new OrderColumns(customers, codes, seconds, new long[20]);
        assertThatThrownBy(() -> millis.over(log(30), RepeatPurchases.metric()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "7 orders are outside the years 1..9999, the first of customers [c0, c1]; are their times in"
                                + " another unit than seconds?");
        assertThatThrownBy(() -> new OrderColumns(customers, new int[] {0, 3}, new long[2], new long[2]))
                .hasMessage("code 3 of row 1 is outside 0..2, the customers");
        assertThatThrownBy(() -> new OrderColumns(customers, new int[2], new long[1], new long[2]))
                .hasMessage("2 codes, 1 times and 2 amounts are not of the same rows");
    }

    @Test
    void amountsThatDoNotFitAreNoOtherNumber() {
        String most = Long.MAX_VALUE + "";
        assertThatThrownBy(() -> purchases(log(30), "0:" + most + " 0:1")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> purchases(log(30), "0:" + most + " 1:1").revenue())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theTextOfPurchasesSaysNothingOfTheCustomer() {
        assertThat(purchases(log(30), "1 2")).hasToString("Purchases[2 of 2 orders]");
        assertThat(purchases(log(30), "1 2"))
                .isEqualTo(purchases(log(30), "2 1"))
                .hasSameHashCodeAs(purchases(log(30), "2 1"));
        assertThat(PurchaseRule.RAW).hasToString("raw");
    }

    @Test
    void waitsForTheSecondAndForAnyPurchaseAreNotMerged() {
        assertThatThrownBy(() -> TO_NEXT.start().merge(TO_SECOND.start())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HistoricLifetimeValue.of(0.3)
                        .start()
                        .merge(HistoricLifetimeValue.of(0.9).start()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PurchaseTrend.metric(Duration.ofSeconds(Long.MAX_VALUE), 0.95)
                        .over(List.of(Shop.purchases(log(30), "1 20")))
                        .young())
                .isEqualTo(1);
    }
}
