package dev.cxkit.metrics.purchase;

import static dev.cxkit.metrics.purchase.Shop.day;
import static dev.cxkit.metrics.purchase.Shop.log;
import static dev.cxkit.metrics.purchase.Shop.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CohortRetentionTest {

    private static final Cadence DAYS = Cadence.daily(ZoneOffset.UTC);
    private static final Cadence WEEKS = Cadence.weekly(ZoneOffset.UTC);

    private static List<Long> percents(List<RetentionTable.Cell> cells) {
        return cells.stream()
                .map(cell -> Math.round(100 * cell.share().share().orElseThrow()))
                .toList();
    }

    private static List<String> cells(List<RetentionTable.Cell> cells) {
        return cells.stream()
                .map(cell -> cell.retained() + "/" + cell.total()
                        + (cell.isComplete() ? "" : " " + cell.openRetained() + "/" + cell.open()))
                .toList();
    }

    private static RetentionTable table(double to, CohortRetention retention, String... texts) {
        return log(to).metric(retention).over(orders(texts));
    }

    /** Of three who start on one day one returns on day 1, one on day 5 and one never; the table is printed in issue 13748 of PostHog. */
    @Test
    void anExampleInPrintIsMet() {
        CohortRetention retention = CohortRetention.of(DAYS, day(9)).upTo(6);
        String[] orders = {"0", "0.2 1.1", "0.5 5.9"};
        assertThat(percents(table(9, retention, orders).total())).containsExactly(100L, 33L, 0L, 0L, 0L, 33L, 0L);
        assertThat(percents(table(9, retention.withMode(RetentionMode.ROLLING), orders)
                        .total()))
                .containsExactly(100L, 67L, 33L, 33L, 33L, 33L, 0L);
        assertThat(percents(table(9, retention.withMode(RetentionMode.UNINTERRUPTED), orders)
                        .total()))
                .containsExactly(100L, 33L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void oneIsRetainedWithoutInterruptionUntilTheFirstInactiveInterval() {
        CohortRetention retention = CohortRetention.of(DAYS, day(9)).upTo(4).withMode(RetentionMode.UNINTERRUPTED);
        assertThat(cells(table(9, retention, "0 1 2 4", "0 2", "0 1 3").total()))
                .containsExactly("3/3", "2/3", "1/3", "0/3", "0/3");
    }

    @Test
    void aCellIsEmptyUntilItIsOverForSomebody() {
        RetentionTable table = table(3, CohortRetention.of(DAYS, day(3)).upTo(3), "0 1", "2");
        assertThat(table.cohorts()).extracting(RetentionTable.Row::finished).containsExactly(true, true);
        assertThat(cells(table.cohorts().get(0).cells())).containsExactly("1/1", "1/1", "0/1", "0/0 0/1");
        assertThat(cells(table.cohorts().get(1).cells())).containsExactly("1/1", "0/0 0/1", "0/0 0/1", "0/0 0/1");
        assertThat(table.total().get(3).share().estimate()).isEmpty();
    }

    @Test
    void ofTheCalendarAWeekEndsOnMondayAndByTheOwnClockSevenDaysLater() {
        // 2026-01-01 is a Thursday, day 4 a Monday.
        CohortRetention weekly = CohortRetention.of(WEEKS, day(28)).upTo(2);
        assertThat(cells(table(28, weekly, "3 4 12").cohorts().get(0).cells())).containsExactly("1/1", "1/1", "1/1");
        assertThat(cells(table(28, weekly.sinceFirstPurchase(Duration.ofDays(7)), "3 4 12")
                        .cohorts()
                        .get(0)
                        .cells()))
                .containsExactly("1/1", "1/1", "0/1");
        assertThat(cells(table(23, weekly.sinceFirstPurchase(Duration.ofDays(7)), "3")
                        .cohorts()
                        .get(0)
                        .cells()))
                .as("twenty days are seen, so the third week is not over")
                .containsExactly("1/1", "0/1", "0/0 0/1");
        assertThat(cells(table(24, weekly.sinceFirstPurchase(Duration.ofDays(7)), "3")
                        .cohorts()
                        .get(0)
                        .cells()))
                .containsExactly("1/1", "0/1", "0/1");
    }

    @ParameterizedTest
    @CsvSource({
        // By the rule of billing systems: the last day of a month where it has no 31st, counted from the first
        // purchase.
        "2024-01-31, 2024-02-29 2024-03-31 2024-04-30 2024-05-31, 2024-06-01, P1M, 1/1 1/1 1/1 1/1 0/0 1/1",
        "2024-01-31, 2024-02-28 2024-03-30 2024-04-29 2024-05-30, 2024-06-30, P1M, 1/1 1/1 1/1 1/1 0/1",
        "2023-01-31, 2023-02-28 2023-03-31, 2023-04-30, P1M, 1/1 1/1 1/1 0/0 0/1 0/0 0/1",
        "2024-02-29, 2025-02-28 2026-03-01, 2028-02-29, P1Y, 1/1 1/1 1/1 0/1 0/0 0/1",
        "2024-01-31, 2024-02-14 2024-03-01, 2024-03-03, P2W, 1/1 1/1 0/0 1/1 0/0 0/1 0/0 0/1"
    })
    void intervalsMayBeMonthsOfTheCustomersOwn(String first, String others, String to, String period, String expected) {
        Instant end = Instant.parse(to + "T00:00:00Z");
        List<Order> orders = Stream.of((first + " " + others).split(" ", -1))
                .map(date -> Order.of(
                        OrderId.of(date),
                        CustomerId.of("ann"),
                        Instant.parse(date + "T10:00:00Z"),
                        new Money(100, Shop.EURO)))
                .toList();
        CohortRetention retention = CohortRetention.of(Cadence.monthly(ZoneOffset.UTC), end)
                .upTo(4)
                .sinceFirstPurchase(Period.parse(period));
        OrderLog log = OrderLog.of(Shop.EURO, ZoneOffset.UTC, end);
        String table = String.join(" ", cells(log.metric(retention).over(orders).total()));
        assertThat(table).startsWith(expected);
        assertThat(String.join(
                        " ",
                        cells(log.purchaseRule(PurchaseRule.RAW)
                                .metric(retention)
                                .over(orders)
                                .total())))
                .isEqualTo(table);
    }

    @Test
    void aPeriodOfNothingIsNone() {
        CohortRetention retention = CohortRetention.of(DAYS, day(9));
        for (Period none : List.of(Period.ZERO, Period.ofMonths(-1), Period.of(0, 1, -1))) {
            assertThatThrownBy(() -> retention.sinceFirstPurchase(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(none.toString());
        }
        assertThat(retention
                        .sinceFirstPurchase(Period.ofMonths(1))
                        .sinceFirstPurchase(Duration.ofDays(3))
                        .intervalPeriod())
                .isNull();
    }

    @Test
    void aRefundThatMeetsNoPurchaseIsLeftOver() {
        // By hand: 50.00 on 11 January, 20.00 back by a row of its own on 11 February: 30.00 were kept.
        CohortRetention retention = CohortRetention.of(DAYS, day(9)).upTo(2);
        CohortRevenue revenue =
                log(9).metric(CohortRevenue.metric(retention)).over(orders("0:5000 3:-2000", "1:100", "2:-7"));
        assertThat(revenue.unmatchedRefunds()).isEqualTo(2000);
        assertThat(revenue.cohorts())
                .extracting(CohortRevenue.Row::unmatchedRefunds)
                .containsExactly(2000L, 0L);
        assertThat(revenue.cohorts().get(0).cells().get(2).cumulative()).isEqualTo(5000);
        assertThat(log(9).metric(CohortRevenue.metric(retention))
                        .over(orders("0:5000 0.5:-2000"))
                        .total()
                        .get(2))
                .isEqualTo(new CohortRevenue.Cell(1, 3000, 0, 3000));
        RevenueConcentration concentration =
                log(9).metric(RevenueConcentration.metric()).over(orders("0:5000 3:-2000", "1:100", "2:-7"));
        assertThat(concentration.unmatchedRefunds()).isEqualTo(2000);
        assertThat(concentration.revenue()).isEqualTo(5100);
    }

    @Test
    void intervalNothingHasThoseWhoReturnedInIt() {
        // By hand: two visit, one of them buys the same day; a third visits in the interval that is not over.
        RetentionTable table = RetentionTable.metric("visits", DAYS, 1, RetentionMode.BOUNDED, day(3))
                .over(List.of(
                        new CohortPresence(DAYS.index(day(0).getEpochSecond()), 3, new long[] {0}),
                        new CohortPresence(DAYS.index(day(0).getEpochSecond()), 3, new long[] {1}),
                        new CohortPresence(DAYS.index(day(0).getEpochSecond()), 0, new long[0])));
        assertThat(table.size()).isEqualTo(3);
        assertThat(cells(table.total())).containsExactly("1/2 0/1", "1/2 0/1");
    }

    @Test
    void revenueIsThatOfTheCustomersForWhomTheIntervalIsOver() {
        CohortRetention retention = CohortRetention.of(DAYS, day(3)).upTo(2);
        CohortRevenue revenue = log(3).metric(CohortRevenue.metric(retention))
                .over(orders("0:100 1:50 2:30", "0:300 2:10", "1:40 2:60"));
        assertThat(revenue.cohorts().get(0).cells())
                .containsExactly(
                        new CohortRevenue.Cell(2, 400, 400, 400),
                        new CohortRevenue.Cell(2, 400, 50, 450),
                        new CohortRevenue.Cell(2, 400, 40, 490));
        assertThat(revenue.cohorts().get(1).cells().get(2)).isEqualTo(new CohortRevenue.Cell(0, 0, 0, 0));
        assertThat(revenue.total().get(1)).isEqualTo(new CohortRevenue.Cell(3, 440, 110, 550));
        assertThat(revenue.total().get(1).share()).hasValue(0.25);
        assertThat(revenue.cohorts().get(0).cells().get(2).perCustomer()).hasValue(245);
        assertThat(revenue.cohorts().get(1).cells().get(2).share()).isEmpty();
        assertThat(revenue.cohorts().get(1).cells().get(2).perCustomer()).isEmpty();
        assertThat(log(3).metric(CohortRevenue.metric(retention.withMode(RetentionMode.ROLLING)))
                        .over(orders("0:100 1:50 2:30"))
                        .total())
                .extracting(CohortRevenue.Cell::retained)
                .containsExactly(100L, 80L, 30L);
        assertThat(log(3).metric(CohortRevenue.metric(retention.withMode(RetentionMode.UNINTERRUPTED)))
                        .over(orders("0:100 1:50 2:30", "0:100 2:7"))
                        .total())
                .extracting(CohortRevenue.Cell::retained)
                .containsExactly(200L, 50L, 30L);
    }

    private static boolean isRetained(NavigableSet<Long> active, long interval, RetentionMode mode) {
        return switch (mode) {
            case BOUNDED -> active.contains(interval);
            case ROLLING -> active.last() >= interval;
            case UNINTERRUPTED ->
                Stream.iterate(1L, i -> i <= interval, i -> i + 1).allMatch(active::contains);
        };
    }

    /** Against a plain loop over sets of days. */
    @ParameterizedTest
    @EnumSource(RetentionMode.class)
    void everyCellIsWhatAPlainLoopCounts(RetentionMode mode) {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Order> orders =
                    Stream.generate(() -> Shop.random(random)).limit(120).toList();
            int to = 10 + random.nextInt(30);
            Map<String, TreeSet<Long>> days = new TreeMap<>();
            for (Order order : orders) {
                if (order.amount().signum() >= 0 && order.occurredAt().isBefore(day(to))) {
                    long day = (order.occurredAt().getEpochSecond() - Shop.ZERO.getEpochSecond()) / 86_400;
                    days.computeIfAbsent(order.customer().value(), key -> new TreeSet<>())
                            .add(day);
                }
            }
            RetentionTable table = log(to).metric(
                            CohortRetention.of(DAYS, day(to)).upTo(8).withMode(mode))
                    .over(orders);
            for (int interval = 1; interval <= 8; interval++) {
                long total = 0;
                long retained = 0;
                long open = 0;
                for (TreeSet<Long> active : days.values()) {
                    long first = active.first();
                    TreeSet<Long> since =
                            active.stream().map(day -> day - first).collect(Collectors.toCollection(TreeSet::new));
                    boolean isComplete = first + interval < to;
                    total += isComplete ? 1 : 0;
                    open += isComplete ? 0 : 1;
                    retained += isComplete && isRetained(since, interval, mode) ? 1 : 0;
                }
                RetentionTable.Cell cell = table.total().get(interval);
                assertThat(List.of(cell.total(), cell.retained(), cell.open()))
                        .isEqualTo(List.of(total, retained, open));
            }
        }
    }

    @Test
    void thoseActiveReturnOrFallDormant() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Order> orders =
                    Stream.generate(() -> Shop.random(random)).limit(120).toList();
            int to = 5 + random.nextInt(35);
            List<LifeCycle> cycles = new ArrayList<>();
            log(to).metric(LifeCycle.metric(DAYS, day(to)))
                    .over(orders)
                    .points()
                    .forEach(point -> {
                        assertThat(point.finished()).isTrue();
                        cycles.add(point.value());
                    });
            for (int i = 1; i < cycles.size(); i++) {
                assertThat(cycles.get(i).returning() + cycles.get(i).dormant())
                        .isEqualTo(cycles.get(i - 1).active());
            }
        }
    }

    @Test
    void aCustomerIsNewReturningDormantAndResurrected() {
        assertThat(log(6).metric(LifeCycle.metric(DAYS, day(6)))
                        .over(orders("0 1 1.5 4"))
                        .points())
                .extracting(point -> point.value())
                .containsExactly(
                        new LifeCycle(1, 0, 0, 0),
                        new LifeCycle(0, 1, 0, 0),
                        new LifeCycle(0, 0, 0, 1),
                        new LifeCycle(0, 0, 0, 0),
                        new LifeCycle(0, 0, 1, 0),
                        new LifeCycle(0, 0, 0, 1));
        assertThat(log(5.5).metric(LifeCycle.metric(DAYS, day(5.5)))
                        .over(orders("4"))
                        .points())
                .extracting(point -> point.finished())
                .containsExactly(true, false);
    }

    @Test
    void badRulesAreRefused() {
        CohortRetention retention = CohortRetention.of(DAYS, day(9));
        assertThatThrownBy(() -> retention.upTo(0)).hasMessage("last interval 0 is outside 1..1000");
        assertThatThrownBy(() -> retention.sinceFirstPurchase(Duration.ofDays(0)))
                .hasMessage("intervalLength PT0S is no Duration or Period above 0");
        assertThatThrownBy(() -> new CohortPresence(0, -1, new long[0])).hasMessage("completeIntervals -1 is below 0");
        assertThatThrownBy(() -> new CohortPresence(0, 1, new long[] {2, -2})).hasMessage("interval -2 is below 0");
    }
}
