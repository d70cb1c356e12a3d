package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PathPatternTest {

    private static final Set<String> KNOWN = Set.of("A", "B", "C", "D", "E", "F");

    private static boolean matches(String pattern, String text) {
        return find(pattern, text).isPresent();
    }

    private static Optional<PatternMatch> find(String pattern, String text) {
        return PathPattern.of(pattern, KNOWN).find(SampleTouchpoints.journey("c", text));
    }

    @Test
    void tokensAreNeighboursUnlessAGapIsWritten() {
        assertThat(matches("A -> B", "C@0 A@1 B@2")).isTrue();
        assertThat(matches("A -> B", "A@0 C@1 B@2")).isFalse();
        assertThat(matches("A -> . -> B", "A@0 C@1 B@2")).isTrue();
        assertThat(matches("A -> . -> B", "A@0 B@1")).isFalse();
        assertThat(matches("A -> .* -> B", "A@0 B@1")).isTrue();
        assertThat(matches("A -> .* -> B", "A@0 C@1 C@2 B@3")).isTrue();
        assertThat(matches("A -> [^C]* -> B", "A@0 C@1 B@2")).isFalse();
        assertThat(matches("A -> [^C|D]* -> B", "A@0 E@1 F@2 B@3")).isTrue();
        assertThat(matches("A->[^ B ]->[B|C]", "A@0 D@1 C@2")).isTrue();
        assertThat(matches("A->[^B]->[B|C]", "A@0 B@1 C@2")).isFalse();
    }

    @Test
    void boundariesAreNoSteps() {
        assertThat(matches("START -> A", "A@0 B@1")).isTrue();
        assertThat(matches("START -> A", "B@0 A@1")).isFalse();
        assertThat(matches("A -> END", "B@0 A@1")).isTrue();
        assertThat(matches("A -> END", "A@0 B@1")).isFalse();
        assertThat(matches("A -> .", "B@0 A@1")).as("no activity follows").isFalse();
        assertThat(matches(". -> A", "A@0 B@1")).as("no activity comes before").isFalse();
        assertThat(matches("A -> [^B]", "B@0 A@1"))
                .as("the end is no other step")
                .isFalse();
        assertThat(matches("START -> A -> .* -> B -> END", "A@0 C@1 B@2 B@3")).isTrue();
    }

    @Test
    void ofSeveralMatchesTheFirstToBeginAndThenTheFirstToEndCounts() {
        assertThat(find("A -> .* -> B", "C@0 A@1 A@2 B@3 B@4")).contains(new PatternMatch(1, 4));
        assertThat(find("[A|C] -> .* -> D", "C@0 A@1 B@2 D@3 D@4")).contains(new PatternMatch(0, 4));
        assertThat(find("A -> [^B]* -> C", "A@0 B@1 A@2 C@3")).contains(new PatternMatch(2, 4));
        assertThat(find(".*", "A@0 B@1")).contains(new PatternMatch(0, 0));
        assertThat(find(".* -> END", "A@0 B@1")).contains(new PatternMatch(0, 2));
    }

    @Test
    void aMatchThatBeginsFirstWinsEvenIfItEndsLater() {
        assertThat(find("[A|B] -> .* -> [C|D] -> E", "A@0 B@1 C@2 F@3 D@4 E@5")).contains(new PatternMatch(0, 6));
    }

    @Test
    void specialNamesAreQuoted() {
        Set<String> known = Set.of("END", "START", ".", "a|b", "say \"hi\"", "x -> y", " padded", "MRI SCAN");
        Journey journey = Journey.of(List.of(
                SampleTouchpoints.touchpoint("1", "c", "END", 0, "web"),
                SampleTouchpoints.touchpoint("2", "c", "a|b", 1, "web"),
                SampleTouchpoints.touchpoint("3", "c", "say \"hi\"", 2, "web"),
                SampleTouchpoints.touchpoint("4", "c", "x -> y", 3, "web"),
                SampleTouchpoints.touchpoint("5", "c", "MRI SCAN", 4, "web")));
        assertThat(PathPattern.of("\"END\" -> \"a|b\"", known).find(journey)).contains(new PatternMatch(0, 2));
        assertThat(PathPattern.of("\"say \"\"hi\"\"\" -> [\"x -> y\"|MRI SCAN]", known)
                        .find(journey))
                .contains(new PatternMatch(2, 4));
        assertThat(PathPattern.of("MRI SCAN -> END", known).find(journey)).contains(new PatternMatch(4, 5));
        assertThat(PathPattern.of("\".\"", known).find(journey)).isEmpty();
    }

    @Test
    void anUnknownStepIsNamed() {
        assertThatThrownBy(() -> PathPattern.of("A -> Bb", KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "activity 'Bb' of pattern 'A -> Bb' is none of the 6 known, such as 'A', 'B', 'C', 'D', 'E', 'F'");
        assertThatThrownBy(() -> PathPattern.of("A -> [^Bb]* -> C", KNOWN)).hasMessageContaining("activity 'Bb'");
        assertThatThrownBy(() -> PathPattern.of("[A|Bb]", KNOWN)).hasMessageContaining("activity 'Bb'");
        assertThatThrownBy(() -> PathPattern.of("\"Bb\"", KNOWN)).hasMessageContaining("activity 'Bb'");
    }

    @Test
    void whatIsNoPatternIsRefused() {
        String[][] cases = {
            {"", "a token is missing at place 0"},
            {"A -> ", "a token is missing at place 5"},
            {"A ->-> B", "a token is missing at place 4"},
            {"[A|", "a token is missing at place 3"},
            {"[A", "']' is missing at place 2"},
            {"[]", "a token is missing at place 1"},
            {"[A]*", "a gap is written .* or [^a]*"},
            {"\"A", "a quote is not closed"},
            {"\"A\" B", "'->' is missing at place 4"},
            {"A -> START", "START can only be the first token"},
            {"START -> START -> A", "START can only be the first token"},
            {"END -> A", "END can only be the last token"},
            {"START -> END", "there is no activity"},
            {"A" + " -> A".repeat(63), "64 tokens are more than 63"},
        };
        for (String[] each : cases) {
            assertThatThrownBy(() -> PathPattern.of(each[0], KNOWN))
                    .as(each[0])
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(each[1]);
        }
    }

    @Test
    void journeysAreCountedWithPlaceAndExamples() {
        PathPattern pattern = PathPattern.of("A -> B", KNOWN);
        PatternMatches found = pattern.over(List.of(
                SampleTouchpoints.journey("one", "C@0 A@1 B@2"),
                SampleTouchpoints.journey("two", "A@0 B@1"),
                SampleTouchpoints.journey("no", "B@0 A@1")));
        assertThat(found.journeys()).isEqualTo(Proportion.of(2, 3));
        assertThat(found.before().n()).isEqualTo(2);
        assertThat(found.before().max()).hasValue(1);
        assertThat(found.size().median()).hasValue(2);
        assertThat(found.examples()).containsExactlyInAnyOrder("one", "two");
        assertThat(pattern.over(List.of()).journeys().estimate()).isEmpty();
        MetricLaws.otherConfigurationIsRefused(pattern, PathPattern.of("B -> A", KNOWN));
    }

    /** Tries every start, every end and every way to part the activities between the tokens. */
    private static Optional<PatternMatch> tried(String pattern, List<String> activities) {
        List<String> tokens = new ArrayList<>(List.of(pattern.split(" -> ", -1)));
        boolean isFromStart = tokens.remove("START");
        boolean isToEnd = tokens.remove("END");
        for (int from = 0; from <= (isFromStart ? 0 : activities.size()); from++) {
            for (int to = isToEnd ? activities.size() : from; to <= activities.size(); to++) {
                if (tried(tokens, activities.subList(from, to))) {
                    return Optional.of(new PatternMatch(from, to));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean tried(List<String> tokens, List<String> activities) {
        if (tokens.isEmpty()) {
            return activities.isEmpty();
        }
        String token = tokens.get(0);
        List<String> others = tokens.subList(1, tokens.size());
        boolean accepts = !activities.isEmpty() && accepts(token, activities.get(0));
        if (token.endsWith("*")) {
            return tried(others, activities) || (accepts && tried(tokens, activities.subList(1, activities.size())));
        }
        return accepts && tried(others, activities.subList(1, activities.size()));
    }

    private static boolean accepts(String token, String activity) {
        if (token.startsWith(".")) {
            return true;
        }
        boolean isNegated = token.startsWith("[^");
        return (token.indexOf(activity.charAt(0)) >= 0) != isNegated;
    }

    private static String randomPattern(Random random) {
        String[] forms = {"A", "B", "C", "[A|B]", "[C|D|E]", "[^A]", "[^B|C]", ".", ".*", "[^A]*", "[^B|D]*"};
        List<String> tokens = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            tokens.add("START");
        }
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            tokens.add(forms[random.nextInt(forms.length)]);
        }
        if (random.nextInt(5) == 0) {
            tokens.add("END");
        }
        return String.join(" -> ", tokens);
    }

    @Property(tries = 2000)
    void theMatchIsThatOfTryingEverything(@ForAll Random random) {
        Journey journey = SampleTouchpoints.random(random);
        String pattern = randomPattern(random);
        assertThat(PathPattern.of(pattern, new TreeSet<>(KNOWN)).find(journey))
                .as(pattern + " in " + journey.activities())
                .isEqualTo(tried(pattern, journey.activities()));
    }

    @Test
    void manyGapsInALongJourneyTakeNoLongerThanTheirProduct() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("A@").append(i).append(' ');
        }
        Journey journey = SampleTouchpoints.journey("c", text.toString());
        PathPattern pattern = PathPattern.of("A" + " -> .* -> A".repeat(30) + " -> B", KNOWN);
        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> pattern.find(journey)))
                .isEmpty();
    }
}
