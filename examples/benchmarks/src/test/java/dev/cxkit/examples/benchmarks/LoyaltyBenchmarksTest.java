package dev.cxkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.purchase.PurchaseSummary;
import dev.cxkit.metrics.purchase.RetentionTable;
import dev.cxkit.metrics.quantiles.QuantileType;
import dev.cxkit.metrics.stats.Proportion;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** As {@link BenchmarksTest}, of loyalty: all contenders find the same. */
class LoyaltyBenchmarksTest {

    @Test
    void bothKeepTheSameRevenueInEachMonth() {
        RevenueByMonth benchmark = new RevenueByMonth();
        benchmark.rows = 3_000;
        benchmark.makeSubscriptions();

        double[] expected = benchmark.loopByMonth();
        assertThat(Arrays.stream(expected)).allMatch(rate -> rate > 0.5 && rate < 1.5);
        assertThat(benchmark.cx()).isEqualTo(expected);
    }

    @Test
    void madeUpCustomersGiveTheModelBackThatTheyWereMadeBy() {
        LifetimeModels benchmark = new LifetimeModels();
        benchmark.rows = 30_000;
        benchmark.makeCustomers();

        // Orders of one day are one, so that the model does not hold to the last digit.
        assertThat(benchmark.bgNbd().model().r()).isCloseTo(0.25, within(0.02));
        assertThat(benchmark.bgNbd().model().a()).isCloseTo(0.79, within(0.15));
        assertThat(benchmark.paretoNbd().n()).isEqualTo(30_000);
        assertThat(Arrays.stream(benchmark.twelveMonths()).average().orElseThrow())
                .isBetween(0.5, 1.5);
    }

    @Test
    void allFindTheSameMediansTestsAndCoefficients() {
        Lifetimes customers = new Lifetimes();
        customers.rows = 30_000;
        customers.makeCustomers();

        Lifetimes.CurveOfTimes times = new Lifetimes.CurveOfTimes();
        // Survival times are rounded to ten digits, so that those that are equal but for rounding tie.
        assertThat(times.cx(customers))
                .isEqualTo(times.cxMetric(customers))
                .isCloseTo(times.sortedList(customers), Percentage.withPercentage(1e-7));
        Lifetimes.CurveOfDays days = new Lifetimes.CurveOfDays();
        assertThat(days.cx(customers)).isEqualTo(days.treeMap(customers)).isEqualTo(days.cxMetric(customers));
        Lifetimes.LogRankOfGroups groups = new Lifetimes.LogRankOfGroups();
        assertThat(groups.cx(customers)).isCloseTo(groups.sortedList(customers), Percentage.withPercentage(1e-6));
        Lifetimes.CoxOfCovariates covariates = new Lifetimes.CoxOfCovariates();
        assertThat(covariates.cx(customers))
                .isCloseTo(covariates.sortedList(customers), Percentage.withPercentage(1e-6))
                .isCloseTo(0.01, within(0.002));
    }

    @Test
    void allSeeTheSameCustomersComeBack() {
        OrdersToSummary benchmark = new OrdersToSummary();
        OrdersToSummary.Columns columns = new OrdersToSummary.Columns();
        columns.rows = 20_000;
        columns.makeOrders();
        // The stream does not know what a refund is.
        Arrays.setAll(columns.orders.minorUnits(), i -> Math.abs(columns.orders.minorUnits()[i]));
        OrdersToSummary.Objects objects = new OrdersToSummary.Objects();
        objects.makeOrders(columns);

        PurchaseSummary summary = benchmark.cxArrays(columns);
        assertThat(benchmark.cxObjects(objects)).isEqualTo(summary);
        OrdersToSummary.Answer answer = benchmark.groupingBy(objects);
        assertThat(summary.repeat().repeatPurchaseRate())
                .isEqualTo(Proportion.of(answer.repeated(), answer.customers()));
        assertThat(summary.interpurchase()
                        .pooled()
                        .quantile(0.5, QuantileType.TYPE_1)
                        .orElseThrow())
                .isCloseTo(answer.medianGap(), within(1.0));
        assertThat(summary.concentration().revenue()).isEqualTo(answer.revenue());
        assertThat(summary.cohorts().cohorts()).hasSameSizeAs(answer.active().keySet());
        summary.cohorts().cohorts().forEach(row -> {
            Map<Long, Long> active = answer.active()
                    .getOrDefault(YearMonth.from(row.period().from().atZone(ZoneOffset.UTC)), Map.of());
            for (int month = 0; month < row.cells().size(); month++) {
                RetentionTable.Cell cell = row.cells().get(month);
                assertThat(cell.retained() + cell.openRetained()).isEqualTo(active.getOrDefault((long) month, 0L));
            }
        });
    }
}
