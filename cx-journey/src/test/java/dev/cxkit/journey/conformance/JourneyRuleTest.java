package dev.cxkit.journey.conformance;

import static dev.cxkit.journey.map.SampleMaps.over;
import static dev.cxkit.journey.map.SampleMaps.touchpoint;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JourneyRuleTest extends MetricContract<Journey, List<RuleCount>> {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final JourneyMap MAP = JourneyMap.builder()
            .stage("first", touchpoint("A"), touchpoint("B"))
            .stage("second", touchpoint("C"))
            .stage("empty")
            .build();

    private static final Map<String, BiFunction<String, String, JourneyRule>> PAIRS = Map.of(
            "precedence", JourneyRule::precedence,
            "response", JourneyRule::response,
            "succession", JourneyRule::succession,
            "responded existence", JourneyRule::respondedExistence,
            "co existence", JourneyRule::coExistence,
            "exclusive", JourneyRule::exclusive,
            "chain precedence", JourneyRule::chainPrecedence,
            "chain response", JourneyRule::chainResponse,
            "chain succession", JourneyRule::chainSuccession);

    @Override
    protected Metric<Journey, List<RuleCount>> metric() {
        return RuleCheck.of(
                JourneyRule.contains("A", 2),
                JourneyRule.absent("F"),
                JourneyRule.endsWith("B"),
                JourneyRule.succession("A", "C"),
                JourneyRule.maxTimeBetween("A", "B", Duration.ofMinutes(20)),
                JourneyRule.maxTimeInStage(MAP, "first", Duration.ofMinutes(20)),
                JourneyRule.requiredChannel("D", Channel.of("web")));
    }

    @Override
    protected Journey observation(Random random) {
        Journey journey = SampleTouchpoints.random(random);
        return random.nextBoolean() ? journey : over("d" + random.nextInt(50), "A@0 C@1 B@" + random.nextInt(9000));
    }

    @Override
    protected List<Metric<Journey, List<RuleCount>>> otherConfigurations() {
        return List.of(RuleCheck.of(JourneyRule.contains("A", 2)), new RuleCheck(((RuleCheck) metric()).rules(), 9));
    }

    /** Whether the rule of A and B holds (+), is broken (-) or does not apply (0), worked out by hand from the definitions. */
    @ParameterizedTest
    @CsvSource({
        "precedence,          - 0 + - + - + + 0",
        "response,            0 - + - - + + + 0",
        "succession,          - - + - - - + + 0",
        "responded existence, 0 - + + + + + + 0",
        "co existence,        - - + + + + + + 0",
        "exclusive,           + + - - - - - - 0",
        "chain precedence,    - 0 + - + - - - 0",
        "chain response,      0 - + - - + - + 0",
        "chain succession,    - - + - - - - - 0"
    })
    void theRelationsAreThoseOfDeclare(String relation, String verdicts) {
        JourneyRule rule = requireNonNull(PAIRS.get(relation), relation).apply("A", "B");
        assertThat(rule.name()).isEqualTo(relation + "(A, B)");
        assertThat(Stream.of("B", "A", "AB", "BA", "ABA", "BAB", "AxB", "ABxB", "C")
                        .map(activities -> sign(rule.check(activities(activities))))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(verdicts);
    }

    /** What a journey that goes on may still mend is pending. */
    @ParameterizedTest
    @CsvSource({
        "precedence, B, VIOLATED",
        "response, A, PENDING",
        "response, AB, FULFILLED",
        "succession, A, PENDING",
        "succession, BA, VIOLATED",
        "responded existence, A, PENDING",
        "co existence, B, PENDING",
        "exclusive, AB, VIOLATED",
        "chain response, ABA, PENDING",
        "chain response, AxA, VIOLATED",
        "chain succession, A, PENDING"
    })
    void anOpenJourneyBreaksOnlyWhatCannotBeMended(String relation, String activities, Verdict verdict) {
        assertThat(requireNonNull(PAIRS.get(relation), relation).apply("A", "B").check(open(activities)))
                .isEqualTo(verdict);
    }

    static Stream<JourneyRule> ofOneStep() {
        return Stream.of(
                JourneyRule.contains("A", 2),
                JourneyRule.absent("A"),
                JourneyRule.exactly("A", 1),
                JourneyRule.between("A", 1, 2),
                JourneyRule.startsWith("A"),
                JourneyRule.endsWith("A"));
    }

    @ParameterizedTest
    @MethodSource("ofOneStep")
    void occurrencesAreCounted(JourneyRule rule) {
        Map<String, String> expected = Map.of(
                "contains(A, 2)", "--++ ?",
                "absent(A)", "+--- +",
                "exactly(A, 1)", "-+-- ?",
                "between(A, 1..2)", "-++- ?",
                "starts with(A)", "-++- -",
                "ends with(A)", "-+-+ ?");
        String verdicts = Stream.of("x", "A", "AxAx", "xAAA")
                .map(activities -> sign(rule.check(activities(activities))))
                .reduce("", String::concat);
        assertThat(verdicts + " " + sign(rule.check(open("x")))).isEqualTo(expected.get(rule.name()));
    }

    @ParameterizedTest
    @CsvSource({
        "A@0 B@10, FULFILLED",
        "A@0 B@10.001, VIOLATED",
        "A@0 A@9 B@11, VIOLATED",
        "A@0 B@1 A@50 B@61, VIOLATED",
        "A@0 B@1 B@50, FULFILLED",
        "B@0 A@50, NOT_APPLICABLE"
    })
    void aWaitRunsFromTheFirstThatIsUnanswered(String text, Verdict verdict) {
        assertThat(JourneyRule.maxTimeBetween("A", "B", TEN).check(over("c", text)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "A@0 B@10 C@10, FULFILLED",
        "A@0 B@1 C@11, VIOLATED",
        "A@0 x@11, VIOLATED",
        "A@0 C@1 B@50 C@61, VIOLATED",
        "A@0 C@1 A@50 C@60, FULFILLED",
        "x@0 C@50, NOT_APPLICABLE"
    })
    void aVisitLastsUntilTheNextStageBegins(String text, Verdict verdict) {
        assertThat(JourneyRule.maxTimeInStage(MAP, "first", TEN).check(over("c", text)))
                .isEqualTo(verdict);
    }

    /** As the time in the last stage does, a visit to it lasts until the journey ends: here eleven seconds, in which a call lasts. */
    @Test
    void theVisitToTheLastStageLastsUntilTheJourneyEnds() {
        Journey journey = Journey.of(List.of(Interaction.builder("1", TouchpointType.of("A"))
                .customer(CustomerId.of("c"))
                .channel(Channel.PHONE)
                .occurredAt(Instant.EPOCH)
                .endedAt(Instant.EPOCH.plusSeconds(11))
                .build()));
        assertThat(JourneyRule.maxTimeInStage(MAP, "first", TEN).check(journey)).isEqualTo(Verdict.VIOLATED);
        assertThat(JourneyRule.maxTimeInStage(MAP, "first", TEN.plusSeconds(1)).check(journey))
                .isEqualTo(Verdict.FULFILLED);
    }

    @ParameterizedTest
    @CsvSource({
        "A@0#web B@1#fax, FULFILLED",
        "A@0#web A@1#fax, VIOLATED",
        "A@0#web A@1#unknown, FULFILLED",
        "A@0#unknown, NOT_APPLICABLE",
        "B@1#fax, NOT_APPLICABLE"
    })
    void aChannelIsRequired(String text, Verdict verdict) {
        assertThat(JourneyRule.requiredChannel("A", Channel.of("web"), Channel.IN_APP)
                        .check(over("c", text)))
                .isEqualTo(verdict);
    }

    @Test
    void journeysAreCountedPerRule() {
        JourneyRule own = new JourneyRule() {
            @Override
            public Verdict check(Journey journey) {
                return journey.size() > 1 ? Verdict.FULFILLED : Verdict.VIOLATED;
            }

            @Override
            public String name() {
                return "more than one";
            }
        };
        List<Journey> journeys = List.of(
                over("kept", "A@0 B@1"),
                over("broken", "A@0"),
                over("none", "x@0"),
                SampleTouchpoints.journey("open", "A@0"));
        assertThat(RuleCheck.of(JourneyRule.response("A", "B"), own).over(journeys))
                .containsExactly(
                        new RuleCount("response(A, B)", 1, 1, 1, 1, List.of("broken")),
                        new RuleCount(
                                "more than one",
                                1,
                                3,
                                0,
                                0,
                                RuleCheck.of(own).over(journeys).get(0).examples()));
        assertThat(RuleCheck.of(own).over(journeys).get(0).fulfilment()).isEqualTo(Proportion.of(1, 4));
        assertThat(RuleCheck.of(own).over(journeys).get(0).examples())
                .containsExactlyInAnyOrder("broken", "none", "open");
    }

    @Test
    void badRulesAreRefused() {
        assertThatThrownBy(() -> JourneyRule.exactly("A", -1))
                .hasMessage("limits -1..-1 of exactly(A, -1) are outside 0 <= min <= max");
        assertThatThrownBy(() -> JourneyRule.between("A", 2, 1)).hasMessageContaining("2..1");
        assertThatThrownBy(() -> JourneyRule.response("A", "A"))
                .hasMessage("activity A cannot stand in response to itself; two activities are needed");
        assertThatThrownBy(() -> JourneyRule.maxTimeBetween("A", "A", TEN))
                .hasMessage("activity A cannot be waited for from itself; two activities are needed");
        assertThatThrownBy(() -> JourneyRule.maxTimeBetween("A", "B", TEN.negated()))
                .hasMessage("limit PT-10S is below 0");
        assertThatThrownBy(() -> JourneyRule.maxTimeInStage(MAP, "third", TEN))
                .hasMessage("stage third is not on the map, or has no touchpoint");
        assertThatThrownBy(() -> JourneyRule.requiredChannel("A"))
                .hasMessage("channels required of activity A are none; allowed is at least one");
        assertThatThrownBy(RuleCheck::of).hasMessage("there is no rule to check");
        assertThatThrownBy(() -> RuleCheck.of(JourneyRule.absent("A"), JourneyRule.absent("A")))
                .hasMessage("rule absent(A) is there twice");
        assertThatThrownBy(() -> new RuleCheck(List.of(JourneyRule.absent("A")), 0))
                .hasMessageContaining("outside 1..1000");
        assertThatThrownBy(() -> new RuleCount("r", 0, -1, 0, 0, List.of()))
                .hasMessage("count -1 of rule r is below 0");
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case FULFILLED -> "+";
            case VIOLATED -> "-";
            case PENDING -> "?";
            case NOT_APPLICABLE -> "0";
        };
    }

    private static String text(String activities) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < activities.length(); i++) {
            words.add(activities.charAt(i) + "@" + i);
        }
        return String.join(" ", words);
    }

    private static Journey activities(String activities) {
        return over("c", text(activities));
    }

    private static Journey open(String activities) {
        return SampleTouchpoints.journey("c", text(activities));
    }
}
