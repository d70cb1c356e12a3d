package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeDecayTest {

    private static final GoalPaths ORDERS = GoalPaths.of("order").withValue("cents", SampleJourneys::cents);

    /** 14, 7 and 0 days before the last touch weigh 1/4, 1/2 and 1. */
    @Test
    void sevenDaysHalveTheWeight() {
        RuleAttribution actual = TimeDecay.of(ORDERS)
                .over(List.of(
                        SampleJourneys.journey("email@0 search@7 call@14 order@20:700"),
                        SampleJourneys.journey("email@0"),
                        SampleJourneys.journey("order@0:1")));
        assertThat(actual.rule()).isEqualTo("time-decay(PT168H)");
        assertThat(actual.attributable()).isEqualTo(new PathTotals(1, 700, 1));
        assertThat(actual.unattributable()).isEqualTo(new PathTotals(1, 1, 0));
        Map<String, Double> expected = Map.of("email", 1.0, "search", 2.0, "call", 4.0);
        assertThat(actual.credits()).hasSameSizeAs(expected);
        expected.forEach((activity, weight) -> {
            Credit credit = requireNonNull(actual.credits().get(activity), activity);
            assertThat(credit.conversions()).isCloseTo(weight / 7, within(1e-15));
            assertThat(credit.value()).isCloseTo(100 * weight, within(1e-12));
        });
    }

    @Test
    void activitiesAWeekApartAreDecayByPosition() {
        RuleAttribution byTime =
                TimeDecay.of(ORDERS).over(List.of(SampleJourneys.journey("a@0 b@7 c@14 b@21 order@21:64")));
        RuleAttribution byPosition = CreditRule.positionDecay(1)
                .attribute(PathTable.of(List.of(PathRow.of(List.of("a", "b", "c", "b"), 1, 64, 0))));
        assertThat(byTime.credits()).isEqualTo(byPosition.credits());
    }

    @Test
    void aHalfLifeOfANanosecondGivesAllToTheLastTouch() {
        RuleAttribution actual =
                new TimeDecay(ORDERS, Duration.ofNanos(1)).over(List.of(SampleJourneys.journey("a@0 b@1 order@9:3")));
        assertThat(actual.credits()).isEqualTo(Map.of("a", new Credit(0, 0), "b", new Credit(1, 3)));
        assertThatThrownBy(() -> new TimeDecay(ORDERS, Duration.ZERO)).hasMessage("half-life PT0S is not above 0");
    }
}
