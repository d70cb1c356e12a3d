package dev.cxkit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.Readme;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.SampleMaps;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the README on maps, run; and a check that it is the same code. */
class ReadmeMapTest {

    private static final int DAY = 86_400;

    @Test
    void journeysAreCheckedAgainstAMap() {
        List<Journey> journeys = List.of(
                SampleMaps.over("c-1", "quote@0 order@1#web delivery@2 invoice@3"),
                SampleMaps.over("c-2", "quote@0 order@" + 3 * DAY + "#email invoice@" + 4 * DAY));
        JourneyMap map = SampleMaps.readme();
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
        String test = Readme.squeezedSource(ReadmeMapTest.class) + Readme.squeezedSource(SampleMaps.class);
        assertThat(Readme.blocks("Maps", "java"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(test).contains(Readme.squeezed(block)));
    }
}
