package dev.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.JourneyMaps;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts, read by Mermaid itself. Needs node, and in the folder {@code cx.mermaid} the npm packages mermaid and jsdom. */
class MermaidPackageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void mermaidReadsEveryText() throws IOException, InterruptedException {
        JourneyMap nasty = MermaidJourneyTest.map(Nasty.LABELS);
        var journeys = Nasty.journeys(Nasty.LABELS);
        var graph = DirectlyFollows.metric(TimeBetween.CALENDAR).over(journeys);
        List<String> texts = new ArrayList<>(List.of(
                MermaidJourney.render(nasty),
                MermaidJourney.render(JourneyMaps.b2b()),
                MermaidDirectlyFollows.render(graph, 300),
                MermaidSankey.render(Variants.metric(9).over(journeys), 20)));
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            List<String> some = new ArrayList<>();
            for (int j = 0; j < 4; j++) {
                some.add(Nasty.label(random));
            }
            texts.add(MermaidJourney.render(MermaidJourneyTest.map(some)));
            texts.add(MermaidDirectlyFollows.render(DirectlyFollows.metric().over(Nasty.journeys(some))));
            texts.add(MermaidSankey.render(Variants.metric(9).over(Nasty.journeys(some)), 4));
        }

        JsonNode read = read(texts);

        for (int i = 0; i < texts.size(); i++) {
            JsonNode diagram = read.get(i);
            String text = texts.get(i);
            assertThat(diagram.get("ok").asBoolean())
                    .as("%s%n%s", diagram, text)
                    .isTrue();
            if (text.startsWith("journey")) {
                MermaidReader expected = new MermaidReader(text);
                assertThat(diagram.get("tasks")).as(text).hasSameSizeAs(expected.tasks);
                assertThat(diagram.get("sections")).as(text).hasSameSizeAs(expected.sections);
            } else if (text.startsWith("flowchart")) {
                assertThat((long) diagram.get("edges").size()).as(text).isEqualTo(lines(text, "-->|"));
                assertThat((long) diagram.get("nodes").size()).as(text).isEqualTo(lines(text, "[\""));
            } else {
                assertThat((long) diagram.get("edges").size()).as(text).isEqualTo(lines(text, "\","));
            }
        }
        String sankey = read.get(3).get("nodes").toString();
        assertThat(sankey).contains("مرحبا بالعالم", "Оплата; счёт #5", "製品を見る", "🚀 launch", "＜script＞");
    }

    private static long lines(String text, String sign) {
        return text.lines().filter(line -> line.contains(sign)).count();
    }

    private JsonNode read(List<String> texts) throws IOException, InterruptedException {
        String packages = System.getProperty("cx.mermaid", "");
        assumeThat(packages)
                .as("set -Dcx.mermaid to a folder with the npm packages mermaid and jsdom to run this test")
                .isNotEmpty();
        Path script = folder.resolve("mermaid-parse.mjs");
        try (InputStream in = MermaidPackageTest.class.getResourceAsStream("/render/mermaid-parse.mjs")) {
            Files.copy(in, script);
        }
        Path input = folder.resolve("texts.json");
        Path output = folder.resolve("diagrams.json");
        Files.writeString(input, JSON.writeValueAsString(texts));
        File log = folder.resolve("log").toFile();
        int exit = new ProcessBuilder("node", script.toString(), packages, input.toString(), output.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(log.toPath())).isZero();
        return JSON.readTree(output.toFile());
    }
}
