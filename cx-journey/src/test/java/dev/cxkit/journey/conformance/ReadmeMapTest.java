package dev.cxkit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.Cardinality;
import dev.cxkit.journey.map.Gate;
import dev.cxkit.journey.map.Group;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.SampleMaps;
import dev.cxkit.journey.map.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of the README on maps, run; and a check that it is the same code. */
class ReadmeMapTest {

    private static final int DAY = 86_400;

    @Test
    void aMapIsHeldAgainstJourneys() {
        List<Journey> journeys = List.of(
                SampleMaps.over("c-1", "quote@0 order@1#site delivery@2 invoice@3"),
                SampleMaps.over("c-2", "quote@0 order@" + 3 * DAY + "#mail invoice@" + 4 * DAY));
        JourneyMap map = JourneyMap.builder()
                .persona("Buyer")
                .stage(
                        "offer",
                        PlannedTouchpoint.builder(TouchpointType.QUOTE)
                                .occurs(Cardinality.MANY)
                                .build())
                .stage(Stage.of(
                                "purchase",
                                PlannedTouchpoint.builder(TouchpointType.ORDER)
                                        .channels(Channel.WEB, Channel.STORE)
                                        .expectedEmotion(1)
                                        .importance(5)
                                        .momentOfTruth()
                                        .gate(Gate.within(Duration.ofDays(2), "quote"))
                                        .build(),
                                Group.anyOrder(
                                        PlannedTouchpoint.of(TouchpointType.INVOICE),
                                        PlannedTouchpoint.of(TouchpointType.DELIVERY)))
                        .withLimit(Duration.ofDays(14)))
                .loop("purchase", "offer", "repurchase")
                .build();
        ConformanceResult result = Conformance.of(map).over(journeys);
        result.fitness(); // 1 - cost / worst
        result.deviations(Deviation.Kind.SKIPPED); // the most frequent first
        List<RuleCount> rules = RuleCheck.of(
                        JourneyRule.response("order", "delivery"),
                        JourneyRule.maxTimeBetween("order", "delivery", Duration.ofDays(5)))
                .over(journeys);
        assertThat(result.fitting()).isEqualTo(1);
        assertThat(result.deviations())
                .extracting(DeviationCount::deviation)
                .containsExactly(
                        new Deviation(Deviation.Kind.SKIPPED, "delivery"),
                        new Deviation(Deviation.Kind.TOO_LATE, "order"),
                        new Deviation(Deviation.Kind.WRONG_CHANNEL, "order"));
        assertThat(rules).extracting(RuleCount::violated).containsExactly(1L, 0L);
    }

    @Test
    void theReadmeHasNoOtherCode() throws IOException {
        String test = squeezed(Files.readString(Path.of("src/test/java/dev/cxkit/journey/map/ReadmeMapTest.java")));
        String maps =
                Files.readString(Path.of("README.md")).split("## Maps", 2)[1].split("\n## ", 2)[0];
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(maps)
                .results()
                .map(block -> squeezed(block.group(1)))
                .toList();
        assertThat(blocks).hasSize(2).allSatisfy(block -> assertThat(test).contains(block));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
