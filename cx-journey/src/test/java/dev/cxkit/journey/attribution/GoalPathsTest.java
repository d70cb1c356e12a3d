package dev.cxkit.journey.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TieOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalPathsTest {

    private static final GoalPaths ORDERS = GoalPaths.of("order").withValue("cents", SampleJourneys::cents);

    private static List<PathRow> rows(GoalPaths metric, String... journeys) {
        List<Journey> made =
                List.of(journeys).stream().map(SampleJourneys::journey).toList();
        return metric.over(made).rows();
    }

    @Test
    void theActivitiesBeforeTheGoalAreItsPath() {
        assertThat(rows(ORDERS, "email@0 search@1 order@2:900 help@3"))
                .containsExactly(PathRow.of(List.of("email", "search"), 1, 900, 0));
        assertThat(rows(ORDERS, "email@0 search@1", "email@5 search@6", "email@1 search@2 order@3:1"))
                .containsExactly(PathRow.of(List.of("email", "search"), 1, 1, 2));
    }

    @Test
    void theLookBackOfThirtyDaysIncludesItsEnd() {
        assertThat(rows(ORDERS, "early@0 email@0.5 order@30.5:5"))
                .containsExactly(PathRow.of(List.of("email"), 1, 5, 0));
        assertThat(rows(ORDERS, "email@0 order@30:5")).containsExactly(PathRow.of(List.of("email"), 1, 5, 0));
        assertThat(rows(ORDERS.withLookBack(Duration.ofDays(1)), "email@0 search@1 order@2:5"))
                .containsExactly(PathRow.of(List.of("search"), 1, 5, 0));
        assertThat(rows(ORDERS.withLookBack(Duration.ofDays(1)), "email@0 search@1 call@2"))
                .containsExactly(PathRow.of(List.of("search", "call"), 0, 0, 1));
        assertThat(rows(ORDERS.withLookBack(Duration.ofDays(1_000_000)), "email@0 order@200:5"))
                .containsExactly(PathRow.of(List.of("email"), 1, 5, 0));
    }

    /** An ad and an order of one second, as a table has them in any order: by type the ad comes first, the zebra last. */
    @Test
    void aTouchAtTheInstantOfTheGoalGoesByANamedRule() {
        for (String text : List.of("order@5:1 ad@5 zebra@5", "zebra@5 ad@5 order@5:1", "ad@5 order@5:1 zebra@5")) {
            assertThat(rows(ORDERS, text)).containsExactly(PathRow.of(List.of("ad"), 1, 1, 0));
            assertThat(rows(ORDERS.withTies(TieOrder.STRICT_LATER), text))
                    .containsExactly(PathRow.of(List.of(), 1, 1, 0));
            assertThat(rows(ORDERS.withTies(TieOrder.ANY_ORDER), text))
                    .containsExactly(PathRow.of(List.of("ad", "zebra"), 1, 1, 0));
        }
        assertThat(rows(ORDERS.withTies(TieOrder.STRICT_LATER), "mail@4 ad@5 order@5:1 order@5:2 zebra@6"))
                .containsExactly(PathRow.of(List.of("mail"), 2, 3, 0));
        assertThat(ORDERS.definition()).contains("sequence");
        assertThat(ORDERS.withTies(TieOrder.ANY_ORDER).definition()).contains("any-order");
    }

    @Test
    void eachGoalHasItsRowAndActivitiesMayCountForSeveral() {
        assertThat(rows(ORDERS, "email@0 order@1:5 search@2 order@3:7"))
                .containsExactly(
                        PathRow.of(List.of("email"), 1, 5, 0), PathRow.of(List.of("email", "search"), 1, 7, 0));
    }

    @Test
    void aGoalWithoutAnActivityBeforeItIsKeptApart() {
        PathTable table =
                ORDERS.over(List.of(SampleJourneys.journey("order@1:5"), SampleJourneys.journey("email@0 order@40:6")));
        assertThat(table.rows()).containsExactly(PathRow.of(List.of(), 2, 11, 0));
        assertThat(table.unattributable()).isEqualTo(new PathTotals(2, 11, 0));
    }

    @Test
    void itLeadsStraightToAnAttribution() {
        MarkovAttribution actual = MarkovAttribution.metric(ORDERS, Markov.of(1))
                .over(List.of(SampleJourneys.journey("email@0 order@1:5")));
        assertThat(actual.conversions()).containsOnlyKeys("email");
        RuleAttribution last = RuleAttribution.metric(ORDERS, CreditRule.lastTouch())
                .over(List.of(SampleJourneys.journey("a@0 b@0 order@1:5")));
        assertThat(last.credits()).containsEntry("a", new Credit(0, 0)).containsEntry("b", new Credit(1, 5));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> GoalPaths.of(" ")).hasMessage("the activity of the goal is blank");
        assertThatThrownBy(() -> ORDERS.withLookBack(Duration.ofDays(-1))).hasMessage("look-back PT-24H is negative");
        assertThatThrownBy(() -> ORDERS.withValue(" ", SampleJourneys::cents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value and its name ' ' belong together");
        assertThatThrownBy(() -> ORDERS.withValue("negative", touchpoint -> -3L)
                        .over(List.of(SampleJourneys.journey("a@0 order@1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value -3 of touchpoint t-1 is negative");
    }
}
