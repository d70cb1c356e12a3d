package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.columns.OrderColumns;
import dev.cxkit.metrics.purchase.CohortRetention;
import dev.cxkit.metrics.purchase.OrderLog;
import dev.cxkit.metrics.purchase.PurchaseSummary;
import dev.cxkit.metrics.purchase.RfmRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a log of orders, in order of time, to repeat rates, gaps, scores, cohorts of months and the concentration of revenue. */
public class OrdersToSummary {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 730;
    private static final long SEED = 5;

    static final OrderLog LOG = OrderLog.of(EURO, ZoneOffset.UTC, START.plus(DAYS, ChronoUnit.DAYS));

    /** Orders of a third as many customers, some of whom buy far more often than others. */
    @State(Scope.Benchmark)
    public static class Columns {

        /** How many orders. */
        @Param("1000000")
        public int rows;

        OrderColumns orders = new OrderColumns(List.of(), new int[0], new long[0], new long[0]);

        /** Makes the orders. */
        @Setup
        public void makeOrders() {
            Random random = new Random(SEED);
            int customers = Math.max(1, rows / 3);
            int[] codes = new int[rows];
            long[] seconds = new long[rows];
            long[] amounts = new long[rows];
            for (int row = 0; row < rows; row++) {
                codes[row] = (int) (customers * random.nextDouble() * random.nextDouble());
                seconds[row] = START.getEpochSecond() + (long) row * DAYS * 86_400 / rows;
                amounts[row] = random.nextInt(50) == 0 ? -random.nextInt(2_000) : 100 + random.nextInt(9_900);
            }
            orders = new OrderColumns(
                    IntStream.range(0, customers)
                            .mapToObj(i -> CustomerId.of("customer-" + (1_000_000 + i)))
                            .toList(),
                    codes,
                    seconds,
                    amounts);
        }
    }

    /** The same as objects. */
    @State(Scope.Benchmark)
    public static class Objects {

        /** The orders. */
        List<Order> orders = List.of();

        /** Makes the orders. */
        @Setup
        public void makeOrders(Columns columns) {
            OrderColumns of = columns.orders;
            orders = new ArrayList<>();
            for (int row = 0; row < columns.rows; row++) {
                orders.add(Order.of(
                        OrderId.of("order-" + row),
                        of.customers().get(of.codes()[row]),
                        Instant.ofEpochSecond(of.epochSeconds()[row]),
                        new Money(of.minorUnits()[row], EURO)));
            }
        }
    }

    private static CohortRetention cohorts() {
        return CohortRetention.of(Cadence.monthly(ZoneOffset.UTC), LOG.to()).upTo(23);
    }

    /** The library, from arrays. */
    @Benchmark
    public PurchaseSummary cxArrays(Columns columns) {
        return columns.orders.over(LOG, PurchaseSummary.metric(RfmRule.quantiles(5), cohorts()));
    }

    /** The library, from objects. */
    @Benchmark
    public PurchaseSummary cxObjects(Objects objects) {
        return LOG.metric(PurchaseSummary.metric(RfmRule.quantiles(5), cohorts()))
                .over(objects.orders);
    }

    /**
     * A part of the answers, as one writes them.
     *
     * @param customers how many bought
     * @param repeated how many of them on two days or more
     * @param medianGap the upper median of the days between
     * @param revenue what they paid
     * @param active how many of each cohort of a month bought so many months later
     */
    record Answer(
            long customers, long repeated, long medianGap, long revenue, Map<YearMonth, Map<Long, Long>> active) {}

    /** A stream grouped by customer, for a part of the answers. */
    @Benchmark
    public Answer groupingBy(Objects objects) {
        Map<CustomerId, TreeMap<LocalDate, Long>> days = objects.orders.stream()
                .collect(Collectors.groupingBy(
                        Order::customer,
                        Collectors.toMap(
                                order -> order.occurredAt()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate(),
                                order -> order.amount().minorUnits(),
                                Long::sum,
                                TreeMap::new)));
        List<Long> gaps = new ArrayList<>();
        for (TreeMap<LocalDate, Long> of : days.values()) {
            LocalDate before = null;
            for (LocalDate day : of.keySet()) {
                if (before != null) {
                    gaps.add(ChronoUnit.DAYS.between(before, day));
                }
                before = day;
            }
        }
        gaps.sort(null);
        Map<YearMonth, Map<Long, Long>> active = days.values().stream()
                .collect(Collectors.groupingBy(
                        of -> YearMonth.from(of.firstKey()),
                        TreeMap::new,
                        Collectors.flatMapping(
                                of -> of.keySet().stream()
                                        .map(day -> YearMonth.from(of.firstKey())
                                                .until(YearMonth.from(day), ChronoUnit.MONTHS))
                                        .collect(Collectors.toCollection(TreeSet::new))
                                        .stream(),
                                Collectors.groupingBy(month -> month, TreeMap::new, Collectors.counting()))));
        return new Answer(
                days.size(),
                days.values().stream().filter(of -> of.size() > 1).count(),
                gaps.get(gaps.size() / 2),
                days.values().stream()
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .mapToLong(Long::longValue)
                        .sum(),
                active);
    }
}
