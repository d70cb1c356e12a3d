package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.examples.report.Run;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.rows.Times;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurveyScoresTest {

    private static final Offset<Double> TENTH = within(0.05);
    private static final Offset<Double> EXACT = within(1e-9);

    @TempDir
    Path folder;

    private Path file(String header, String... rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(rows));
        return Run.file(folder, "answers.csv", lines.toArray(String[]::new));
    }

    private JsonNode score(Path file, Object... options) {
        return scores(file, options).get(0);
    }

    private JsonNode scores(Path file, Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("survey", file));
        arguments.addAll(List.of(options));
        return Run.json(folder, arguments.toArray()).get("scores");
    }

    private static List<String> rows(int times, String row) {
        return java.util.Collections.nCopies(times, row);
    }

    /** 10 promoters, 5 passives, 5 detractors make 25 (help pages of Delighted); the interval by hand from Rocks' formula. */
    @Test
    void npsHasItsCountsAndItsInterval() {
        List<String> rows = new ArrayList<>();
        rows.addAll(rows(10, "9"));
        rows.addAll(rows(5, "7"));
        rows.addAll(rows(5, "0"));
        JsonNode score = score(file("q", rows.toArray(String[]::new)), "--score", "q=nps");
        assertThat(score.propertyNames())
                .containsExactly(
                        "column", "scale", "answered", "missing", "rejected", "superseded", "total", "rejectedRows");
        assertThat(score.get("column").asString()).isEqualTo("q");
        assertThat(score.get("scale").asString()).isEqualTo("nps");
        assertThat(score.get("answered").asLong()).isEqualTo(20);
        JsonNode counts = score.get("total").get("distribution").get("counts");
        assertThat(counts.get("0").asLong()).isEqualTo(5);
        assertThat(counts.get("10").asLong()).isZero();
        assertThat(counts.size()).isEqualTo(11);
        JsonNode nps = score.get("total").get("nps");
        assertThat(nps.propertyNames())
                .startsWith("value", "low", "high", "level", "n", "promoters", "passives", "detractors");
        assertThat(nps.get("promoters").asLong()).isEqualTo(10);
        assertThat(nps.get("passives").asLong()).isEqualTo(5);
        assertThat(nps.get("detractors").asLong()).isEqualTo(5);
        assertThat(nps.get("value").asDouble()).isCloseTo(25, EXACT);
        assertThat(nps.get("low").asDouble()).isCloseTo(-11.7, TENTH);
        assertThat(nps.get("high").asDouble()).isCloseTo(55.2, TENTH);
        assertThat(nps.get("level").asDouble()).isEqualTo(0.95);
        assertThat(nps.get("interval").asString()).isEqualTo("adjusted-wald");
        JsonNode mean = score.get("total").get("distribution").get("mean");
        assertThat(mean.get("value").asDouble()).isCloseTo((10 * 9 + 5 * 7) / 20.0, EXACT);
    }

    /** 8 of 10: Wilson's interval is 49.0 to 94.3 % (binom package of R, and many textbooks). */
    @Test
    void csatIsTheShareOfTheSatisfied() {
        JsonNode score = score(file("q", "4", "4", "4", "4", "5", "5", "5", "5", "3", "1"), "--score", "q=csat");
        assertThat(score.get("total").has("nps")).isFalse();
        JsonNode satisfied = score.get("total").get("favourable");
        assertThat(satisfied.propertyNames()).startsWith("value", "low", "high", "level", "n", "satisfied");
        assertThat(satisfied.get("satisfied").asLong()).isEqualTo(8);
        assertThat(satisfied.get("value").asDouble()).isCloseTo(0.8, EXACT);
        assertThat(satisfied.get("low").asDouble()).isCloseTo(0.490, within(0.0005));
        assertThat(satisfied.get("high").asDouble()).isCloseTo(0.943, within(0.0005));
    }

    @Test
    void everyScaleHasItsGoodEnd() {
        Path file = file("a,b,c,d,e", "yes,7,1,5,10", "0,5,2,4,7", "No,4,3,3,6");
        JsonNode scores = scores(
                file,
                "--score",
                "a=csat-yes-no",
                "--score",
                "b=ces",
                "--score",
                "c=ces-effort",
                "--score",
                "d=stars",
                "--score",
                "e=1..10");
        long[] favourable = {1, 2, 2, 2, 2};
        for (int i = 0; i < favourable.length; i++) {
            assertThat(scores.get(i)
                            .get("total")
                            .get("favourable")
                            .get("satisfied")
                            .asLong())
                    .as(scores.get(i).get("scale").asString())
                    .isEqualTo(favourable[i]);
        }
        assertThat(scores.get(4).get("scale").asString()).isEqualTo("1..10");
    }

    @Test
    void noAnswersMakeNoNumbers() {
        JsonNode score = score(file("q,g", "NA,a", ",a"), "--score", "q=nps", "--missing", "na", "--by", "g");
        assertThat(score.get("answered").asLong()).isZero();
        assertThat(score.get("missing").asLong()).isEqualTo(2);
        assertThat(score.get("total").get("distribution").has("mean")).isFalse();
        assertThat(score.get("total").get("nps").has("value")).isFalse();
        assertThat(score.get("total").get("nps").has("low")).isFalse();
        assertThat(score.get("total").get("nps").get("promoters").asLong()).isZero();
        assertThat(Run.result(score.get("by").get("g").get("segments"), "a")
                        .get("nps")
                        .has("value"))
                .isFalse();
        assertThat(Run.read(folder.resolve("out.json"))).doesNotContain("NaN", "null", "Infinity");
    }

    /** Weights of 2 for 10 answers and 0.5 for 20: Kish's effective n is (20 + 10)² / (40 + 5) = 20. */
    @Test
    void weightsWeighAndCostPrecision() {
        List<String> rows = new ArrayList<>();
        rows.addAll(rows(10, "10,2"));
        rows.addAll(rows(20, "0,0.5"));
        JsonNode score = score(file("q,w", rows.toArray(String[]::new)), "--score", "q=nps", "--weight", "w");
        assertThat(score.get("total").get("nps").get("value").asDouble()).isCloseTo(-100.0 / 3, EXACT);
        JsonNode weighted = score.get("total").get("weighted");
        assertThat(weighted.get("nps").get("value").asDouble()).isCloseTo(100 * (20 - 10) / 30.0, EXACT);
        assertThat(weighted.get("distribution").get("effectiveN").asDouble()).isCloseTo(20, EXACT);
        JsonNode other = score(folder.resolve("answers.csv"), "--score", "q=0..10", "--weight", "w")
                .get("total")
                .get("weighted");
        assertThat(other.get("distribution").get("mean").get("value").asDouble())
                .isCloseTo(20.0 * 10 / 30, EXACT);
        assertThat(other.get("favourable").get("value").asDouble()).isCloseTo(2 / 3.0, EXACT);
    }

    @Test
    void segmentsAreInTheOrderOfNumbersAndBlankIsOne() {
        JsonNode score = score(
                file("q,g,h", "9,10,x", "0,2,x", "9,,y", "10,2,y", ",2,y"),
                "--score",
                "q=nps",
                "--by",
                "g",
                "--by",
                "h");
        JsonNode by = score.get("by");
        assertThat(by.propertyNames()).containsExactly("g", "h");
        assertThat(by.get("g").get("segments"))
                .extracting(segment -> segment.get("key").asString())
                .containsExactly("2", "10", "(blank)");
        JsonNode two = by.get("g").get("segments").get(0).get("result");
        assertThat(two.get("distribution").get("answered").asLong()).isEqualTo(2);
        assertThat(two.get("distribution").get("skipped").asLong()).isEqualTo(1);
        assertThat(two.get("nps").get("value").asDouble()).isZero();
        assertThat(Run.result(by.get("h").get("segments"), "y")
                        .get("nps")
                        .get("value")
                        .asDouble())
                .isEqualTo(100);
    }

    @Test
    void aMissingCodeThatIsAScoreIsPointedOut() {
        Path file = file("q,s", "0,0", "11,5", "9,6");
        Run run = Run.of("survey", file, "--score", "q=nps", "--score", "s=csat", "--missing", "0,6,11");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("q: 1 times 0 counts as missing, though it is a value of scale nps");
        JsonNode scores =
                scores(file, "--score", "q=nps", "--score", "s=csat", "--missing", "q=11", "--missing", "s=0,6");
        assertThat(scores.get(0).get("answered").asLong()).isEqualTo(2);
        assertThat(scores.get(0).get("missing").asLong()).isEqualTo(1);
        assertThat(scores.get(1).get("missing").asLong()).isEqualTo(2);
        assertThat(Run.read(folder.resolve("out.json"))).contains("\"notes\" : [ ]");
    }

    @Test
    void theTableShowsTheNumbers() {
        Run run = Run.of(
                "survey", file("q,g", "10,a", "10,a", "0,b", "12,b", "x,b", ",b"), "--score", "q=nps", "--by", "g");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("6 rows: 3 answered, 1 missing, 2 rejected")
                .containsPattern("all +3 +33\\.3 +")
                .containsPattern("g = a +2 +100\\.0 +")
                .containsPattern("g = b +1 +-100\\.0 +")
                .contains("row 5: rating 12 is outside 0..10 of scale nps")
                .contains("row 6: rating 'x' is not a number");
    }

    @Test
    void aSurveyIsAResultAndTheSameAfterATrip() {
        String answers = "q,g,t,w\n9,a,2026-01-01,1\n0,b,2026-02-03,2\nx,b,2026-02-03,1\n";
        Timing timing = new Timing("t", "month", Cadence.monthly(ZoneOffset.UTC), Times.in(ZoneOffset.UTC));
        SurveyRequest request = new SurveyRequest(
                List.of(new Question("q", Scale.NPS, Set.of())), List.of("g"), "w", null, timing, false);
        Wave wave = SurveyReader.read(Table.of("answers.csv", new StringReader(answers)), request);
        Survey survey = new Survey(request, List.of(wave, wave));
        assertThat(Run.copy(survey)).isEqualTo(survey);
        assertThat(JsonMapper.shared().writeValueAsString(survey))
                .isEqualTo(JsonMapper.shared().writeValueAsString(survey.document()));
    }
}
