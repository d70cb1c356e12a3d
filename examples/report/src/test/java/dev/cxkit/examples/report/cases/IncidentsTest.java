package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.examples.report.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Incidents of an IT company (ServiceNow), counted here by a plain loop over the rows and there by the program. */
class IncidentsTest {

    private static final String MAP = "New=US,Active=US,Awaiting User Info=CUSTOMER,Awaiting Problem=THIRD_PARTY,"
            + "Awaiting Vendor=THIRD_PARTY,Awaiting Evidence=THIRD_PARTY,Resolved=DONE,Closed=DONE";

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void find() {
        String property = System.getProperty("cx.data", "");
        assumeThat(property)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        file = Path.of(property, "servicenow-incidents", "servicenow-events.csv");
    }

    private static String phase(String state) {
        return switch (state) {
            case "New", "Active" -> "us";
            case "Awaiting User Info" -> "customer";
            case "Resolved", "Closed" -> "DONE";
            default -> "third-party";
        };
    }

    private static long seconds(String[] from, String[] to) {
        return Duration.between(OffsetDateTime.parse(from[1]), OffsetDateTime.parse(to[1]))
                .toSeconds();
    }

    @Test
    void countsAndTimesAreWhatAPlainLoopFinds() throws IOException {
        Map<String, List<String[]>> byCase = new LinkedHashMap<>();
        long rows = 0;
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("case,")) {
                String[] fields = line.split(",", -1);
                byCase.computeIfAbsent(fields[0], id -> new ArrayList<>()).add(fields);
                rows++;
            }
        }
        Map<String, Long> turns = new LinkedHashMap<>(Map.of("us", 0L, "customer", 0L, "third-party", 0L));
        long reopened = 0;
        long transfers = 0;
        long untouched = 0;
        double first = 0;
        double last = 0;
        for (List<String[]> of : byCase.values()) {
            boolean again = false;
            // Some are resolved in their first row.
            String[] firstDone = phase(of.get(0)[2]).equals("DONE") ? of.get(0) : null;
            String[] lastDone = of.get(0);
            long moves = 0;
            String group = of.get(0)[3];
            for (int i = 1; i < of.size(); i++) {
                String before = phase(of.get(i - 1)[2]);
                String now = phase(of.get(i)[2]);
                if (!before.equals("DONE")) {
                    turns.merge(before, seconds(of.get(i - 1), of.get(i)), Long::sum);
                    lastDone = now.equals("DONE") ? of.get(i) : lastDone;
                    firstDone = firstDone == null && now.equals("DONE") ? of.get(i) : firstDone;
                } else {
                    again |= !now.equals("DONE");
                }
                String next = of.get(i)[3];
                moves += !next.isEmpty() && !group.isEmpty() && !next.equals(group) ? 1 : 0;
                group = next.isEmpty() ? group : next;
            }
            reopened += again ? 1 : 0;
            transfers += moves;
            untouched += moves == 0 ? 1 : 0;
            assertThat(firstDone).isNotNull();
            first += firstDone == null ? 0 : seconds(of.get(0), firstDone);
            last += seconds(of.get(0), lastDone);
        }
        JsonNode json = Run.json(
                folder, "cases", file, "--case", "case", "--at", "at", "--state", "state", "--map", MAP, "--owner",
                "group");
        assertThat(rows).isEqualTo(5998);
        assertThat(byCase).hasSize(890);
        assertThat(json.get("cases").asLong()).isEqualTo(byCase.size());
        assertThat(json.get("events").asLong()).isEqualTo(rows);
        assertThat(json.get("rejected").asLong()).isZero();
        assertThat(json.get("open").asLong()).isZero();
        assertThat(json.get("reopened").get("count").asLong()).isEqualTo(reopened);
        assertThat(json.get("reopened").get("total").asLong()).isEqualTo(byCase.size());
        assertThat(json.get("transfers").get("none").asLong()).isEqualTo(untouched);
        assertThat(json.get("transfers").get("value").asDouble()).isCloseTo((double) transfers / 890, within(1e-9));
        turns.forEach((phase, seconds) -> assertThat(
                        json.get("calendar").get("waitingOn").get(phase).asLong())
                .as(phase)
                .isEqualTo(seconds));
        JsonNode resolution = json.get("calendar");
        assertThat(Run.seconds(resolution.get("first").get("mean"))).isCloseTo(first / 890, within(1e-6));
        assertThat(Run.seconds(resolution.get("last").get("mean"))).isCloseTo(last / 890, within(1e-6));
    }
}
