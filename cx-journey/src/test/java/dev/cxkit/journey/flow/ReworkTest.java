package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.tables.Fixture;
import dev.cxkit.journey.tables.Log;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReworkTest {

    /** The channel as agent; "none" is not known. */
    private static Optional<String> channel(Touchpoint touchpoint) {
        return Optional.of(touchpoint.channel().name()).filter(channel -> !channel.equals("none"));
    }

    private static Rework.AgentCounts agents(long repeat, long redo, long unknown) {
        return new Rework.AgentCounts(repeat, redo, unknown);
    }

    private static Rework over(String... texts) {
        List<Journey> journeys = new ArrayList<>();
        for (String text : texts) {
            journeys.add(SampleTouchpoints.journey("c" + journeys.size(), text));
        }
        return Rework.metric("channel", ReworkTest::channel).over(journeys);
    }

    @Test
    void theClicksOfAShopAsPm4pyAndPandasCountThem() {
        matches(Log.clicks(), Fixture.read("graph_ecom.json"));
    }

    @Test
    void patientsAsPm4pyAndPandasCountThem() {
        matches(Log.patients(), Fixture.read("graph_patients.json"));
    }

    private static void matches(List<Journey> journeys, JsonNode expected) {
        Rework rework = Rework.metric().over(journeys);
        JsonNode plain = expected.get("plain_pandas");
        Rework.Counts total = rework.total();
        assertThat(total.selfLoopPairs().count())
                .isEqualTo(plain.get("self_loop_pairs").longValue());
        assertThat(total.repetitions().count())
                .isEqualTo(plain.get("repetitions_after_other_activity").longValue());
        assertThat(total.reworkJourneys().count())
                .isEqualTo(plain.get("cases_with_any_repeated_activity").longValue());
        assertThat(total.journeys()).isEqualTo(expected.get("cases").longValue());
        Map<String, Long> found = new TreeMap<>();
        rework.activities().forEach((activity, counts) -> {
            if (counts.reworkJourneys().count() > 0) {
                found.put(activity, counts.reworkJourneys().count());
            }
        });
        Map<String, Long> listed = new TreeMap<>();
        expected.get("rework_cases_per_activity")
                .properties()
                .forEach(field -> listed.put(field.getKey(), field.getValue().longValue()));
        assertThat(found).isEqualTo(listed);
    }

    @Test
    void eachCountHasItsOwnMeaning() {
        Rework.Counts a = over("A@0 A@1 A@2 B@3 A@4 A@5 C@6 A@7").activity("A").orElseThrow();
        assertThat(a.selfLoopPairs().count()).as("A A, A A, A A").isEqualTo(3);
        assertThat(a.selfLoopRuns().count()).as("A A A, A A").isEqualTo(2);
        assertThat(a.repetitions().count()).as("after B, after C").isEqualTo(2);
        assertThat(a.repeatedActivities().count()).isEqualTo(1);
        assertThat(a.reworkJourneys().count()).isEqualTo(1);
    }

    @Test
    void whoeverDidItBeforeTellsARepeatFromARedo() {
        assertThat(over("A@0#web A@1#web").activity("A").orElseThrow().selfLoopPairs())
                .isEqualTo(agents(1, 0, 0));
        assertThat(over("A@0#web A@1#shop").activity("A").orElseThrow().selfLoopPairs())
                .isEqualTo(agents(0, 1, 0));
        assertThat(over("A@0#web A@1#none").activity("A").orElseThrow().selfLoopPairs())
                .isEqualTo(agents(0, 0, 1));
        assertThat(over("A@0#none B@1 A@2#none").activity("A").orElseThrow().repetitions())
                .isEqualTo(agents(0, 0, 1));
    }

    @Test
    void aStretchWithTwoKnownAgentsIsARedoWhoeverIsUnknown() {
        Rework rework = over("A@0#web A@1#none A@2#shop", "A@0#none A@1#web A@2#web", "A@0#web A@1#web");
        assertThat(rework.activity("A").orElseThrow().selfLoopRuns()).isEqualTo(agents(1, 1, 1));
        assertThat(rework.activity("A").orElseThrow().selfLoopPairs()).isEqualTo(agents(2, 0, 3));
    }

    @Test
    void aJourneyIsARedoIfOneOfItsStepsIs() {
        Rework rework = over(
                "A@0#web A@1#web B@2#none B@3#none C@4#web C@5#shop",
                "A@0#web A@1#web B@2#none B@3#none",
                "A@0#web A@1#web",
                "A@0 B@1");
        assertThat(rework.total().reworkJourneys()).isEqualTo(agents(1, 1, 1));
        assertThat(rework.total().reworked()).isEqualTo(Proportion.of(3, 4));
    }

    @Test
    void nothingIsNoRework() {
        Rework none = Rework.metric().over(List.of());
        assertThat(none.activities()).isEmpty();
        assertThat(none.total().journeys()).isZero();
        assertThat(none.total().reworked().estimate()).isEmpty();
    }

    @Test
    void countsByOtherAgentsDoNotMerge() {
        Metric<Journey, Rework> other = Rework.metric();
        MetricLaws.otherConfigurationIsRefused(Rework.metric("channel", ReworkTest::channel), other);
    }

    /** By looking at every pair of places, one activity at a time. */
    @Property(tries = 200)
    void theCountsAreThoseOfLookingAtEveryPlace(@ForAll Random random) {
        Journey journey = SampleTouchpoints.random(random);
        Rework rework = Rework.metric("channel", ReworkTest::channel).over(List.of(journey));
        List<String> activities = journey.activities();
        for (String activity : new TreeSet<>(activities)) {
            int[] places = IntStream.range(0, activities.size())
                    .filter(i -> activities.get(i).equals(activity))
                    .toArray();
            long[] pairs = new long[2];
            long[] returns = new long[2];
            for (int k = 1; k < places.length; k++) {
                boolean same = by(journey, places[k]).equals(by(journey, places[k - 1]));
                (places[k] == places[k - 1] + 1 ? pairs : returns)[same ? 0 : 1]++;
            }
            long starts = IntStream.of(places)
                    .filter(i -> i == 0 || !activities.get(i - 1).equals(activity))
                    .filter(i ->
                            i + 1 < activities.size() && activities.get(i + 1).equals(activity))
                    .count();
            boolean one = IntStream.of(places)
                            .mapToObj(i -> by(journey, i))
                            .distinct()
                            .count()
                    == 1;
            Rework.Counts counts = rework.activity(activity).orElseThrow();
            assertThat(counts.selfLoopPairs()).isEqualTo(agents(pairs[0], pairs[1], 0));
            assertThat(counts.repetitions()).isEqualTo(agents(returns[0], returns[1], 0));
            assertThat(counts.selfLoopRuns().count()).isEqualTo(starts);
            assertThat(counts.reworkJourneys())
                    .isEqualTo(places.length < 2 ? agents(0, 0, 0) : agents(one ? 1 : 0, one ? 0 : 1, 0));
            assertThat(counts.repeatedActivities().count()).isEqualTo(returns[0] + returns[1] > 0 ? 1 : 0);
        }
    }

    private static String by(Journey journey, int place) {
        return journey.touchpoint(place).channel().name();
    }
}
