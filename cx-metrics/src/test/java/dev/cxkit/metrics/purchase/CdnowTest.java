package dev.cxkit.metrics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.lifetime.BgNbd;
import dev.cxkit.metrics.lifetime.Holdout;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.lifetime.Tracking;
import dev.cxkit.metrics.stats.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The purchases of one in ten of the customers who bought at CDNOW for the first time in the first quarter of 1997 (Fader and Hardie):
 * counted here by plain loops over sets of days, and there by the metrics.
 */
class CdnowTest {

    private static final Currency DOLLAR = Currency.getInstance("USD");

    private final List<Order> orders = new ArrayList<>();
    private final Map<String, TreeMap<LocalDate, Long>> days = new TreeMap<>();
    private Path folder = Path.of("");

    @BeforeEach
    void read() throws IOException {
        String property = System.getProperty("cx.data", "");
        assumeThat(property)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        folder = Path.of(property, "cdnow");
        for (String line : Files.readAllLines(folder.resolve("cdnow_sample_transactions.csv"))) {
            String[] fields = line.split(",", -1);
            if (!fields[0].equals("customer_id")) {
                LocalDate date = LocalDate.parse(fields[1]);
                Money paid = Money.of(fields[3], "USD");
                orders.add(Order.of(
                        OrderId.of("o" + orders.size()),
                        CustomerId.of(fields[0]),
                        date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        paid));
                days.computeIfAbsent(fields[0], key -> new TreeMap<>()).merge(date, paid.minorUnits(), Long::sum);
            }
        }
    }

