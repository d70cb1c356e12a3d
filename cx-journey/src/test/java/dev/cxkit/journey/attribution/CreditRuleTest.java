package dev.cxkit.journey.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditRuleTest {

    private static final Map<String, CreditRule> RULES = Map.of(
            "first_touch", CreditRule.firstTouch(),
            "last_touch", CreditRule.lastTouch(),
            "last_non_alpha", CreditRule.lastTouchExcept("alpha"),
            "linear", CreditRule.linear(),
            "linear_unique_channels", CreditRule.linearUnique(),
            "position_40_20_40", CreditRule.positionBased(),
            "time_decay_by_position_half_life_1", CreditRule.positionDecay(1));

    @ParameterizedTest
    @ValueSource(strings = {"tiny-worked-example", "tiny-loops"})
    void everyRuleOfTheTablesIsMatched(String name) {
        Tiny tiny = Tiny.read(name);
        JsonNode rules = tiny.expected().get("heuristics");
        assertThat(rules.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(RULES.keySet());
        RULES.forEach((rule, credit) -> {
            RuleAttribution actual = credit.attribute(tiny.table());
            JsonNode expected = rules.get(rule);
            assertThat(actual.credits()).hasSize(expected.get("conversions").size());
            actual.credits().forEach((activity, given) -> {
                assertThat(given.conversions())
                        .isCloseTo(expected.get("conversions").get(activity).asDouble(), within(1e-12));
                assertThat(given.value())
                        .isCloseTo(expected.get("value").get(activity).asDouble(), within(1e-12));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-worked-example", "tiny-loops"})
    void theShapleyValueWhereAPathIsWorthSomethingToThoseWhoHoldItAllIsLinearUnique(String name) {
        Tiny tiny = Tiny.read(name);
        Map<String, Credit> credits =
                CreditRule.linearUnique().attribute(tiny.table()).credits();
        assertThat(credits).hasSize(tiny.expected().get("shapley_subset_worth").size());
        List<String> activities = List.copyOf(tiny.table().activities());
        credits.forEach((activity, credit) -> {
            assertThat(credit.conversions())
                    .isCloseTo(
                            tiny.expected()
                                    .get("shapley_subset_worth")
                                    .get(activity)
                                    .asDouble(),
                            within(1e-12))
                    .isCloseTo(shapley(tiny.table(), activities, activity), within(1e-12));
        });
    }

    /** The mean over all coalitions, weighted as Shapley (1953) does. */
    private static double shapley(PathTable table, List<String> activities, String activity) {
        int others = activities.size() - 1;
        double sum = 0;
        for (int bits = 0; bits < 1 << activities.size(); bits++) {
            Set<String> without = new HashSet<>();
            for (int i = 0; i < activities.size(); i++) {
                if (((bits >> i) & 1) == 1) {
                    without.add(activities.get(i));
                }
            }
            if (!without.contains(activity)) {
                Set<String> with = new HashSet<>(without);
                with.add(activity);
                double orders = factorial(without.size()) * factorial(others - without.size());
                sum += orders / factorial(activities.size()) * (worth(table, with) - worth(table, without));
            }
        }
        return sum;
    }

    private static double worth(PathTable table, Set<String> coalition) {
        return table.rows().stream()
                .filter(row -> coalition.containsAll(row.path()))
                .mapToDouble(row -> row.totals().conversions())
                .sum();
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    @Test
    void sharesOfEachRule() {
        assertThat(CreditRule.positionBased().shares(List.of("a"))).containsExactly(1);
        assertThat(CreditRule.positionBased().shares(List.of("a", "b"))).containsExactly(0.5, 0.5);
        assertThat(CreditRule.positionBased().shares(List.of("a", "b", "c", "d")))
                .containsExactly(0.4, 0.1, 0.1, 0.4);
        assertThat(CreditRule.linear().shares(List.of("a", "a", "b", "b"))).containsExactly(.25, .25, .25, .25);
        assertThat(CreditRule.linearUnique().shares(List.of("a", "b", "a"))).containsExactly(.25, .5, .25);
        assertThat(CreditRule.lastTouchExcept("x").shares(List.of("a", "b", "x", "x")))
                .containsExactly(0, 1, 0, 0);
        assertThat(CreditRule.lastTouchExcept("x").shares(List.of("x", "x"))).containsExactly(0, 1);
        assertThat(CreditRule.positionDecay(2).shares(List.of("a", "b", "c")))
                .containsExactly(
                        new double[] {
                            0.5 / 2.2071067811865475, 0.7071067811865476 / 2.2071067811865475, 1 / 2.2071067811865475
                        },
                        within(1e-15));
    }

    @Test
    void creditsAddUpToWhatIsAttributableAndTheRestIsApart() {
        PathTable table = PathTable.of(List.of(
                PathRow.of(List.of(), 5, 50, 0),
                PathRow.of(List.of("a", "b", "c"), 3, 31, 9),
                PathRow.of(List.of("d"), 0, 0, 1)));
        for (CreditRule rule : RULES.values()) {
            RuleAttribution actual = rule.attribute(table);
            assertThat(actual.unattributable()).isEqualTo(new PathTotals(5, 50, 0));
            assertThat(actual.attributable()).isEqualTo(new PathTotals(3, 31, 10));
            assertThat(actual.credits().values().stream()
                            .mapToDouble(Credit::conversions)
                            .sum())
                    .isCloseTo(3, within(1e-12));
            assertThat(actual.credits().values().stream()
                            .mapToDouble(Credit::value)
                            .sum())
                    .isCloseTo(31, within(1e-12));
            assertThat(actual.credits()).containsEntry("d", new Credit(0, 0));
        }
        assertThat(CreditRule.firstTouch().attribute(PathTable.of(List.of())).credits())
                .isEmpty();
        assertThat(CreditRule.lastTouchExcept("x").attribute(table).rule()).isEqualTo("last-touch-except(x)");
        assertThat(CreditRule.linearUnique().attribute(table).rule()).isEqualTo("linear-unique");
        assertThat(CreditRule.positionDecay(3).attribute(table).rule()).isEqualTo("position-decay(3.0 positions)");
    }

    /** The rule of a host, which gives the same shares whatever the path. */
    record Odd(List<Double> given) implements CreditRule {

        static Odd of(Double... given) {
            return new Odd(List.of(given));
        }

        @Override
        public double[] shares(List<String> path) {
            return given.stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public String name() {
            return "odd";
        }
    }

    @Test
    void rulesOfAHostAreCheckedAndNonsenseIsRefused() {
        PathTable table = PathTable.of(List.of(PathRow.of(List.of("a", "b"), 1, 0, 0)));
        assertThat(Odd.of(0.25, 0.75).attribute(table).credits()).containsEntry("b", new Credit(0.75, 0));
        assertThatThrownBy(() -> Odd.of(0.5, 0.6).attribute(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("odd gives the shares [0.5, 0.6] to a path of 2; they must be at least 0 and add up to 1");
        CreditRule unnamed = path -> new double[] {1, 0};
        assertThat(unnamed.attribute(table).rule()).isEqualTo("custom");
        for (Odd wrong : List.of(Odd.of(1.0), Odd.of(-1.0, 2.0), Odd.of(Double.NaN, 1.0))) {
            assertThatThrownBy(() -> wrong.attribute(table)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CreditRule.positionDecay(0)).hasMessage("half-life 0.0 is not above 0 and finite");
        assertThatThrownBy(() -> CreditRule.positionDecay(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreditRule.positionDecay(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
