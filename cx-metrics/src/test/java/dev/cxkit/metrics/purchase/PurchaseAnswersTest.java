package dev.cxkit.metrics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.kit.ResultLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The documents of answers about purchases. The figures are worked out by hand, Wilson's intervals by R's prop.test without correction. */
class PurchaseAnswersTest {

    private static final TimeRange JANUARY = TimeRange.of(Shop.day(0), Shop.day(31));

    @Test
    void repeatPurchasesBeginWithTheirRate() {
        RepeatPurchases repeat =
                Shop.log(30).metric(RepeatPurchases.metric()).over(Shop.orders("0:10 3:5", "1:20", "2:0"));
        assertThat(repeat).hasToString("0.33 (0.06 to 0.79 at 95 %, n 3)");
        assertThat(repeat.document().keySet())
                .startsWith("value", "low", "high", "level", "n", "customers", "purchases", "orders");
        assertThat(repeat.document())
                .containsEntry("customers", 3L)
                .containsEntry("purchases", 4L)
                .containsEntry("withExactly", List.of(0L, 2L, 1L));
        assertThat(repeat.document().get("averageOrderValue"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("value", 8.75);
    }

    @Test
    void concentrationSaysWhatTheBestCustomersBring() {
        RevenueConcentration revenue =
                Shop.log(30).metric(RevenueConcentration.metric()).over(Shop.orders("0:10 3:5", "1:20", "2:0"));
        assertThat(revenue.document())
                .containsExactly(
                        Map.entry("customers", 3L),
                        Map.entry("revenue", 35L),
                        Map.entry("unmatchedRefunds", 0L),
                        Map.entry("topTenth", 20 / 35.0),
                        Map.entry("topFifth", 20 / 35.0),
                        Map.entry("herfindahl", revenue.herfindahl().orElseThrow()));
        assertThat(revenue.herfindahl().orElseThrow()).isEqualTo(625 / 1225.0, within(1e-15));
        ResultLaws.hold(revenue);
    }

    @Test
    void tablesAreListsOfRowsWithCells() {
        RetentionTable.Cell cell = new RetentionTable.Cell(4, 1, 2, 1);
        assertThat(cell).hasToString("0.25 (0.05 to 0.70 at 95 %, n 4)");
        RetentionTable.Row row = new RetentionTable.Row(JANUARY, true, 6, List.of(cell));
        RetentionTable table = new RetentionTable(List.of(row), 6, List.of(cell));
        assertThat(row.document())
                .containsExactly(
                        Map.entry("from", "2026-01-01T00:00:00Z"),
                        Map.entry("to", "2026-02-01T00:00:00Z"),
                        Map.entry("finished", true),
                        Map.entry("size", 6L),
                        Map.entry("cells", List.of(cell.document())));
        assertThat(table.document()).containsOnlyKeys("cohorts", "size", "total");
        ResultLaws.hold(table);
    }

    @Test
    void whatThereIsNotIsAbsent() {
        CohortRevenue.Cell paid = new CohortRevenue.Cell(2, 100, 50, 150);
        assertThat(paid.document()).containsEntry("share", 0.5).containsEntry("perCustomer", 75.0);
        CohortRevenue.Cell none = new CohortRevenue.Cell(0, 0, 0, 0);
        assertThat(none.document()).containsOnlyKeys("customers", "first", "retained", "cumulative");
        ResultLaws.hold(new CohortRevenue(
                List.of(new CohortRevenue.Row(JANUARY, false, 2, 0, List.of(paid, none))), 0, List.of()));
        ActivityChurn churn = new ActivityChurn(ActivityChurn.Counting.POINT_TO_POINT, 0, 1, 0, 0, 0);
        assertThat(churn.document())
                .containsExactly(
                        Map.entry("start", 0L),
                        Map.entry("started", 1L),
                        Map.entry("reactivated", 0L),
                        Map.entry("lost", 0L),
                        Map.entry("lostWithin", 0L),
                        Map.entry("end", 1L),
                        Map.entry("counting", "point-to-point"));
        assertThat(new Series<>(List.of()).text(2)).isEqualTo("no data");
    }

    @Test
    void ratesLeadAndOthersFollow() {
        Referrals referrals = new Referrals(4, 1, 10, 3);
        assertThat(referrals).hasToString("0.25 (0.05 to 0.70 at 95 %, n 4)");
        assertThat(referrals.document())
                .containsEntry("invitationsPerCustomer", 2.5)
                .containsEntry("wordOfMouthFactor", 0.75);
        WalkAway walked = new WalkAway(Proportion.of(1, 2), Proportion.of(0, 2), 3, 4);
        assertThat(walked.document()).containsEntry("value", 0.5).containsEntry("immatureControl", 4L);
        Linkage linkage = new Linkage(Proportion.of(1, 4), 2);
        assertThat(linkage.document().keySet())
                .containsExactly("value", "low", "high", "level", "n", "count", "total", "immature");
        ResultLaws.hold(List.of(referrals, walked, linkage, new LifeCycle(1, 2, 3, 4)));
    }

    @Test
    void scoresNameTheirRule() {
        RfmScores.Scored ann = new RfmScores.Scored(CustomerId.of("ann"), 3, 2, 500, 5, 4, 3);
        RfmScores scores =
                new RfmScores(RfmRule.quantiles(5).byMean(), List.of(1.0), List.of(2.0), List.of(3.0), List.of(ann));
        assertThat(scores.document())
                .containsEntry("cuts", "quantiles")
                .containsEntry("spending", "mean")
                .containsEntry("bins", 5);
        assertThat(ann.document()).containsEntry("customer", "ann").containsEntry("m", 3);
        ResultLaws.hold(scores);
        ResultLaws.hold(scores.segments(List.of(RfmSegment.of("best", 5, 5, 4, 5))));
    }
}
