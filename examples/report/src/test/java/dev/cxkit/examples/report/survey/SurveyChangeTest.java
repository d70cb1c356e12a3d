package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SurveyChangeTest {

    @TempDir
    Path folder;

    private Path file(String name, String header, Object... timesAndRows) {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < timesAndRows.length; i += 2) {
            lines.addAll(Collections.nCopies((Integer) timesAndRows[i], (String) timesAndRows[i + 1]));
        }
        return Run.file(folder, name, lines.toArray(String[]::new));
    }

    /**
     * 40/30/30 of 100 and then 50/30/20: by the adjusted z test of MeasuringU 20 points with z 1.732 and p 0.083, worked out by hand.
     */
    @Test
    void theChangeOfNpsIsInPoints() {
        Path before = file("before.csv", "q", 40, "9", 30, "7", 30, "0");
        Path after = file("after.csv", "q", 50, "9", 30, "7", 20, "0");
        JsonNode document = Run.json(folder, "survey", before, after, "--score", "q=nps");
        JsonNode score = document.get("scores").get(0);
        assertThat(document.get("files"))
                .extracting(file -> file.get("file").asString())
                .containsExactly("before.csv", "after.csv");
        assertThat(score.get("total").get("nps").get("value").asDouble()).isCloseTo(30, within(1e-9));
        assertThat(score.get("before").get("total").get("nps").get("value").asDouble())
                .isCloseTo(10, within(1e-9));
        JsonNode change = score.get("change");
        assertThat(change.propertyNames())
                .startsWith("value", "low", "high", "level", "pValue", "score", "mix", "rate");
        assertThat(change.get("score").asString()).isEqualTo("nps");
        assertThat(change.get("value").asDouble()).isCloseTo(20, within(1e-9));
        assertThat(change.get("pValue").asDouble()).isCloseTo(0.083, within(0.0005));
        assertThat(change.get("low").asDouble()).isLessThan(0);
        assertThat(change.get("high").asDouble()).isBetween(40.0, 44.0);
        assertThat(change.get("mix").asDouble()).isZero();
        assertThat(change.get("rate").asDouble()).isCloseTo(20, within(1e-9));
    }

    /** Each segment is as satisfied as before; only the shares of the segments changed, from 1:1 to 1:3. By hand 0.6 to 0.5. */
    @Test
    void aChangeOfMixAloneIsNoChangeOfAnswers() {
        Path before = file("before.csv", "q,g", 80, "5,shop", 20, "1,shop", 40, "5,phone", 60, "1,phone");
        Path after = file("after.csv", "q,g", 40, "5,shop", 10, "1,shop", 60, "5,phone", 90, "1,phone");
        Path html = folder.resolve("out.html");
        JsonNode document = Run.json(folder, "survey", before, after, "--score", "q=csat", "--by", "g", "--html", html);
        JsonNode change = document.get("scores").get(0).get("change");
        assertThat(change.get("score").asString()).isEqualTo("favourable");
        assertThat(change.get("value").asDouble()).isCloseTo(-0.1, within(1e-12));
        assertThat(change.get("mix").asDouble()).isCloseTo(-0.1, within(1e-12));
        assertThat(change.get("rate").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(change.get("by").asString()).isEqualTo("g");
        assertThat(change.get("mixChanged").asBoolean()).isTrue();
        assertThat(Run.result(change.get("effects"), "phone").get("rate").asDouble())
                .isCloseTo(0, within(1e-12));
        assertThat(Run.read(html))
                .contains("The mix of g is not the same in both files", "What the change is made of, by g");
        String out = Run.of("survey", before, after, "--score", "q=csat", "--by", "g")
                .out();
        assertThat(out)
                .contains("Change from before.csv to after.csv")
                .contains("Satisfied -10.0 percentage points, 95 % interval")
                .contains("of which -10.0 by a changed mix of g and 0.0 by changed answers")
                .contains("the mix of g changed more than chance explains");
    }

    @Test
    void weightsHaveAChangeOfTheirOwn() {
        Path before = file("before.csv", "q,w", 10, "9,1", 10, "0,1");
        Path after = file("after.csv", "q,w", 10, "9,3", 10, "0,1");
        JsonNode change = Run.json(folder, "survey", before, after, "--score", "q=nps", "--weight", "w")
                .get("scores")
                .get(0)
                .get("change");
        assertThat(change.get("value").asDouble()).isZero();
        assertThat(change.get("weighted").get("value").asDouble()).isCloseTo(50, within(1e-9));
    }

    @Test
    void withoutAnswersInOneFileThereIsNoChange() {
        Path before = file("before.csv", "q", 3, "\"\"");
        Path after = file("after.csv", "q", 3, "9");
        JsonNode score = Run.json(folder, "survey", before, after, "--score", "q=nps")
                .get("scores")
                .get(0);
        assertThat(score.has("change")).isFalse();
        assertThat(Run.of("survey", before, after, "--score", "q=nps").out()).contains("no answers to compare");
    }

    @Test
    void filesOfOneNameAreToldApartByTheirPath() {
        Path one = file("in.csv", "q", 3, "9");
        JsonNode document = Run.json(folder, "survey", one, one, "--score", "q=nps");
        assertThat(document.get("files").get(0).get("file").asString()).isEqualTo(one.toString());
    }
}
