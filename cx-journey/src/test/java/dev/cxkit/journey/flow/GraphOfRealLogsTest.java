package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.tables.Fixture;
import dev.cxkit.journey.tables.Log;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Real logs against what pm4py 2.7.14 and pandas 1.5.3 say of them. */
class GraphOfRealLogsTest {

    @Test
    void theClicksOfAShop() {
        matches(Log.clicks(), Fixture.read("graph_ecom.json"));
    }

    @Test
    void patients() {
        matches(Log.patients(), Fixture.read("graph_patients.json"));
    }

    @Test
    void patientsFromTheEndOfOneStepToTheStartOfTheNext() {
        DirectlyFollows graph = DirectlyFollows.metric(Durations.exactMetric(), TimeBetween.END_TO_START)
                .over(Log.patientsByStart());
        JsonNode edges = Fixture.read("graph_patients.json").get("interval").get("sojourn_performance_dfg");
        assertThat(edges).isNotEmpty();
        edges.forEach(edge -> times(graph, edge));
    }

    private static void matches(List<Journey> journeys, JsonNode expected) {
        DirectlyFollows graph = DirectlyFollows.metric(Durations.exactMetric(), TimeBetween.CALENDAR)
                .over(journeys);
        assertThat(graph.journeys()).isEqualTo(expected.get("cases").longValue());
        assertThat(activities(graph, DirectlyFollows.Activity::count))
                .isEqualTo(numbers(expected.get("activity_counts")));
        assertThat(activities(graph, DirectlyFollows.Activity::starts))
                .isEqualTo(numbers(expected.get("start_activities")));
        assertThat(activities(graph, DirectlyFollows.Activity::ends))
                .isEqualTo(numbers(expected.get("end_activities")));
        assertThat(edges(graph, DirectlyFollows.Edge::count)).isEqualTo(pairs(expected.get("dfg")));
        assertThat(edges(graph, DirectlyFollows.Edge::journeys)).isEqualTo(pairs(expected.get("dfg_cases")));
        expected.get("dfg_performance").forEach(edge -> times(graph, edge));

        JsonNode lengths = expected.get("case_duration");
        Durations durations = Durations.exactMetric()
                .on((Journey journey) -> journey.length().toMillis())
                .over(journeys);
        assertThat(durations.mean()).hasValueCloseTo(lengths.get("mean").doubleValue(), within(1e-6));
        assertThat(durations.median()).hasValue(lengths.get("median").doubleValue());
        assertThat(durations.quantile(0.25)).hasValue(lengths.get("p25_linear").doubleValue());
        assertThat(durations.quantile(0.9))
                .hasValueCloseTo(lengths.get("p90_linear").doubleValue(), within(1e-6));

        JsonNode listed = expected.get("variants");
        Variants variants = Variants.metric(listed.size()).over(journeys);
        assertThat(variants.distinct()).isEqualTo(expected.get("variant_count").longValue());
        Map<List<String>, Long> found = new LinkedHashMap<>();
        variants.top().forEach(variant -> found.put(variant.activities(), variant.count()));
        Map<List<String>, Long> published = new LinkedHashMap<>();
        listed.forEach(variant -> {
            List<String> activities = new ArrayList<>();
            variant.get(0).forEach(activity -> activities.add(activity.textValue()));
            published.put(activities, variant.get(1).longValue());
        });
        assertThat(found.keySet()).containsExactlyElementsOf(published.keySet());
        assertThat(found).isEqualTo(published);
    }

    private static void times(DirectlyFollows graph, JsonNode edge) {
        Durations found = graph.edge(edge.get(0).textValue(), edge.get(1).textValue())
                .flatMap(DirectlyFollows.Edge::durations)
                .orElseThrow();
        JsonNode times = edge.get(2);
        assertThat(found.sum()).isEqualTo(times.get("sum").doubleValue());
        assertThat(found.mean()).hasValueCloseTo(times.get("mean").doubleValue(), within(1e-6));
        assertThat(found.median()).hasValue(times.get("median").doubleValue());
        assertThat(found.quantile(0)).hasValue(times.get("min").doubleValue());
        assertThat(found.quantile(1)).hasValue(times.get("max").doubleValue());
        if (times.get("stdev").isNull()) {
            assertThat(found.standardDeviation()).isEmpty();
        } else {
            assertThat(found.standardDeviation())
                    .hasValueCloseTo(times.get("stdev").doubleValue(), within(1e-5));
        }
    }

    private static Map<String, Long> activities(DirectlyFollows graph, ToLongFunction<DirectlyFollows.Activity> count) {
        Map<String, Long> activities = new TreeMap<>();
        graph.activities().forEach((name, activity) -> {
            if (count.applyAsLong(activity) > 0) {
                activities.put(name, count.applyAsLong(activity));
            }
        });
        return activities;
    }

    private static Map<String, Long> edges(DirectlyFollows graph, ToLongFunction<DirectlyFollows.Edge> count) {
        Map<String, Long> edges = new TreeMap<>();
        graph.edges().forEach(edge -> edges.put(edge.from() + ">" + edge.to(), count.applyAsLong(edge)));
        return edges;
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().longValue()));
        return numbers;
    }

    private static Map<String, Long> pairs(JsonNode array) {
        Map<String, Long> pairs = new TreeMap<>();
        array.forEach(pair -> pairs.put(
                pair.get(0).textValue() + ">" + pair.get(1).textValue(),
                pair.get(2).longValue()));
        return pairs;
    }
}
