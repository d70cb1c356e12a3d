package dev.cxkit.metrics.purchase;

import static dev.cxkit.metrics.purchase.Shop.log;
import static dev.cxkit.metrics.purchase.Shop.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfmTest {

    private static RfmScores score(RfmRule rule, String... texts) {
        return log(100).metric(rule).over(orders(texts));
    }

    /** One order of each customer, of 1 to 7 cents, on the days 0 to 6. */
    private static String[] seven() {
        return IntStream.range(0, 7).mapToObj(i -> i + ":" + (i + 1)).toArray(String[]::new);
    }

    /** NTILE of the SQL standard: of seven rows in three groups the first has three. */
    @Test
    void equalGroupsAreThoseOfNtile() {
        RfmScores scores = score(RfmRule.ntile(3), seven());
        assertThat(scores.customers()).extracting(RfmScores.Scored::m).containsExactly(1, 1, 1, 2, 2, 3, 3);
        assertThat(scores.customers())
                .as("the latest is best")
                .extracting(RfmScores.Scored::r)
                .containsExactly(1, 1, 1, 2, 2, 3, 3);
        assertThat(scores.customers())
                .as("all bought once, so the ids decide")
                .extracting(RfmScores.Scored::f)
                .containsExactly(1, 1, 1, 2, 2, 3, 3);
        assertThat(scores.monetary()).containsExactly(3.0, 5.0);
        assertThat(scores.recency())
                .as("days ago: 93 and 94, 95 and 96, 97 to 99")
                .containsExactly(94.0, 96.0);
        assertThat(scores.frequency()).containsExactly(1.0, 1.0);
    }

    @Test
    void fewerCustomersThanGroupsAreInTheFirstOnes() {
        assertThat(score(RfmRule.ntile(5), "0:10", "0:5").customers())
                .extracting(RfmScores.Scored::m)
                .containsExactly(2, 1);
        assertThat(score(RfmRule.ntile(5), "0:10", "0:5").monetary()).containsExactly(5.0, 10.0, 10.0, 10.0);
    }

    /** The cut points are those of {@code quantile(1:7, 1:2/3)} in R 4.2.2: 3 and 5. */
    @Test
    void betweenQuantilesEqualValuesHaveEqualScores() {
        RfmScores scores = score(RfmRule.quantiles(3), seven());
        assertThat(scores.monetary()).containsExactly(3.0, 5.0);
        assertThat(scores.customers()).extracting(RfmScores.Scored::m).containsExactly(1, 1, 1, 2, 2, 3, 3);
        assertThat(scores.recency()).containsExactly(95.0, 97.0);
        assertThat(scores.customers()).extracting(RfmScores.Scored::r).containsExactly(1, 1, 2, 2, 3, 3, 3);
        assertThat(scores.frequency()).containsExactly(1.0, 1.0);
        assertThat(scores.customers())
                .as("no other group has anybody")
                .extracting(RfmScores.Scored::f)
                .containsOnly(1);
    }

    @Test
    void fixedCutPointsAreThoseOfTheHost() {
        RfmRule rule = RfmRule.fixed(
                PurchaseRule.perDay(ZoneOffset.UTC),
                List.of(Duration.ofDays(94), Period.ofDays(97)),
                List.of(1.0, 2.0),
                List.of(2.0, 6.0));
        RfmScores scores = score(rule, seven());
        assertThat(scores.customers()).extracting(RfmScores.Scored::m).containsExactly(1, 1, 2, 2, 2, 2, 3);
        assertThat(scores.customers()).extracting(RfmScores.Scored::r).containsExactly(1, 1, 2, 2, 2, 3, 3);
        assertThat(scores.recency()).containsExactly(94.0, 97.0);
    }

    @Test
    void whatIsSpentMayBeThatOfAPurchase() {
        String[] orders = {"0:10 1:10 2:10", "0:20", "0:15"};
        assertThat(score(RfmRule.ntile(3), orders).customers())
                .extracting(RfmScores.Scored::m)
                .containsExactly(3, 2, 1);
        assertThat(score(RfmRule.ntile(3).byMean(), orders).customers())
                .extracting(RfmScores.Scored::m)
                .containsExactly(1, 3, 2);
        assertThat(score(RfmRule.quantiles(2).byMean(), orders).monetary()).containsExactly(15.0);
    }

    @Test
    void theFirstRuleThatFitsNamesTheSegment() {
        List<RfmSegment> rules = List.of(
                RfmSegment.of("best", 3, 3, 1, 3),
                new RfmSegment("big", RfmSegment.Scores.ANY, RfmSegment.Scores.ANY, new RfmSegment.Scores(2, 3)),
                RfmSegment.of("never", 1, 1, 3, 3));
        assertThat(score(RfmRule.ntile(3), seven()).segments(rules))
                .containsExactly(
                        new RfmScores.Segment("best", Proportion.of(2, 7), 13),
                        new RfmScores.Segment("big", Proportion.of(2, 7), 9),
                        new RfmScores.Segment("never", Proportion.of(0, 7), 0),
                        new RfmScores.Segment(RfmScores.OTHER, Proportion.of(3, 7), 6));
    }

    @Test
    void nobodyHasNoCutPoints() {
        RfmScores none = score(RfmRule.quantiles(5), "3:-5");
        assertThat(none.customers()).isEmpty();
        assertThat(none.recency()).isEmpty();
        assertThat(none.segments(List.of(RfmSegment.of("all", 1, 5, 1, 5)))
                        .get(0)
                        .customers()
                        .share())
                .isEmpty();
        List<Order> nothing = List.of();
        assertThat(log(9).metric(RfmRule.ntile(4)).over(nothing).monetary()).isEmpty();
    }

    @Test
    void badRulesAreRefused() {
        assertThatThrownBy(() -> RfmRule.ntile(1)).hasMessage("bins 1 is outside 2..100");
        assertThatThrownBy(() ->
                        RfmRule.fixed(PurchaseRule.RAW, List.of(Duration.ofDays(1)), List.of(Double.NaN), List.of(1.0)))
                .hasMessage("cut points [NaN] are not 1 finite ones that ascend");
        assertThatThrownBy(() -> RfmRule.fixed(
                        PurchaseRule.RAW,
                        List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                        List.of(1.0, 2.0),
                        List.of(1.0, 2.0)))
                .hasMessage("cut points [1.0, 1.0] are not 2 finite ones that ascend");
        assertThatThrownBy(() -> RfmRule.fixed(
                        PurchaseRule.RAW, List.of(Duration.ofSeconds(1)), List.of(1.0, 2.0), List.of(1.0)))
                .hasMessage("cut points [1.0, 2.0] are not 1 finite ones that ascend");
        assertThatThrownBy(() -> RfmSegment.of(" ", 1, 2, 1, 2)).hasMessage("name of segment is blank");
        assertThatThrownBy(() -> RfmSegment.of("x", 3, 2, 1, 2)).hasMessage("scores 3..2 are none from 1 on");
    }
}
