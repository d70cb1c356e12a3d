package dev.cxkit.journey.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.journey.tables.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tiny lists of touchpoints and how deep they come under every rule, worked out by hand. */
class FunnelEdgeCasesTest {

    /** The value is written where others have the channel; most have none. */
    private static Optional<String> value(Touchpoint touchpoint) {
        return Optional.of(touchpoint.channel().name()).filter(name -> !name.equals("web"));
    }

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(Fixture.read("funnel_edge_cases.json").spliterator(), false)
                .map(one -> Named.of(one.get("case").textValue(), one));
    }

    private static Funnel.Builder funnel(JsonNode one) {
        List<FunnelStep> steps = new ArrayList<>();
        for (JsonNode labels : one.get("steps")) {
            String[] texts = StreamSupport.stream(labels.spliterator(), false)
                    .map(JsonNode::textValue)
                    .toArray(String[]::new);
            steps.add(FunnelStep.anyOf("step " + steps.size(), texts));
        }
        Funnel.Builder funnel = Funnel.builder(steps);
        if (!one.get("window_s").isNull()) {
            funnel.window(Duration.ofSeconds(one.get("window_s").longValue()));
        }
        return funnel;
    }

    private static int depth(Funnel.Builder funnel, Journey journey) {
        List<Attempt> attempts = funnel.build().attempts(journey);
        return attempts.isEmpty() ? 0 : attempts.get(0).depth();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comeAsDeepAsTheyShould(JsonNode one) {
        Journey journey = SampleTouchpoints.journey("c", one.get("events").textValue());
        if (one.has("depth")) {
            JsonNode depth = one.get("depth");
            assertThat(depth(funnel(one), journey))
                    .as("ordered")
                    .isEqualTo(depth.get("ordered").intValue());
            assertThat(depth(funnel(one).mode(FunnelMode.STRICT), journey))
                    .as("strict")
                    .isEqualTo(depth.get("strict").intValue());
            assertThat(depth(funnel(one).mode(FunnelMode.UNORDERED), journey))
                    .as("unordered")
                    .isEqualTo(depth.get("unordered").intValue());
            assertThat(depth(funnel(one).entry(EntryRule.FIRST), journey))
                    .as("first entry")
                    .isEqualTo(depth.get("first").intValue());
            assertThat(depth(funnel(one).ties(TieOrder.STRICT_LATER), journey))
                    .as("strictly later")
                    .isEqualTo(depth.get("inc").intValue());
            assertThat(depth(funnel(one).ties(TieOrder.ANY_ORDER), journey))
                    .as("any order")
                    .isEqualTo(depth.get("tie").intValue());
        }
        if (one.has("totals")) {
            Conversion totals = funnel(one).entry(EntryRule.TOTALS).build().over(List.of(journey));
            assertThat(totals.steps().stream().map(Conversion.Step::reached))
                    .containsExactly(
                            one.get("totals").get(0).longValue(),
                            one.get("totals").get(1).longValue());
        }
        if (one.has("exclude")) {
            assertThat(excluding(one, FunnelExclusion.Effect.STOP, journey))
                    .isEqualTo(one.get("depth_stop").intValue());
            JsonNode discard = one.get("depth_discard");
            assertThat(excluding(one, FunnelExclusion.Effect.EXCLUDE_JOURNEY, journey))
                    .isEqualTo(discard.isNull() ? -1 : discard.intValue());
        }
        if (one.has("depth_of_case")) {
            assertThat(depth(funnel(one).holding("value", FunnelEdgeCasesTest::value), journey))
                    .isEqualTo(one.get("depth_of_case").intValue());
            Map<String, Integer> perValue = new TreeMap<>();
            for (Attempt attempt : funnel(one)
                    .holdingEach("value", FunnelEdgeCasesTest::value)
                    .build()
                    .attempts(journey)) {
                Touchpoint first = journey.touchpoint(attempt.touchpoints().get(0));
                perValue.put(first.channel().name(), attempt.depth());
            }
            Map<String, Integer> expected = new TreeMap<>();
            one.get("depth_per_case_and_value")
                    .properties()
                    .forEach(entry ->
                            expected.put(entry.getKey(), entry.getValue().intValue()));
            assertThat(perValue).isEqualTo(expected);
        }
    }

    /** The depth, -1 if the journey is discarded. */
    private static int excluding(JsonNode one, FunnelExclusion.Effect effect, Journey journey) {
        Funnel.Builder funnel = funnel(one);
        for (JsonNode exclusion : one.get("exclude")) {
            funnel.excluding(new FunnelExclusion(
                    exclusion.get(0).textValue(), exclusion.get(1).intValue(), effect));
        }
        Attempt attempt = funnel.build().attempts(journey).get(0);
        return attempt.outcome() == Attempt.Outcome.EXCLUDED ? -1 : attempt.depth();
    }
}
