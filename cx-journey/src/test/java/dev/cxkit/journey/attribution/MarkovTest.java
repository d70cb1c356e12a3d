package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkovTest {

    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"tiny-worked-example", "tiny-loops"})
    void everyModelOfTheTablesIsMatched(String name) {
        Tiny tiny = Tiny.read(name);
        for (JsonNode expected : tiny.expected().get("markov")) {
            Markov model = new Markov(
                    expected.get("order").asInt(), expected.get("null_paths").asBoolean());
            MarkovAttribution actual = model.attribute(tiny.table());

            assertThat(actual.whyEmpty()).isEmpty();
            assertThat(actual.states()).isEqualTo(expected.get("states").asInt());
            assertThat(actual.conversionProbability().orElseThrow())
                    .isCloseTo(expected.get("conversion_probability_from_start").asDouble(), within(EXACT));
            assertThat(actual.conversions().keySet())
                    .containsExactlyElementsOf(tiny.table().activities());
            actual.conversions().forEach((activity, effect) -> {
                assertThat(effect.effect()).isCloseTo(number(expected, "removal_effect", activity), within(EXACT));
                assertThat(effect.attributed())
                        .isCloseTo(number(expected, "attributed_conversions", activity), within(1e-11));
                assertThat(model.removalEffect(Set.of(activity), tiny.table()).orElseThrow())
                        .isCloseTo(effect.effect(), within(EXACT));
            });
            actual.value().forEach((activity, effect) -> {
                assertThat(effect.effect())
                        .isCloseTo(number(expected, "removal_effect_value", activity), within(EXACT));
                assertThat(effect.attributed())
                        .isCloseTo(number(expected, "attributed_value", activity), within(1e-10));
                assertThat(model.valueRemovalEffect(Set.of(activity), tiny.table())
                                .orElseThrow())
                        .isCloseTo(effect.effect(), within(EXACT));
            });
            assertThat(actual.value()).hasSameSizeAs(actual.conversions());
        }
    }

    private static double effect(Map<String, RemovalEffect> effects, String activity) {
        return requireNonNull(effects.get(activity), activity).effect();
    }

    private static double number(JsonNode node, String field, String activity) {
        return node.get(field).get(activity).asDouble();
    }

    @ParameterizedTest
    @CsvSource({"tiny-worked-example, true", "tiny-worked-example, false", "tiny-loops, true", "tiny-loops, false"})
    void theTransitionsOfTheTablesAreMatched(String name, boolean self) {
        Tiny tiny = Tiny.read(name);
        JsonNode matrix = tiny.expected().get(self ? "transition_matrix_self_kept" : "transition_matrix_self_dropped");
        List<Transition> transitions = Markov.of(1).transitions(tiny.table(), self);
        for (Transition transition : transitions) {
            assertThat(transition.probability())
                    .isCloseTo(
                            matrix.get(text(transition.from()))
                                    .get(text(transition.to()))
                                    .asDouble(),
                            within(EXACT));
        }
        int expected = 0;
        for (JsonNode row : matrix) {
            expected += row.size();
        }
        assertThat(transitions).hasSize(expected);
    }

    private static String text(PathState state) {
        return switch (state.kind()) {
            case START -> "(start)";
            case TOUCH -> state.activities().get(0);
            case CONVERSION -> "(conversion)";
            case NULL -> "(null)";
        };
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "5, 2", "6, 2", "7, 3", "8, 3", "9, 3"})
    void effectsAreThoseOfAllWalksWhereThereAreNoCircles(long seed, int order) {
        PathTable table = acyclic(new Random(seed));
        Enumeration walks = new Enumeration(table, order);
        Markov model = Markov.of(order);
        MarkovAttribution actual = model.attribute(table);
        double[] whole = walks.without(Set.of());
        assertThat(actual.conversionProbability().orElseThrow()).isCloseTo(whole[0], within(EXACT));
        List<String> activities = List.copyOf(table.activities());
        for (String activity : activities) {
            double[] rest = walks.without(Set.of(activity));
            assertThat(effect(actual.conversions(), activity)).isCloseTo(1 - rest[0] / whole[0], within(EXACT));
            assertThat(effect(actual.value(), activity)).isCloseTo(1 - rest[1] / whole[1], within(EXACT));
        }
        for (int i = 1; i < activities.size(); i++) {
            Set<String> removed = Set.copyOf(activities.subList(i - 1, Math.min(activities.size(), i + 2)));
            double[] rest = walks.without(removed);
            assertThat(model.removalEffect(removed, table).orElseThrow())
                    .isCloseTo(1 - rest[0] / whole[0], within(EXACT));
            assertThat(model.valueRemovalEffect(removed, table).orElseThrow())
                    .isCloseTo(1 - rest[1] / whole[1], within(EXACT));
        }
    }

    /** Labels only ever rise along a path, so no walk comes back. */
    private static PathTable acyclic(Random random) {
        List<PathRow> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> path = new ArrayList<>();
            for (int activity = 0; activity < 7; activity++) {
                if (random.nextInt(2) == 0 || (path.isEmpty() && activity == 6)) {
                    path.add("c" + activity);
                }
            }
            rows.add(PathRow.of(path, 1 + random.nextInt(5), 1 + random.nextInt(100), random.nextInt(5)));
        }
        return PathTable.of(rows);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 2, 0", "3, 3, 0", "4, 1, 1", "5, 2, 1", "6, 3, 1"})
    void theLawsHoldOnRandomPaths(long seed, int order, int zeroValue) {
        Random random = new Random(seed);
        List<PathRow> rows = randomRows(random, 300, 9, zeroValue == 1 ? 0 : 50);
        PathTable table = PathTable.of(rows);
        Markov model = Markov.of(order);
        MarkovAttribution whole = model.attribute(table);
        Map<String, RemovalEffect> effects = whole.conversions();

        assertThat(effects.values()).allMatch(effect -> effect.effect() >= 0 && effect.effect() <= 1);
        assertThat(effects.values().stream()
                        .mapToDouble(RemovalEffect::attributed)
                        .sum())
                .isCloseTo(table.attributable().conversions(), within(1e-9));
        assertThat(whole.value().values().stream()
                        .mapToDouble(RemovalEffect::attributed)
                        .sum())
                .isCloseTo(table.attributable().value(), within(1e-9));
        assertThat(whole.value().isEmpty()).isEqualTo(zeroValue == 1);

        Collections.shuffle(rows, random);
        assertThat(model.attribute(PathTable.of(rows))).isEqualTo(whole);
        PathTable parts = PathTable.of(rows.subList(0, 100)).plus(PathTable.of(rows.subList(100, 300)));
        assertThat(model.attribute(parts)).isEqualTo(whole);

        Set<String> all = Set.copyOf(table.activities());
        assertThat(model.removalEffect(all, table).orElseThrow()).isEqualTo(1);
        for (String activity : all) {
            double together = model.removalEffect(Set.copyOf(List.of(activity, "c0")), table)
                    .orElseThrow();
            assertThat(together)
                    .isGreaterThanOrEqualTo(effect(effects, activity) - EXACT)
                    .isLessThanOrEqualTo(effect(effects, activity) + effect(effects, "c0") + EXACT);
        }
    }

    private static List<PathRow> randomRows(Random random, int size, int activities, int value) {
        List<PathRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> path = random.ints(1 + random.nextInt(8), 0, activities)
                    .mapToObj(activity -> "c" + activity)
                    .toList();
            long conversions = random.nextInt(3);
            rows.add(PathRow.of(path, conversions, conversions * value, random.nextInt(20)));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void repeatsInTheChainLeaveOrderOneAsItIsAndEachOrderHasItsOwnAnswer(int order) {
        Tiny tiny = Tiny.read("tiny-loops");
        PathTable collapsed = tiny.table().map(PathTransform.collapseRepeats());
        MarkovAttribution kept = Markov.of(1).attribute(tiny.table());
        MarkovAttribution dropped = Markov.of(1).attribute(collapsed);
        dropped.conversions()
                .forEach((activity, effect) ->
                        assertThat(effect.effect()).isCloseTo(effect(kept.conversions(), activity), within(EXACT)));
        assertThat(Markov.of(order).attribute(tiny.table()).conversionProbability())
                .isEqualTo(kept.conversionProbability());
    }

    /**
     * Two activities in turn for very long: of the visits to b one of a hundred thousand converts, so nothing converts without either, and
     * the chain is left with a probability of 1e-5 a transition.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void veryLongPathsLoseNoDigits(int order) {
        List<String> path = IntStream.range(0, 200_000)
                .mapToObj(i -> i % 2 == 0 ? "a" : "b")
                .toList();
        PathTable table = PathTable.of(List.of(
                PathRow.of(path, 1, 7, 0), PathRow.of(List.of("rare"), 1, 1, 0), PathRow.of(List.of("a"), 0, 0, 1)));
        MarkovAttribution actual = Markov.of(order).attribute(table);
        assertThat(effect(actual.conversions(), "b")).isCloseTo(0.5, within(EXACT));
        assertThat(effect(actual.conversions(), "rare")).isCloseTo(0.5, within(EXACT));
        assertThat(effect(actual.value(), "a")).isCloseTo(7 / 8.0, within(EXACT));
    }

    /** An activity met once, beside two that go on for long: what converts without it is little at a time, and the circle is long. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRareLabelBesideALongCircleIsExact(int order) {
        int turns = 50_000;
        List<String> path = new ArrayList<>(List.of("rare"));
        IntStream.range(0, turns).forEach(i -> path.addAll(List.of("a", "b", "c")));
        PathTable table =
                PathTable.of(List.of(PathRow.of(path, 1, 0, 0), PathRow.of(path.subList(1, path.size()), 1, 0, 0)));
        MarkovAttribution actual = Markov.of(order).attribute(table);
        assertThat(effect(actual.conversions(), "rare")).isCloseTo(0.5, within(EXACT));
        assertThat(effect(actual.conversions(), "b")).isCloseTo(1, within(EXACT));
    }

    @Test
    void labelsNamedLikeStatesAreLabels() {
        PathTable strange = PathTable.of(List.of(
                PathRow.of(List.of("(start)", "END", "(null)"), 1, 100, 0),
                PathRow.of(List.of("(start)"), 0, 0, 1),
                PathRow.of(List.of("END", "(null)"), 0, 0, 1)));
        PathTable plain = PathTable.of(List.of(
                PathRow.of(List.of("C1", "C2", "C3"), 1, 100, 0),
                PathRow.of(List.of("C1"), 0, 0, 1),
                PathRow.of(List.of("C2", "C3"), 0, 0, 1)));
        Map<String, RemovalEffect> expected = Markov.of(1).attribute(plain).conversions();
        Map<String, RemovalEffect> actual = Markov.of(1).attribute(strange).conversions();
        assertThat(effect(actual, "(start)")).isEqualTo(effect(expected, "C1"));
        assertThat(effect(actual, "END")).isEqualTo(effect(expected, "C2"));
        assertThat(effect(actual, "(null)")).isEqualTo(effect(expected, "C3"));
        assertThat(Markov.of(1).transitions(strange, true))
                .contains(new Transition(PathState.START, PathState.of("(start)"), 2, 3))
                .contains(new Transition(PathState.of("(null)"), PathState.NULL, 1, 2));
    }

    @Test
    void withoutConversionsThereIsNoAnswerButAReason() {
        PathTable lost = PathTable.of(List.of(PathRow.of(List.of("a", "b"), 0, 0, 5)));
        MarkovAttribution actual = Markov.of(2).attribute(lost);
        assertThat(actual.whyEmpty()).contains("no path with an activity converts");
        assertThat(actual.conversions()).isEmpty();
        assertThat(actual.value()).isEmpty();
        assertThat(actual.conversionProbability()).hasValue(0);
        assertThat(Markov.of(1).removalEffect(Set.of("a"), lost)).isEmpty();
        assertThat(Markov.of(1).valueRemovalEffect(Set.of("a"), lost)).isEmpty();

        MarkovAttribution nothing = Markov.of(1).attribute(PathTable.of(List.of()));
        assertThat(nothing.whyEmpty()).contains("there is no path with an activity");
        assertThat(nothing.conversionProbability()).isEmpty();
        assertThat(Markov.of(1).withoutNullPaths().attribute(lost).whyEmpty())
                .contains("there is no path with an activity");
        assertThat(Markov.of(1).transitions(PathTable.of(List.of()), true)).isEmpty();
    }

    @Test
    void goalsWithoutATouchAreApart() {
        PathTable table = PathTable.of(List.of(PathRow.of(List.of(), 4, 40, 0), PathRow.of(List.of("a"), 2, 30, 2)));
        MarkovAttribution actual = Markov.of(1).attribute(table);
        assertThat(actual.unattributable()).isEqualTo(new PathTotals(4, 40, 0));
        assertThat(actual.attributable()).isEqualTo(new PathTotals(2, 30, 2));
        assertThat(actual.conversions()).containsExactly(Map.entry("a", new RemovalEffect(1, 2)));
        assertThat(actual.value()).containsExactly(Map.entry("a", new RemovalEffect(1, 30)));
    }

    @Test
    void aLabelThatOnlyNullPathsHaveGetsNothing() {
        PathTable table =
                PathTable.of(List.of(PathRow.of(List.of("a"), 1, 1, 0), PathRow.of(List.of("x", "y"), 0, 0, 2)));
        for (Markov model : List.of(Markov.of(1), Markov.of(2), Markov.of(1).withoutNullPaths())) {
            assertThat(model.attribute(table).conversions())
                    .containsEntry("x", new RemovalEffect(0, 0))
                    .containsEntry("a", new RemovalEffect(1, 1));
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Markov.of(0)).hasMessage("order 0 is outside 1..3");
        assertThatThrownBy(() -> Markov.of(4)).hasMessage("order 4 is outside 1..3");
        PathTable table = PathTable.of(List.of(PathRow.of(List.of("a"), 1, 1, 0)));
        assertThatThrownBy(() -> Markov.of(1).removalEffect(Set.of("b"), table))
                .hasMessage("activity 'b' is in no path");
        PathTable wide = PathTable.of(IntStream.range(0, 100_000)
                .mapToObj(i -> PathRow.of(List.of("activity " + i), 1, 1, 0))
                .toList());
        assertThatThrownBy(() -> Markov.of(1).attribute(wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Markov chain of 100000 activities; at most 2000, so gather the rare ones first");
        assertThatThrownBy(() -> new PathState(PathState.Kind.START, List.of("a")))
                .hasMessage("a state of kind START with 1 activities");
        assertThatThrownBy(PathState::of).hasMessage("a state of kind TOUCH with 0 activities");
        assertThatThrownBy(() -> new Transition(PathState.START, PathState.NULL, 0, 1))
                .hasMessage("count 0 is outside 1..1");
    }

    @Test
    void aPathThroughAHundredLabelsMayEndWhereItBegan() {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            path.add("c" + i);
        }
        path.add("c0");
        MarkovAttribution attribution = Markov.of(1).attribute(PathTable.of(List.of(PathRow.of(path, 1, 0, 0))));
        assertThat(attribution.states()).isEqualTo(100);
        // Half of the visits to c0 convert, so half are left without any of the others.
        assertThat(attribution.conversions().values())
                .extracting(RemovalEffect::effect)
                .startsWith(1.0, 0.5)
                .containsOnly(1.0, 0.5)
                .containsOnlyOnce(1.0);
    }
}
