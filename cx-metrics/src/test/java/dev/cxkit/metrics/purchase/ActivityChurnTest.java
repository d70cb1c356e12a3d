package dev.cxkit.metrics.purchase;

import static dev.cxkit.metrics.purchase.Shop.log;
import static dev.cxkit.metrics.purchase.Shop.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.purchase.ActivityChurn.Counting;
import dev.cxkit.metrics.purchase.ActivityChurn.Dating;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivityChurnTest {

    /** 2026-01-01 is a Thursday, so weeks begin on the days -3, 4, 11 and so on. */
    private static final Cadence WEEKS = Cadence.weekly(ZoneOffset.UTC);

    private static final Cadence DAYS = Cadence.daily(ZoneOffset.UTC);

    private static Series<ActivityChurn> churn(double to, long limit, Dating dating, Cadence cadence, String... texts) {
        return log(to).metric(ActivityChurn.metric(Duration.ofDays(limit), dating, cadence, log(to)))
                .over(orders(texts));
    }

    private static List<ActivityChurn> values(Series<ActivityChurn> series) {
        return series.points().stream().map(Series.Point::value).toList();
    }

    @Test
    void whoDoesNotBuyForTheLimitIsLostThenAndReactivatedByBuying() {
        assertThat(values(churn(7, 2, Dating.AT_LIMIT, DAYS, "0 2 6")))
                .containsExactly(
                        new ActivityChurn(Counting.MOVEMENTS, 0, 1, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 1, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 1, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 1, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 1, 0, 0, 1, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 0, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 0, 0, 1, 0, 0));
    }

    @Test
    void theLossMayBeDatedBackToTheLastPurchase() {
        Series<ActivityChurn> series = churn(7, 2, Dating.BACKDATED, DAYS, "0 2 6");
        assertThat(values(series))
                .containsExactly(
                        new ActivityChurn(Counting.MOVEMENTS, 0, 1, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 1, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 1, 0, 0, 1, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 0, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 0, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 0, 0, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 0, 0, 1, 0, 0));
        assertThat(series.points())
                .as("the last two days may still see a loss")
                .extracting(Series.Point::finished)
                .containsExactly(true, true, true, true, true, false, false);
    }

    @Test
    void aLossIsCountedOnlyWhenTheWholeLimitWasSeen() {
        assertThat(values(churn(3, 3, Dating.AT_LIMIT, DAYS, "0")))
                .as("day 3 is not seen")
                .extracting(ActivityChurn::lost)
                .containsExactly(0L, 0L, 0L);
        assertThat(values(churn(4, 3, Dating.AT_LIMIT, DAYS, "0")))
                .extracting(ActivityChurn::lost)
                .containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void theRateIsOfThoseActiveAtTheStart() {
        // In the week of day 4: c0 and c1 are active at its start, c1 is lost on day 9; c2 starts on day 5 and is lost
        // on day 10.
        List<ActivityChurn> weeks = values(churn(11, 5, Dating.AT_LIMIT, WEEKS, "0 4 8", "0 4", "5"));
        assertThat(weeks)
                .containsExactly(
                        new ActivityChurn(Counting.MOVEMENTS, 0, 2, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 2, 1, 0, 1, 1));
        assertThat(weeks.get(1).rate()).isEqualTo(Proportion.of(1, 2));
        assertThat(weeks.get(1).end()).isEqualTo(1);
        assertThat(weeks.get(0).rate().estimate()).isEmpty();
    }

    @Test
    void pointToPointComparesTheStartAndTheEndOfAPeriod() {
        // By hand, limit 2 days, weeks of the days -3 to 3, 4 to 10 and 11 to 17. c0: active from day 3, lost on day 5,
        // back on day 6, lost
        // on day 8, back on day 10. c1: starts on day 5 and is lost on day 7, back on day 12. c2: starts on day 3, lost
        // on day 6.
        String[] orders = {"3 6 10 11 13 15 16", "5 12 13 15 17", "3 4"};
        List<ActivityChurn> all = values(churn(18, 2, Dating.AT_LIMIT, WEEKS, orders));
        assertThat(all)
                .containsExactly(
                        new ActivityChurn(Counting.MOVEMENTS, 0, 2, 0, 0, 0),
                        new ActivityChurn(Counting.MOVEMENTS, 2, 1, 2, 2, 2),
                        new ActivityChurn(Counting.MOVEMENTS, 1, 0, 1, 0, 0));
        OrderLog log = log(18);
        List<ActivityChurn> ends = values(log.metric(
                        ActivityChurn.metric(Duration.ofDays(2), Dating.AT_LIMIT, Counting.POINT_TO_POINT, WEEKS, log))
                .over(orders(orders)));
        assertThat(ends)
                .containsExactly(
                        new ActivityChurn(Counting.POINT_TO_POINT, 0, 2, 0, 0, 0),
                        new ActivityChurn(Counting.POINT_TO_POINT, 2, 0, 0, 1, 0),
                        new ActivityChurn(Counting.POINT_TO_POINT, 1, 0, 1, 0, 0));
        assertThat(all.get(1).rate()).isEqualTo(Proportion.of(2, 2));
        assertThat(ends.get(1).rate()).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void bothWaysOfCountingHaveTheSameCustomersAtEachEnd() {
        Random random = new Random(17);
        for (int round = 0; round < 30; round++) {
            List<Order> orders =
                    Stream.generate(() -> Shop.random(random)).limit(80).toList();
            OrderLog log = log(40);
            for (Dating dating : Dating.values()) {
                List<ActivityChurn> all =
                        values(log.metric(ActivityChurn.metric(Duration.ofDays(3), dating, WEEKS, log))
                                .over(orders));
                List<ActivityChurn> ends = values(log.metric(
                                ActivityChurn.metric(Duration.ofDays(3), dating, Counting.POINT_TO_POINT, WEEKS, log))
                        .over(orders));
                // Where nothing moves there may be no row at the beginning; what is there agrees.
                int missing = all.size() - ends.size();
                for (int i = 0; i < ends.size(); i++) {
                    assertThat(ends.get(i).start())
                            .isEqualTo(all.get(i + missing).start());
                    assertThat(ends.get(i).end()).isEqualTo(all.get(i + missing).end());
                    assertThat(ends.get(i).lost())
                            .isLessThanOrEqualTo(all.get(i + missing).lost());
                    assertThat(ends.get(i).lostWithin()).isZero();
                }
            }
        }
    }

    /** Those active at the end of each day, by a plain loop over the orders. */
    @Test
    void theNumbersAddUpToThoseWhoBoughtWithinTheLimit() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Order> orders =
                    Stream.generate(() -> Shop.random(random)).limit(100).toList();
            int to = 10 + random.nextInt(30);
            int limit = 1 + random.nextInt(9);
            Series<ActivityChurn> series = log(to).metric(
                            ActivityChurn.metric(Duration.ofDays(limit), Dating.AT_LIMIT, DAYS, log(to)))
                    .over(orders);
            for (Series.Point<ActivityChurn> point : series.points()) {
                long day = (point.period().from().getEpochSecond() - Shop.ZERO.getEpochSecond()) / 86_400;
                long active = orders.stream()
                        .filter(order -> order.amount().signum() >= 0)
                        .filter(order -> {
                            long ordered = Math.floorDiv(
                                    order.occurredAt().getEpochSecond() - Shop.ZERO.getEpochSecond(), 86_400L);
                            return ordered <= day && day - ordered < limit;
                        })
                        .map(Order::customer)
                        .distinct()
                        .count();
                // On the very day of the limit a purchase is in time, and one who makes none is lost.
                assertThat(point.value().end())
                        .as("day %s, limit %s", day, limit)
                        .isEqualTo(active);
            }
        }
    }

    @Test
    void nobodyGivesNoPoints() {
        assertThat(churn(9, 3, Dating.AT_LIMIT, DAYS, "1:-5").points()).isEmpty();
        assertThatThrownBy(() -> ActivityChurn.metric(Duration.ofDays(0), Dating.AT_LIMIT, DAYS, log(9)))
                .hasMessage("limit PT0S is no Duration or Period above 0");
    }

    /** Of raw orders ticks are seconds, and the one with which the log ends is not seen. */
    @Test
    void aLimitThatIsNotOverMakesNobodyLost() {
        for (int more = 0; more <= 1; more++) {
            OrderLog raw = OrderLog.of(Shop.EURO, ZoneOffset.UTC, Shop.day(1).plusSeconds(more))
                    .purchaseRule(PurchaseRule.RAW);
            List<Order> twice = List.of(Shop.order("o1", "c", 0, 100), Shop.order("o2", "c", 1, 100))
                    .subList(0, 1 + more);
            assertThat(values(raw.metric(ActivityChurn.metric(Duration.ofDays(1), Dating.AT_LIMIT, DAYS, raw))
                            .over(twice)))
                    .allMatch(churn -> churn.lost() + churn.lostWithin() == 0);
        }
    }

    @Test
    void partsOfLogsWithOtherEndsAreNotMerged() {
        var january = ActivityChurn.metric(Duration.ofDays(30), Dating.AT_LIMIT, DAYS, log(31))
                .start();
        var june = ActivityChurn.metric(Duration.ofDays(30), Dating.AT_LIMIT, DAYS, log(180))
                .start();
        assertThatThrownBy(() -> june.merge(january)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void aDayThatTheZoneLeftOutIsNone() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        OrderLog log = OrderLog.of(Shop.EURO, samoa, Instant.parse("2012-01-10T10:00:00Z"));
        List<Order> orders =
                List.of(order("2011-12-29T20:00:00Z"), order("2011-12-30T20:00:00Z"), order("2012-01-02T20:00:00Z"));
        Cadence days = Cadence.daily(samoa);
        assertThat(log.metric(ActivityChurn.metric(Duration.ofDays(3), Dating.AT_LIMIT, days, log))
                        .over(orders)
                        .points())
                .extracting(point -> LocalDate.ofInstant(point.period().from(), samoa))
                .doesNotContain(LocalDate.of(2011, 12, 30))
                .hasSize(12);
        List<LifeCycle> life = log.metric(LifeCycle.metric(days, log.to())).over(orders).points().stream()
                .map(Series.Point::value)
                .toList();
        assertThat(life.subList(0, 3))
                .containsExactly(new LifeCycle(1, 0, 0, 0), new LifeCycle(0, 1, 0, 0), new LifeCycle(0, 0, 0, 1));
    }

    private static Order order(String at) {
        return Order.of(OrderId.of("o" + at), CustomerId.of("c"), Instant.parse(at), new Money(100, Shop.EURO));
    }
}
