package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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
                .containsExactly("column", "scale", "answered", "missing", "refused", "counts", "nps", "mean");
        assertThat(score.get("column").asString()).isEqualTo("q");
        assertThat(score.get("scale").asString()).isEqualTo("nps");
        assertThat(score.get("answered").asLong()).isEqualTo(20);
        assertThat(score.get("counts").get("0").asLong()).isEqualTo(5);
        assertThat(score.get("counts").get("10").asLong()).isZero();
        assertThat(score.get("counts").size()).isEqualTo(11);
        JsonNode nps = score.get("nps");
        assertThat(nps.propertyNames())
                .containsExactlyInAnyOrder(
                        "promoters", "passives", "detractors", "score", "low", "high", "level", "method");
        assertThat(nps.get("promoters").asLong()).isEqualTo(10);
        assertThat(nps.get("passives").asLong()).isEqualTo(5);
        assertThat(nps.get("detractors").asLong()).isEqualTo(5);
        assertThat(nps.get("score").asDouble()).isCloseTo(25, EXACT);
        assertThat(nps.get("low").asDouble()).isCloseTo(-11.7, TENTH);
        assertThat(nps.get("high").asDouble()).isCloseTo(55.2, TENTH);
        assertThat(nps.get("level").asDouble()).isEqualTo(0.95);
        assertThat(nps.get("method").asString()).isEqualTo("adjusted-wald");
        assertThat(score.get("mean").get("value").asDouble()).isCloseTo((10 * 9 + 5 * 7) / 20.0, EXACT);
    }

    /** 8 of 10: Wilson's interval is 49.0 to 94.3 % (binom package of R, and many textbooks). */
    @Test
    void csatIsTheShareOfTheSatisfied() {
        JsonNode score = score(file("q", "4", "4", "4", "4", "5", "5", "5", "5", "3", "1"), "--score", "q=csat");
        assertThat(score.has("nps")).isFalse();
        JsonNode satisfied = score.get("satisfied");
        assertThat(satisfied.propertyNames()).containsExactly("count", "share", "low", "high");
        assertThat(satisfied.get("count").asLong()).isEqualTo(8);
        assertThat(satisfied.get("share").asDouble()).isCloseTo(0.8, EXACT);
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
            assertThat(scores.get(i).get("satisfied").get("count").asLong())
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
        assertThat(score.has("mean")).isFalse();
        assertThat(score.get("nps").has("score")).isFalse();
        assertThat(score.get("nps").has("low")).isFalse();
        assertThat(score.get("nps").get("promoters").asLong()).isZero();
        assertThat(score.get("by").get("g").get("a").get("nps").has("score")).isFalse();
        assertThat(Run.read(folder.resolve("out.json"))).doesNotContain("NaN", "null", "Infinity");
    }

    /** Weights of 2 for 10 answers and 0.5 for 20: Kish's effective n is (20 + 10)² / (40 + 5) = 20. */
    @Test
    void weightsWeighAndCostPrecision() {
        List<String> rows = new ArrayList<>();
        rows.addAll(rows(10, "10,2"));
        rows.addAll(rows(20, "0,0.5"));
        JsonNode score = score(file("q,w", rows.toArray(String[]::new)), "--score", "q=nps", "--weight", "w");
        assertThat(score.get("nps").get("score").asDouble()).isCloseTo(-100.0 / 3, EXACT);
        JsonNode weighted = score.get("weighted");
        assertThat(weighted.get("score").asDouble()).isCloseTo(100 * (20 - 10) / 30.0, EXACT);
        assertThat(weighted.get("effectiveN").asDouble()).isCloseTo(20, EXACT);
        JsonNode mean = score(folder.resolve("answers.csv"), "--score", "q=0..10", "--weight", "w")
                .get("weighted");
        assertThat(mean.get("mean").asDouble()).isCloseTo(20.0 * 10 / 30, EXACT);
        assertThat(mean.get("satisfied").get("share").asDouble()).isCloseTo(2 / 3.0, EXACT);
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
        assertThat(by.get("g").propertyNames()).containsExactly("2", "10", "(blank)");
        JsonNode two = by.get("g").get("2");
        assertThat(two.get("answered").asLong()).isEqualTo(2);
        assertThat(two.get("missing").asLong()).isEqualTo(1);
        assertThat(two.get("nps").get("score").asDouble()).isZero();
        assertThat(by.get("h").get("y").get("nps").get("score").asDouble()).isEqualTo(100);
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
}
