package dev.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README of this example says is what its commands do. */
class ReadmeTest {

    private static final Pattern COMMAND =
            Pattern.compile("^java -jar examples/report/target/cx-report[.]jar ((?:.*\\\\\n)*.*)$", Pattern.MULTILINE);

    private final String readme = Run.read(Run.module().resolve("README.md"));

    @TempDir
    Path folder;

    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(readme);
        while (matcher.find()) {
            commands.add(matcher.group(1).replace("\\\n", " ").strip());
        }
        return commands;
    }

    @Test
    void theFirstCommandIsTheDemo() {
        assertThat(commands().get(0)).isEqualTo("demo");
        assertThat(Run.of("demo", "--out", folder).exit()).isZero();
    }

    @Test
    void theUsageIsThatOfTheProgram() {
        List<String> commands = List.of("survey", "cases", "journeys", "orders", "survival", "subscriptions");
        for (int i = 0; i < commands.size(); i++) {
            int from = readme.indexOf("cx-report " + commands.get(i) + " FILE");
            int to = i + 1 < commands.size()
                    ? readme.indexOf("cx-report " + commands.get(i + 1) + " FILE")
                    : readme.length();
            usageIsThatOf(commands.get(i), readme.substring(from, to));
        }
    }

    private static void usageIsThatOf(String command, String text) {
        String help = Run.of(command, "--help").out();
        Matcher options = Pattern.compile("--[a-z]+(-[a-z]+)*").matcher(text);
        int found = 0;
        while (options.find()) {
            assertThat(help).contains(options.group());
            found++;
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void theNumbersOfTheAirportAreThoseThatTheCommandGives() {
        String data = System.getProperty("cx.data", "");
        assumeThat(data)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        String line = commands()
                .get(1)
                .replace("$DATA", data)
                .replace("airport.", folder.resolve("airport.").toString());
        Run run = Run.of((Object[]) line.split("\\s+", -1));
        assertThat(run.err()).isEmpty();
        JsonNode scores = JsonMapper.shared()
                .readTree(Run.read(folder.resolve("airport.json")))
                .get("scores");
        JsonNode nps = scores.get(0);
        assertThat(readme).contains(npsRow("2017", nps.get("before")), npsRow("2018", nps));
        assertThat(readme)
                .contains("| change | | " + change(nps.get("change"), Unit.POINTS, "") + " | "
                        + change(nps.get("change").get("weighted"), Unit.POINTS, "") + " | |");
        JsonNode csat = scores.get(1);
        assertThat(readme).contains(csatRow("2017", csat.get("before")), csatRow("2018", csat));
        assertThat(readme)
                .contains("| change | | " + change(csat.get("change"), Unit.SHARE, " points") + " | "
                        + change(csat.get("change").get("weighted"), Unit.SHARE, " points") + " | |");
        JsonNode effects = nps.get("change").get("effects");
        assertThat(readme)
                .contains(
                        Unit.POINTS.change(Run.result(effects, "A").get("rate").asDouble()) + " comes from area A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"servicenow-incidents", "cfpb-complaints", "ecom-clickstream", "patients", "rossi"})
    void whatIsPrintedIsWhatTheCommandPrints(String name) {
        String data = System.getProperty("cx.data", "");
        assumeThat(data)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        prints(name, data);
    }

    @Test
    void whatIsPrintedOfTheLedgerIsWhatTheCommandPrints() {
        prints("mrr-ledger-small", "");
    }

    private void prints(String name, String data) {
        String line = commands().stream()
                .filter(command -> command.contains(name))
                .findFirst()
                .orElseThrow()
                .replace("$DATA", data)
                .replace("examples/report/src", Run.module().resolve("src").toString())
                .replace("--html ", "--html " + folder + "/");
        List<String> arguments = new ArrayList<>();
        Matcher words = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
        while (words.find()) {
            arguments.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        Run run = Run.of(arguments.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(readme).contains("\n```\n" + run.out().stripTrailing() + "\n```\n");
    }

    private static String npsRow(String year, JsonNode score) {
        return row(
                year,
                score,
                estimate(score.get("total").get("nps"), Unit.POINTS),
                estimate(score.get("total").get("weighted").get("nps"), Unit.POINTS));
    }

    private static String csatRow(String year, JsonNode score) {
        return row(
                year,
                score,
                estimate(score.get("total").get("favourable"), Unit.SHARE),
                estimate(score.get("total").get("weighted").get("favourable"), Unit.SHARE));
    }

    private static String row(String year, JsonNode score, String plain, String weighted) {
        return "| " + year + " | " + Unit.count(score.get("answered").asDouble()) + " | " + plain + " | " + weighted
                + " | "
                + Unit.count(score.get("total")
                        .get("weighted")
                        .get("distribution")
                        .get("effectiveN")
                        .asDouble()) + " |";
    }

    private static String estimate(JsonNode node, Unit unit) {
        double value = node.get("value").asDouble();
        Estimate estimate =
                new Estimate(value, node.get("low").asDouble(), node.get("high").asDouble(), Estimate.DEFAULT_LEVEL, 1);
        return unit.show(value) + " (" + unit.interval(estimate) + ")";
    }

    private static String change(JsonNode node, Unit unit, String of) {
        double value = node.get("value").asDouble();
        Difference difference = new Difference(
                value,
                node.get("low").asDouble(),
                node.get("high").asDouble(),
                Estimate.DEFAULT_LEVEL,
                node.get("pValue").asDouble());
        return unit.change(value) + of + " (" + unit.interval(difference) + "), " + Unit.p(difference.pValue());
    }
}
