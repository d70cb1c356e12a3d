package dev.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.JourneyMaps;
import dev.cxkit.journey.map.Part;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.metrics.stats.Estimate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MermaidJourneyTest {

    @Provide
    Arbitrary<List<String>> labels() {
        return Nasty.labels().list().ofMinSize(2).ofMaxSize(8);
    }

    @Property(tries = 300)
    void anyLabelsGiveTheSameNumberOfTasksAndSections(@ForAll("labels") List<String> labels) {
        JourneyMap map = map(labels);
        MermaidReader read = new MermaidReader(MermaidJourney.render(map));
        assertThat(read.sections).hasSize(map.stages().size());
        assertThat(read.tasks).hasSize(map.touchpoints().size());
        assertThat(read.tasks).allMatch(task -> task.people().size() == 2);
    }

    @Test
    void allNastyLabelsGiveTheSameNumberOfTasksAndSections() {
        MermaidReader read = new MermaidReader(MermaidJourney.render(map(Nasty.LABELS)));
        assertThat(read.sections).hasSize(Nasty.LABELS.size());
        assertThat(read.tasks).hasSize(Nasty.LABELS.size());
    }

    @Test
    void theScoreIsThreePlusTheEmotionRoundedToOneDigit() {
        JourneyMap map = JourneyMap.builder()
                .stage("s", emotion("a", -2), emotion("b", 0.25), emotion("c", -0.25), PlannedTouchpoint.of("d"))
                .build();
        assertThat(MermaidJourney.render(map)).isEqualTo("""
                journey
                  section s
                    a: 1
                    b: 3.3
                    c: 2.8
                    d: 3
                """);
        MapMeasurement seen = MapMeasurement.of(9).withEmotion(Estimate.wald(1.44, 0.1, 0.95, 9));
        assertThat(MermaidJourney.render(map, Map.of("a", seen))).contains("    a: 4.4\n", "    b: 3.3\n");
    }

    @Test
    void aTemplateBecomesAJourneyWithItsPersonaAsActor() {
        MermaidReader read = new MermaidReader(MermaidJourney.render(JourneyMaps.b2b()));
        assertThat(read.title).isEqualTo("A company buys, uses and keeps up a product or service");
        assertThat(read.sections).hasSize(7).startsWith("awareness");
        assertThat(read.tasks).allMatch(task -> task.people().equals(List.of("Buying centre")));
    }

    @Test
    void ofMoreThanAHundredTouchpointsTheFirstAreThere() {
        Part[] parts = IntStream.range(0, 250)
                .mapToObj(i -> PlannedTouchpoint.of("step " + i))
                .toArray(Part[]::new);
        String text = MermaidJourney.render(JourneyMap.builder()
                .stage("s", parts)
                .stage("t", PlannedTouchpoint.of("x"))
                .build());
        assertThat(new MermaidReader(text).tasks).hasSize(100);
        assertThat(text).endsWith("  %% not shown: 151 touchpoints\n");
    }

    static JourneyMap map(List<String> labels) {
        JourneyMap.Builder map = JourneyMap.builder().persona(labels.get(0)).scenario(labels.get(1));
        for (String label : new LinkedHashSet<>(labels)) {
            map.stage(
                    label,
                    PlannedTouchpoint.builder(label)
                            .owner(Owner.of("a, " + label))
                            .build());
        }
        return map.build();
    }

    private static PlannedTouchpoint emotion(String step, double emotion) {
        return PlannedTouchpoint.builder(step).expectedEmotion(emotion).build();
    }
}
