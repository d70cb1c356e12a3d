package dev.cxkit.examples.report.journeys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real logs: what the program says of them is what pm4py 2.7.14 and pandas 1.5.3 say. */
class RealLogsTest {

    @TempDir
    Path folder;

    private static Path data(String file) {
        String property = System.getProperty("cx.data", "");
        assumeThat(property)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        return Path.of(property).resolve(file);
    }

    private static JsonNode expected(String name) {
        Path table = Run.module()
                .resolve("../../cx-journey/src/test/resources/journey")
                .resolve(name);
        return JsonMapper.shared().readTree(Run.read(table));
    }

    private JsonNode clicks(Object... more) {
        return journeys(data("ecom-clickstream/ecom.csv.gz"), "timestamp", more);
    }

    private JsonNode patients(String at, Object... more) {
        return journeys(data("patients/patients.csv.gz"), at, more);
    }

    private JsonNode journeys(Path file, String at, Object... more) {
        List<Object> all =
                new ArrayList<>(List.of("journeys", file, "--journey", "case", "--at", at, "--activity", "activity"));
        all.addAll(List.of(more));
        return Run.json(folder, all.toArray());
    }

    @Test
    void theClicksOfAShop() {
        JsonNode found = clicks();
        JsonNode expected = expected("graph_ecom.json");
        matches(found, expected);
        JsonNode plain = expected.get("plain_pandas");
        assertThat(found.get("touchpoints").asLong())
                .isEqualTo(expected.get("events").asLong());
        assertThat(found.at("/total/rework/total/selfLoopPairs/count").asLong())
                .isEqualTo(plain.get("self_loop_pairs").asLong());
        assertThat(found.at("/total/rework/total/repetitions/count").asLong())
                .isEqualTo(plain.get("repetitions_after_other_activity").asLong());
        assertThat(found.at("/total/rework/total/reworkJourneys/count").asLong())
                .isEqualTo(plain.get("cases_with_any_repeated_activity").asLong());
        expected.get("rework_cases_per_activity")
                .properties()
                .forEach(step -> assertThat(Run.result(found.at("/total/rework/activities"), step.getKey())
                                .at("/reworkJourneys/count")
                                .asLong())
                        .as(step.getKey())
                        .isEqualTo(step.getValue().asLong()));
    }

    @Test
    void patients() {
        JsonNode found = patients("timestamp", "--agent", "resource");
        matches(found, expected("graph_patients.json"));
        for (String count :
                List.of("selfLoopPairs", "selfLoopRuns", "repetitions", "repeatedActivities", "reworkJourneys")) {
            assertThat(found.at("/total/rework/total").get(count).get("count").asLong())
                    .isZero();
        }
        assertThat(found.at("/total/tied").asLong()).isZero();
    }

    @Test
    void fromTheEndOfOneActivityToTheStartOfTheNext() {
        JsonNode edges = expected("graph_patients.json").get("interval").get("sojourn_performance_dfg");
        assertThat(edges).isNotEmpty();
        times(patients("start_timestamp", "--end", "timestamp"), edges);
    }

    @Test
    void startAndCompletionAsTwoRowsAreTheSameTouchpoints() {
        JsonNode paired = journeys(
                data("patients/patients-lifecycle.csv.gz"),
                "timestamp",
                "--lifecycle",
                "lifecycle",
                "--instance",
                "instance");
        JsonNode ended = patients("start_timestamp", "--end", "timestamp");
        for (String key : List.of("journeys", "touchpoints", "steps", "edges", "variants", "durations", "rework")) {
            assertThat(paired.get(key)).as(key).isEqualTo(ended.get(key));
        }
        assertThat(paired.get("unfinished").asLong()).isZero();
        assertThat(paired.get("unbegun").asLong()).isZero();
    }

    @Test
    void whatIsWrittenAsXesOrOcelReadsTheSame() {
        for (String name : List.of("log.xes", "log.xes.gz", "log.json", "log.jsonocel.gz")) {
            Path out = folder.resolve(name);
            String write = name.contains("xes") ? "--write-xes" : "--write-ocel";
            JsonNode before = clicks("--channel", "channel", "--by", "platform", write, out);
            JsonNode after = Run.json(folder, "journeys", out, "--channel", "channel", "--by", "platform");
            for (String key : List.of(
                    "asOf",
                    "journeys",
                    "touchpoints",
                    "tiedJourneys",
                    "steps",
                    "edges",
                    "variants",
                    "durations",
                    "by")) {
                assertThat(after.get(key)).as(name + " " + key).isEqualTo(before.get(key));
            }
        }
    }

