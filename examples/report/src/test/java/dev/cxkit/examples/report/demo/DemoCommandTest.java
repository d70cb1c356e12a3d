package dev.cxkit.examples.report.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCommandTest {

    @TempDir
    Path folder;

    @Test
    void needsNothingAndIsTheSameEveryTime() throws IOException {
        Path one = folder.resolve("deep/one");
        Path two = folder.resolve("two");
        Run first = Run.of("demo", "--out", one);
        Run second = Run.of("demo", "--out", two);
        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isZero();
        assertThat(second.exit()).isZero();
        for (String name : new String[] {"report.html", "report.json", "demo-answers.csv"}) {
            assertThat(Files.mismatch(one.resolve(name), two.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
        assertThat(first.out())
                .contains("NPS is the percentage of promoters", "plan = Enterprise", "* may not be over yet")
                .contains("rating 11 is outside 0..10 of scale nps", "Wrote " + one.resolve("report.html"));
    }

    @Test
    void tellsOfTheMonthInWhichThePricesOfOnePlanWentUp() {
        Run.of("demo", "--out", folder);
        JsonNode recommend = JsonMapper.shared()
                .readTree(Run.read(folder.resolve("report.json")))
                .get("scores")
                .get(0);
        JsonNode series = recommend.get("series").get("periods");
        double december = series.get(6).get("result").get("nps").get("value").asDouble();
        JsonNode january = series.get(7).get("result").get("nps");
        assertThat(january.get("high").asDouble()).isLessThan(december);
        assertThat(series.get(2)
                        .get("result")
                        .get("distribution")
                        .get("answered")
                        .asLong())
                .isZero();
        assertThat(series.get(series.size() - 1).get("finished").asBoolean()).isFalse();
        JsonNode plans = recommend.get("by").get("plan").get("segments");
        assertThat(Run.result(plans, "Team").get("nps").get("high").asDouble())
                .isLessThan(Run.result(plans, "Starter").get("nps").get("low").asDouble());
        long rows = recommend.get("answered").asLong()
                + recommend.get("missing").asLong()
                + recommend.get("rejected").asLong()
                + recommend.get("superseded").asLong();
        assertThat(Run.read(folder.resolve("demo-answers.csv")).lines().count()).isEqualTo(rows + 1);
    }

    @Test
    void theCommandThatItNamesMakesTheSameReport() {
        Run demo = Run.of("demo", "--out", folder);
        String line = demo.out().substring(demo.out().indexOf("cx-report survey") + "cx-report ".length());
        Object[] arguments = Arrays.stream(line.strip().split(" ", -1)).toArray();
        JsonNode again = Run.json(folder, arguments);
        assertThat(again).isEqualTo(JsonMapper.shared().readTree(Run.read(folder.resolve("report.json"))));
    }

    @Test
    void aFolderThatCannotBeMadeEndsWith2() {
        Path file = Run.file(folder, "file", "x");
        Run run = Run.of("demo", "--out", file.resolve("sub"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
    }
}