    private static OrderLog until(int year, int month, int day) {
        LocalDate last = LocalDate.of(year, month, day);
        return OrderLog.of(
                DOLLAR,
                ZoneOffset.UTC,
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void theCountsAreThoseThatAreKnownOfTheData() {
        RepeatPurchases repeat =
                until(1998, 6, 30).metric(RepeatPurchases.metric()).over(orders);
        assertThat(repeat.customers()).isEqualTo(2357);
        assertThat(repeat.orders()).isEqualTo(6919);
        assertThat(repeat.purchases())
                .isEqualTo(days.values().stream().mapToInt(Map::size).sum())
                .isEqualTo(6696);
        assertThat(repeat.repeatPurchaseRate())
                .isEqualTo(Proportion.of(
                        days.values().stream()
                                .filter(bought -> bought.size() > 1)
                                .count(),
                        2357));
        for (int step = 1; step <= repeat.ladder().size(); step++) {
            int least = step;
            assertThat(repeat.ladder().get(step - 1))
                    .isEqualTo(Proportion.of(
                            days.values().stream()
                                    .filter(bought -> bought.size() > least)
                                    .count(),
                            days.values().stream()
                                    .filter(bought -> bought.size() >= least)
                                    .count()));
        }
        assertThat(repeat.amounts().sum())
                .isEqualTo(days.values().stream()
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** The summary that Fader and Hardie publish for the 39 weeks up to the end of September 1997, in weeks of two decimals. */
    @Test
    void recencyAndFrequencyAreThoseOfThePublishedSummary() throws IOException {
        OrderLog log = until(1997, 9, 30);
        Map<String, List<Order>> byCustomer = new TreeMap<>();
        orders.forEach(order -> byCustomer
                .computeIfAbsent(order.customer().value(), key -> new ArrayList<>())
                .add(order));
        int compared = 0;
        for (String line : Files.readAllLines(folder.resolve("cdnow_calibration_summary.csv"))) {
            String[] fields = line.split(",", -1);
            if (!fields[0].equals("customer_id")) {
                Purchases purchases =
                        log.purchases(CustomerId.of(fields[0]), byCustomer.getOrDefault(fields[0], List.of()));
                RecencyFrequency recency = purchases.recencyFrequency(Duration.ofDays(7));
                assertThat(recency.frequency()).isEqualTo(Long.parseLong(fields[1]));
                assertThat(recency.recency()).isCloseTo(Double.parseDouble(fields[2]), within(0.0051));
                assertThat(recency.age()).isCloseTo(Double.parseDouble(fields[3]), within(0.0051));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(2357);
    }

    @Test
    void theLogIsHeldAgainstAModelInOneCall() {
        // Fader, Hardie and Lee (2005), table 2. Holdout and expected orders by SciPy 1.17, with the textbook's
        // formula; repeats of
        // each customer counted in Python by days before the 92nd, 183rd, 274th ... day: 2,457 in 39 weeks, as
        // published.
        BgNbd model = BgNbd.of(0.243, 4.414, 0.793, 2.426);
        OrderLog log = until(1998, 6, 30);
        Holdout holdout = log.metric(log.holdout(model, Instant.parse("1997-10-01T00:00:00Z"), Duration.ofDays(7)))
                .over(orders);
        assertThat(holdout.customers()).isEqualTo(2357);
        assertThat(holdout.actual()).isEqualTo(1882);
        assertThat(holdout.expected()).isCloseTo(1653.941259313348, within(1e-8));
        Tracking tracking = log.metric(log.tracking(
                        model, Instant.parse("1997-01-01T00:00:00Z"), Duration.ofDays(7), Duration.ofDays(7 * 13)))
                .over(orders);
        assertThat(tracking.rows())
                .extracting(Tracking.Row::actual)
                .containsExactly(828L, 1746L, 2457L, 3183L, 3844L, 4339L);
        assertThat(tracking.rows().get(5).expected()).isCloseTo(4171.433582303185, within(1e-8));
    }

    @Test
    void gapsAreThoseBetweenTheDays() {
        InterpurchaseTimes gaps =
                until(1998, 6, 30).metric(InterpurchaseTimes.metric()).over(orders);
        List<Long> sorted = new ArrayList<>();
        for (TreeMap<LocalDate, Long> bought : days.values()) {
            LocalDate before = null;
            for (LocalDate day : bought.keySet()) {
                if (before != null) {
                    sorted.add(ChronoUnit.DAYS.between(before, day));
                }
                before = day;
            }
        }
        sorted.sort(null);
        assertThat(gaps.pooled().n()).isEqualTo(sorted.size()).isEqualTo(4339);
        assertThat(gaps.pooled().median()).hasValue(sorted.get(2169));
        assertThat(gaps.moments().sum())
                .isEqualTo(sorted.stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void eachMonthlyCohortIsWhatAPlainLoopCounts() {
        OrderLog log = until(1998, 6, 30);
        CohortRetention retention =
                CohortRetention.of(Cadence.monthly(ZoneOffset.UTC), log.to()).upTo(17);
        RetentionTable table = log.metric(retention).over(orders);
        CohortRevenue revenue = log.metric(CohortRevenue.metric(retention)).over(orders);
        assertThat(table.cohorts()).as("all began in the first quarter of 1997").hasSize(3);
        for (int cohort = 0; cohort < 3; cohort++) {
            int month = cohort + 1;
            List<TreeMap<LocalDate, Long>> members = days.values().stream()
                    .filter(bought -> bought.firstKey().getMonthValue() == month)
                    .toList();
            assertThat(table.cohorts().get(cohort).size()).isEqualTo(members.size());
            long cumulative = 0;
            for (int interval = 0; interval <= 17; interval++) {
                LocalDate from = LocalDate.of(1997, month, 1).plusMonths(interval);
                boolean isOver = from.isBefore(LocalDate.of(1998, 7, 1));
                RetentionTable.Cell cell = table.cohorts().get(cohort).cells().get(interval);
                CohortRevenue.Cell paid = revenue.cohorts().get(cohort).cells().get(interval);
                long back = 0;
                long sum = 0;
                for (TreeMap<LocalDate, Long> bought : members) {
                    Map<LocalDate, Long> here = bought.subMap(from, from.plusMonths(1));
                    back += here.isEmpty() ? 0 : 1;
                    sum += here.values().stream().mapToLong(Long::longValue).sum();
                }
                cumulative += sum;
                assertThat(cell)
                        .isEqualTo(new RetentionTable.Cell(
                                isOver ? members.size() : 0, isOver ? back : 0, isOver ? 0 : members.size(), 0));
                if (isOver) {
                    assertThat(List.of(paid.customers(), paid.retained(), paid.cumulative()))
                            .isEqualTo(List.of((long) members.size(), sum, cumulative));
                } else {
                    assertThat(paid.customers()).isZero();
                }
            }
        }
    }

    @Test
    void scoresCutWhereTheDaysDo() {
        RfmScores scores = until(1998, 6, 30).metric(RfmRule.quantiles(5)).over(orders);
        LocalDate last = LocalDate.of(1998, 6, 30);
        TreeSet<String> best = new TreeSet<>();
        days.forEach((customer, bought) -> {
            if (ChronoUnit.DAYS.between(bought.lastKey(), last)
                    <= scores.recency().get(0)) {
                best.add(customer);
            }
        });
        assertThat(scores.customers().stream()
                        .filter(scored -> scored.r() == 5)
                        .map(scored -> scored.customer().value()))
                .containsExactlyElementsOf(best);
        assertThat(best.size()).isBetween(2357 / 5 - 20, 2357 / 5 + 20);
    }
}
