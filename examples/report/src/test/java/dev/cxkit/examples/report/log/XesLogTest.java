package dev.cxkit.examples.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Event logs as IEEE 1849-2016 describes them. */
class XesLogTest {

    private static final String LOG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <global scope="event"><string key="concept:name" value="never used"/></global>
              <classifier name="Both" keys="concept:name 'kind of thing'"/>
              <string key="source" value="shop"/>
              <trace>
                <string key="concept:name" value="A"/>
                <string key="region" value="north"/>
                <event>
                  <string key="concept:name" value="visit"><string key="concept:name" value="of the attribute"/></string>
                  <date key="time:timestamp" value="2026-03-02T10:00:00.000+01:00"/>
                  <int key="kind of thing" value="1"/>
                  <list key="things"><values><string key="concept:name" value="in the list"/></values></list>
                </event>
                <event>
                  <boolean key="kind of thing" value="true"/>
                  <string key="concept:name" value="order"/>
                  <date key="time:timestamp" value="2026-03-02T10:00:00Z"/>
                  <float key="region" value="2.5"/>
                  <id key="key" value="x"/>
                </event>
              </trace>
              <trace>
                <event>
                  <string key="concept:name" value="visit"/><date key="time:timestamp" value="2026-03-02T10:00:00Z"/>
                </event>
              </trace>
              <trace>
                <string key="concept:name" value="C"/>
                <event><date key="time:timestamp" value="2026-03-02T10:00:00Z"/></event>
                <event><string key="concept:name" value="visit"/></event>
              </trace>
              <event><string key="concept:name" value="visit"/></event>
            </log>
            """;

    @TempDir
    Path folder;

    private static Stream<String> keys(JsonNode answers) {
        return answers.valueStream().map(answer -> answer.get("key").asString());
    }

    private Path file(String name, String... lines) {
        return Run.file(folder, name, lines);
    }

    @Test
    void tracesAreJourneysAndAttributesInsideAttributesAreNotTheirs() {
        JsonNode found = Run.json(folder, "journeys", file("log.xes", LOG));
        assertThat(found.get("rows").asLong()).isEqualTo(5 + 1);
        assertThat(found.get("journeys").asLong()).isEqualTo(1);
        assertThat(keys(found.at("/total/graph/activities"))).containsExactly("order", "visit");
        assertThat(found.at("/total/graph/edges/0/durations/mean").asDouble()).isEqualTo(3600);
        List<String> reasons = new ArrayList<>();
        found.get("rejectedRows")
                .forEach(each -> reasons.add(
                        each.get("position") + " " + each.get("reason").asString()));
        assertThat(reasons)
                .containsExactly(
                        "3 journey is missing", "4 activity is missing", "5 time is missing", "6 event is in no trace");
        assertThat(Run.of("journeys", folder.resolve("log.xes")).out()).contains("(row = number of the event)");
    }

    @Test
    void anActivityMayBeAClassifierAndATraceMaySayWhatAnEventDoesNot() {
        JsonNode found = Run.json(folder, "journeys", file("log.xes", LOG), "--activity", "Both", "--by", "region");
        assertThat(keys(found.at("/total/graph/activities"))).containsExactly("order+true", "visit+1");
        assertThat(keys(found.at("/by/region"))).containsExactly("north");
        JsonNode other = Run.json(folder, "journeys", file("log.xes", LOG), "--journey", "region");
        assertThat(other.get("journeys").asLong()).isEqualTo(1);
    }

    @Test
    void theTextIsReadAsTheDocumentSaysItIsWritten() throws IOException {
        String log =
                "<?xml version='1.0' encoding='ISO-8859-1'?><log><trace><string key='concept:name' value='A'/><event>"
                        + "<string key='concept:name' value='Gru\u00df'/><date key='time:timestamp' value='2026-03-02'/></event></trace>"
                        + "</log>";
        Path file = folder.resolve("log.xes");
        Files.write(file, log.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(keys(Run.json(folder, "journeys", file).at("/total/graph/activities"))
                        .anyMatch("Gru\u00df"::equals))
                .isTrue();
    }

    /** What a type declaration defines is never opened: neither a file nor one text that grows to millions. */
    @Test
    void noEntityIsOpened() {
        Path secret = file("secret.txt", "secret");
        String head = "<!DOCTYPE log [<!ENTITY x SYSTEM \"" + secret.toUri() + "\"><!ENTITY y \"inside\">]>";
        String end = "<date key='time:timestamp' value='2026-03-02'/></event></trace></log>";
        String start = "<log><trace><string key='concept:name' value='A'/><event>";
        for (String entity : List.of(
                "<string key='concept:name' value='&y;'/>", "<string key='concept:name' value='a'>&x;</string>")) {
            Run run = Run.of("journeys", file("log.xes", head + start + entity + end));
            assertThat(run.out() + run.err()).doesNotContain("secret\n", "inside");
        }
        Run harmless =
                Run.of("journeys", file("log.xes", head + start + "<string key='concept:name' value='a'/>" + end));
        assertThat(harmless.exit()).isZero();
    }

    @Test
    void whatIsNoXesIsSaidInOneLine() throws IOException {
        for (String text : List.of("", "hello", "<html/>", "<log><trace>", "<log><trace></log>")) {
            Run run = Run.of("journeys", file("log.xes", text));
            assertThat(run.exit()).as(text).isEqualTo(2);
            assertThat(run.err()).contains("log.xes is not XES: ").hasLineCount(1);
        }
        Path cut = folder.resolve("cut.xes.gz");
        Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2});
        assertThat(Run.of("journeys", cut).exit()).isEqualTo(2);
        assertThat(Run.of("journeys", folder.resolve("gone.xes")).err()).contains("does not exist");
        assertThat(Run.of("journeys", file("empty.xes", "<log/>")).out())
                .contains("0 rows, 0 touchpoints in 0 journeys");
    }

    private static String event(String step, String transition, String time) {
        return "<event><string key='concept:name' value='" + step + "'/><string key='lifecycle:transition' value='"
                + transition + "'/><date key='time:timestamp' value='2026-03-02T" + time + ":00Z'/></event>";
    }

    @Test
    void startsAndCompletionsArePaired() {
        Path file = file(
                "log.xes",
                "<log><trace><string key='concept:name' value='A'/>",
                event("call", "complete", "10:30"),
                event("call", "start", "10:00"),
                event("call", "START", "11:00"),
                event("call", "suspend", "11:10"),
                event("call", "Complete", "11:20"),
                event("mail", "complete", "12:00"),
                event("call", "start", "13:00"),
                "</trace></log>");
        JsonNode found = Run.json(folder, "journeys", file, "--lifecycle", "lifecycle:transition");
        assertThat(found.get("rows").asLong()).isEqualTo(7);
        assertThat(found.get("touchpoints").asLong()).isEqualTo(4);
        assertThat(found.get("otherTransitions").asLong()).isEqualTo(1);
        assertThat(found.get("unfinished").asLong()).isEqualTo(1);
        assertThat(found.get("unbegun").asLong()).isEqualTo(1);
        // 10:30 to 11:00, 11:20 to 12:00, 12:00 to 13:00
        assertThat(found.at("/total/graph/edges")
                        .valueStream()
                        .map(edge -> edge.at("/durations/mean").asDouble()))
                .containsExactly(1800.0, 2400.0, 3600.0);
        assertThat(Run.json(folder, "journeys", file).get("touchpoints").asLong())
                .isEqualTo(7);
    }
}
