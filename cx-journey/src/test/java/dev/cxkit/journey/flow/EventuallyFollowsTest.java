package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.tables.Fixture;
import dev.cxkit.journey.tables.Log;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventuallyFollowsTest {

    @Test
    void theClicksOfAShopAsPm4pyCountsThem() {
        matches(Log.clicks(), Fixture.read("graph_ecom.json"));
    }

    @Test
    void patientsAsPm4pyCountsThem() {
        matches(Log.patients(), Fixture.read("graph_patients.json"));
    }

    private static void matches(List<Journey> journeys, JsonNode expected) {
        EventuallyFollows found =
                EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR).over(journeys);
        Map<String, Long> counts = new TreeMap<>();
        found.pairs().forEach(pair -> counts.put(pair.from() + ">" + pair.to(), pair.count()));
        Map<String, Long> listed = new TreeMap<>();
        expected.get("eventually_follows")
                .forEach(pair -> listed.put(
                        pair.get(0).textValue() + ">" + pair.get(1).textValue(),
                        pair.get(2).longValue()));
        assertThat(counts).isEqualTo(listed);

        JsonNode profile = expected.get("temporal_profile");
        assertThat(profile).hasSize(listed.size());
        for (JsonNode row : profile) {
            EventuallyFollows.Pair pair =
                    found.pair(row.get(0).textValue(), row.get(1).textValue()).orElseThrow();
            assertThat(pair.mean()).hasValueCloseTo(row.get(2).doubleValue(), within(1e-6));
            // pm4py gives 0 for a single time.
            assertThat(pair.standardDeviation().orElse(0)).isCloseTo(row.get(3).doubleValue(), within(1e-5));
        }
    }

    /** By looking at every pair of places. */
    @Property(tries = 100)
    void countsAndTimesAreThoseOfEveryPairOfPlaces(@ForAll Random random) {
        Map<String, List<Double>> times = new TreeMap<>();
        Map<String, Long> inJourneys = new TreeMap<>();
        List<Journey> journeys = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            Journey journey = SampleTouchpoints.random(random);
            journeys.add(journey);
            Map<String, Long> here = new TreeMap<>();
            for (int i = 0; i < journey.size(); i++) {
                for (int j = i + 1; j < journey.size(); j++) {
                    String pair = journey.activity(i) + ">" + journey.activity(j);
                    double millis = (journey.nanos(j) - journey.nanos(i)) / 1e6;
                    times.computeIfAbsent(pair, key -> new ArrayList<>()).add(millis);
                    here.put(pair, 1L);
                }
            }
            here.forEach((pair, one) -> inJourneys.merge(pair, one, Long::sum));
        }
        EventuallyFollows found =
                EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR).over(journeys);
        assertThat(found.pairs()).hasSize(times.size());
        for (EventuallyFollows.Pair pair : found.pairs()) {
            String name = pair.from() + ">" + pair.to();
            Moments expected = Moments.of(times.getOrDefault(name, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            assertThat(pair.count()).isEqualTo(expected.n());
            assertThat(pair.journeys()).isEqualTo(inJourneys.get(name));
            assertThat(pair.millis()).contains(expected);
        }
    }

    @Test
    void centuriesBetweenManyTouchpointsAreAddedExactly() {
        double centuries = 200 * 365.25 * 86_400;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append("A@0 B@").append(centuries).append(' ');
        }
        EventuallyFollows.Pair pair = EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR)
                .over(List.of(SampleTouchpoints.journey("c", text.toString())))
                .pair("A", "B")
                .orElseThrow();
        assertThat(pair.count()).isEqualTo(2500);
        assertThat(pair.mean()).hasValue(centuries);
        assertThat(pair.standardDeviation()).hasValue(0);
    }

    @Test
    void withoutTimesThereAreNone() {
        EventuallyFollows.Pair pair = EventuallyFollows.metric()
                .over(List.of(SampleTouchpoints.journey("c", "A@0 B@1 B@5")))
                .pair("A", "B")
                .orElseThrow();
        assertThat(pair.count()).isEqualTo(2);
        assertThat(pair.journeys()).isEqualTo(1);
        assertThat(pair.millis()).isEmpty();
        assertThat(pair.mean()).isEmpty();
        assertThat(pair.standardDeviation()).isEmpty();
    }

    @Test
    void aLongJourneyOfFewStepsTakesNoTimeInTheSquareOfItsLength() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(i % 2 == 0 ? "A@" : "B@").append(i).append(' ');
        }
        EventuallyFollows found = EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR)
                .over(List.of(SampleTouchpoints.journey("c", text.toString())));
        assertThat(found.pair("A", "A").orElseThrow().count()).isEqualTo(50_000L * 49_999 / 2);
        assertThat(found.pair("A", "B").orElseThrow().count()).isEqualTo(50_000L * 50_001 / 2);
    }

    @Test
    void morePairsThanTheLimitAreRefused() {
        Journey journey = SampleTouchpoints.journey("c", "A@0 B@1 C@2");
        assertThat(EventuallyFollows.metric(EventuallyFollows.Timing.NONE, 3)
                        .over(List.of(journey))
                        .pairs())
                .hasSize(3);
        assertThatThrownBy(() -> EventuallyFollows.metric(EventuallyFollows.Timing.NONE, 2)
                        .over(List.of(journey)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more than 2 pairs");
        assertThatThrownBy(() -> EventuallyFollows.metric(EventuallyFollows.Timing.NONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit 0 of pairs is outside 1..10000000");
        MetricLaws.otherConfigurationIsRefused(
                EventuallyFollows.metric(), EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR));
    }

    @Test
    void aJourneyBeyondTheLimitIsNotCountedAtAll() {
        Metric<Journey, EventuallyFollows> metric = EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR, 3);
        Accumulator<Journey, EventuallyFollows> few = metric.start();
        few.add(SampleTouchpoints.journey("c", "A@0 B@1"));
        byte[] before = few.toBytes();
        Journey many = SampleTouchpoints.journey("d", "A@0 B@1 C@2 D@3");

        assertThatThrownBy(() -> few.add(many)).isInstanceOf(IllegalStateException.class);
        assertThat(few.toBytes()).isEqualTo(before);
        Accumulator<Journey, EventuallyFollows> others = metric.start();
        others.add(SampleTouchpoints.journey("d", "B@0 C@1 D@2"));
        assertThatThrownBy(() -> few.merge(others)).isInstanceOf(IllegalStateException.class);
        assertThat(few.toBytes()).isEqualTo(before);
        few.add(SampleTouchpoints.journey("e", "A@0 B@1 B@2"));
        assertThat(few.result().pairs()).hasSize(2);
    }
}
