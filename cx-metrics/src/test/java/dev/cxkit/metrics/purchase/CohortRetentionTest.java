package dev.cxkit.metrics.purchase;

import static dev.cxkit.metrics.purchase.Shop.day;
import static dev.cxkit.metrics.purchase.Shop.log;
import static dev.cxkit.metrics.purchase.Shop.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.metrics.Cadence;
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
        assertThat(cells(table(28, weekly.sinceFirstPurchase(7), "3 4 12")
                        .cohorts()
                        .get(0)
                        .cells()))
                .containsExactly("1/1", "1/1", "0/1");
        assertThat(cells(table(23, weekly.sinceFirstPurchase(7), "3")
                        .cohorts()
                        .get(0)
                        .cells()))
                .as("twenty days are seen, so the third week is not over")
                .containsExactly("1/1", "0/1", "0/0 0/1");
        assertThat(cells(table(24, weekly.sinceFirstPurchase(7), "3")
                        .cohorts()
                        .get(0)
                        .cells()))
                .containsExactly("1/1", "0/1", "0/1");
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
        assertThatThrownBy(() -> retention.sinceFirstPurchase(0)).hasMessage("intervalLength 0 is below 1 tick");
        assertThatThrownBy(() -> new CohortPresence(0, -1, new long[0])).hasMessage("completeIntervals -1 is below 0");
        assertThatThrownBy(() -> new CohortPresence(0, 1, new long[] {2, -2})).hasMessage("interval -2 is below 0");
    }
}
