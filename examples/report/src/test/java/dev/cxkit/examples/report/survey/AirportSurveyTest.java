package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.examples.report.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The passenger surveys of San Francisco airport (DataSF, PDDL), counted here by a plain loop and there by the program. */
class AirportSurveyTest {

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void find() {
        String property = System.getProperty("cx.data", "");
        assumeThat(property)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        data = Path.of(property, "sfo-survey");
    }

    private Path file(int year) {
        return data.resolve("sfo-survey-" + year + ".csv");
    }

    /** The files have no quotes, so that splitting at commas reads them. */
    private List<Map<String, String>> rows(int year) throws IOException {
        List<String> lines = Files.readAllLines(file(year));
        String[] header = lines.get(0).replace("\uFEFF", "").split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            assertThat(line).doesNotContain("\"");
            String[] fields = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private JsonNode document(int year) {
        return Run.json(
                folder,
                "survey",
                file(year),
                "--score",
                "NETPRO=nps",
                "--score",
                "Q7ALL=csat",
                "--missing",
                "NETPRO=11",
                "--missing",
                "Q7ALL=0,6,Blank",
                "--weight",
                "WEIGHT",
                "--by",
                "LANG",
                "--by",
                "AGE",
                "--by",
                "GENDER");
    }

    private static final class Count {

        long answered;
        long promoters;
        long detractors;
        long satisfied;
        double weight;
        double squares;
        double net;

        void nps(int rating, double w) {
            answered++;
            promoters += rating >= 9 ? 1 : 0;
            detractors += rating <= 6 ? 1 : 0;
            weight += w;
            squares += w * w;
            net += rating >= 9 ? w : rating <= 6 ? -w : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2017, 2018})
    void recommendationIsWhatAPlainLoopCounts(int year) throws IOException {
        Count all = new Count();
        Map<String, Map<String, Count>> by =
                new TreeMap<>(Map.of("LANG", new TreeMap<>(), "AGE", new TreeMap<>(), "GENDER", new TreeMap<>()));
        long missing = 0;
        List<Map<String, String>> rows = rows(year);
        for (Map<String, String> row : rows) {
            String text = String.valueOf(row.get("NETPRO"));
            if (text.isEmpty() || text.equals("11")) {
                missing++;
                continue;
            }
            double weight = Double.parseDouble(String.valueOf(row.get("WEIGHT")));
            all.nps(Integer.parseInt(text), weight);
            by.forEach((column, segments) -> segments.computeIfAbsent(
                            String.valueOf(row.get(column)), segment -> new Count())
                    .nps(Integer.parseInt(text), weight));
        }
        JsonNode document = document(year);
        JsonNode score = document.get("scores").get(0);
        assertThat(document.get("files").get(0).get("rows").asLong()).isEqualTo(rows.size());
        assertThat(score.get("rejected").asLong()).isZero();
        assertThat(score.get("missing").asLong()).isEqualTo(missing);
        same(score.get("total"), all);
        JsonNode weighted = score.get("total").get("weighted");
        assertThat(weighted.get("nps").get("value").asDouble()).isCloseTo(100 * all.net / all.weight, within(1e-9));
        assertThat(weighted.get("distribution").get("effectiveN").asDouble())
                .isCloseTo(all.weight * all.weight / all.squares, within(1e-6));
        by.forEach((column, segments) -> segments.forEach(
                (segment, count) -> same(Run.result(score.get("by").get(column).get("segments"), segment), count)));
    }

    private static void same(JsonNode measured, Count count) {
        assertThat(measured.get("distribution").get("answered").asLong()).isEqualTo(count.answered);
        assertThat(measured.get("nps").get("promoters").asLong()).isEqualTo(count.promoters);
        assertThat(measured.get("nps").get("detractors").asLong()).isEqualTo(count.detractors);
        assertThat(measured.get("nps").get("value").asDouble())
                .isCloseTo(100.0 * (count.promoters - count.detractors) / count.answered, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2017, 2018})
    void satisfactionIsWhatAPlainLoopCounts(int year) throws IOException {
        Count all = new Count();
        for (Map<String, String> row : rows(year)) {
            String text = String.valueOf(row.get("Q7ALL"));
            if (text.matches("[1-5]")) {
                all.answered++;
                all.satisfied += text.matches("[45]") ? 1 : 0;
            } else {
                assertThat(text.toUpperCase(Locale.ROOT)).isIn("BLANK", "0", "6");
            }
        }
        JsonNode score = document(year).get("scores").get(1);
        assertThat(score.get("answered").asLong()).isEqualTo(all.answered);
        assertThat(score.get("rejected").asLong()).isZero();
        assertThat(score.get("total").get("favourable").get("satisfied").asLong())
                .isEqualTo(all.satisfied);
    }
}