    @Test
    void endsComeBackFromXesAsTwoEventsAndFromOcelAsAnAttribute() {
        Path xes = folder.resolve("log.xes");
        Path ocel = folder.resolve("log.json");
        JsonNode before = patients(
                "start_timestamp",
                "--end",
                "timestamp",
                "--agent",
                "resource",
                "--write-xes",
                xes,
                "--write-ocel",
                ocel);
        JsonNode fromXes = Run.json(
                folder,
                "journeys",
                xes,
                "--lifecycle",
                "lifecycle:transition",
                "--instance",
                "concept:instance",
                "--agent",
                "org:resource");
        JsonNode fromOcel = Run.json(folder, "journeys", ocel, "--end", "end", "--agent", "agent");
        assertThat(fromXes.get("rows").asLong())
                .isEqualTo(2 * before.get("rows").asLong());
        for (String key : List.of("journeys", "touchpoints", "steps", "edges", "variants", "durations", "rework")) {
            assertThat(fromXes.get(key)).as(key).isEqualTo(before.get(key));
            assertThat(fromOcel.get(key)).as(key).isEqualTo(before.get(key));
        }
    }

    private static void matches(JsonNode found, JsonNode expected) {
        assertThat(found.get("journeys").asLong())
                .isEqualTo(expected.get("cases").asLong());
        assertThat(steps(found, "count")).isEqualTo(numbers(expected.get("activity_counts")));
        assertThat(steps(found, "starts")).isEqualTo(numbers(expected.get("start_activities")));
        assertThat(steps(found, "ends")).isEqualTo(numbers(expected.get("end_activities")));
        assertThat(edges(found, "count")).isEqualTo(pairs(expected.get("dfg")));
        assertThat(edges(found, "journeys")).isEqualTo(pairs(expected.get("dfg_cases")));
        times(found, expected.get("dfg_performance"));
        JsonNode lengths = expected.get("case_duration");
        assertThat(found.at("/total/lengths").get("mean").asDouble())
                .isCloseTo(lengths.get("mean").asDouble(), within(1e-6));
        assertThat(found.at("/total/lengths").get("median").asDouble())
                .isEqualTo(lengths.get("median").asDouble());
        assertThat(found.at("/total/lengths").get("p90").asDouble())
                .isCloseTo(lengths.get("p90_linear").asDouble(), within(1e-6));
        JsonNode listed = expected.get("variants");
        assertThat(found.at("/total/variants").get("distinct").asLong())
                .isEqualTo(expected.get("variant_count").asLong());
        for (int i = 0; i < listed.size(); i++) {
            JsonNode variant = found.at("/total/variants").get("top").get(i);
            assertThat(variant.get("activities")).isEqualTo(listed.get(i).get(0));
            assertThat(variant.get("count").asLong())
                    .isEqualTo(listed.get(i).get(1).asLong());
        }
    }

    private static void times(JsonNode found, JsonNode expected) {
        Map<String, JsonNode> edges = new TreeMap<>();
        found.at("/total/graph/edges").forEach(edge -> edges.put(pair(edge.get("from"), edge.get("to")), edge));
        for (JsonNode edge : expected) {
            JsonNode there = requireNonNull(edges.get(pair(edge.get(0), edge.get(1))));
            assertThat(there.at("/durations/median").asDouble())
                    .isEqualTo(edge.get(2).get("median").asDouble());
            assertThat(there.at("/durations/mean").asDouble())
                    .isCloseTo(edge.get(2).get("mean").asDouble(), within(1e-6));
        }
    }

    private static String pair(JsonNode from, JsonNode to) {
        return from.asString() + ">" + to.asString();
    }

    private static Map<String, Long> steps(JsonNode found, String count) {
        Map<String, Long> steps = new TreeMap<>();
        found.at("/total/graph/activities").forEach(activity -> {
            long counted = activity.get("result").get(count).asLong();
            if (counted > 0) {
                steps.put(activity.get("key").asString(), counted);
            }
        });
        return steps;
    }

    private static Map<String, Long> edges(JsonNode found, String count) {
        Map<String, Long> edges = new TreeMap<>();
        found.at("/total/graph/edges")
                .forEach(edge -> edges.put(
                        pair(edge.get("from"), edge.get("to")), edge.get(count).asLong()));
        return edges;
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asLong()));
        return numbers;
    }

    private static Map<String, Long> pairs(JsonNode array) {
        Map<String, Long> pairs = new TreeMap<>();
        array.forEach(
                edge -> pairs.put(pair(edge.get(0), edge.get(1)), edge.get(2).asLong()));
        return pairs;
    }
}
