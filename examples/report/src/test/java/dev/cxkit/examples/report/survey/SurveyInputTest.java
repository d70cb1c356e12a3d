package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What happens to files as people have them. */
class SurveyInputTest {

    private static final String ANSWERS = "who,q\na,9\nb,0\nc,10\n";

    @TempDir
    Path folder;

    private Path bytes(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("in.csv"), bytes);
    }

    private Path text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private JsonNode nps(Path file, Object... options) {
        Object[] arguments = {"survey", file, "--score", "q=nps"};
        Object[] all = Arrays.copyOf(arguments, arguments.length + options.length);
        System.arraycopy(options, 0, all, arguments.length, options.length);
        return Run.json(folder, all);
    }

    private void threeAnswers(Path file) {
        JsonNode score = nps(file).get("scores").get(0);
        assertThat(score.get("answered").asLong()).isEqualTo(3);
        assertThat(score.get("rejected").asLong()).isZero();
        assertThat(score.get("total").get("nps").get("promoters").asLong()).isEqualTo(2);
    }

    private static void refusedWith2(Run run, String... words) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(words).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineBreakWillDo(String lineBreak) throws IOException {
        threeAnswers(text(ANSWERS.replace("\n", lineBreak)));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void fieldsMayBePartedOtherwise(String separator) throws IOException {
        threeAnswers(text(ANSWERS.replace(",", separator)));
    }

    @Test
    void separatorsInsideQuotesAreNotCounted() throws IOException {
        threeAnswers(text("\"who;are;you\",q\na,9\nb,0\nc,10\n"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        threeAnswers(text("\uFEFF" + ANSWERS.replace("who,q", "q,who").replaceAll("([abc]),([0-9]+)", "$2,$1")));
        threeAnswers(bytes(ANSWERS.getBytes(StandardCharsets.UTF_16)));
        threeAnswers(bytes(("\uFEFF" + ANSWERS).getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void gzipIsKnownByItsContent() throws IOException {
        threeAnswers(bytes(packed(ANSWERS)));
        threeAnswers(bytes(packed("\uFEFF" + ANSWERS)));
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] whole = packed(ANSWERS.repeat(1000));
        refusedWith2(Run.of("survey", bytes(Arrays.copyOf(whole, whole.length / 2)), "--score", "q=nps"), "damaged");
    }

    @Test
    void anotherEncodingIsNamedInsteadOfGuessed() throws IOException {
        Path file = bytes("who,q\nJosé,9\n".getBytes(Charset.forName("ISO-8859-1")));
        refusedWith2(Run.of("survey", file, "--score", "q=nps"), "not text in UTF-8");
    }

    @Test
    void blankLinesAreNoRowsAndQuotedLineBreaksKeepTheNumbersOfLines() throws IOException {
        JsonNode document = nps(text("who,q\n\n\"a\nb\",9\n\nc,12\n"));
        assertThat(document.get("files").get(0).get("rows").asLong()).isEqualTo(2);
        assertThat(document.get("scores")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("position")
                        .asLong())
                .isEqualTo(6);
    }

    @Test
    void raggedRowsAreRejected() throws IOException {
        JsonNode document = nps(text("who,q\na,9\nb\nc,9,5\nd,8\n"));
        assertThat(document.get("scores").get(0).get("answered").asLong()).isEqualTo(2);
        assertThat(document.get("scores").get(0).get("rejected").asLong()).isEqualTo(2);
        assertThat(document.get("files").get(0).get("rejected").asLong()).isEqualTo(2);
        assertThat(document.get("files")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("position")
                        .asLong())
                .isEqualTo(3);
        assertThat(document.get("files")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("row has 1 fields; the header has 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11|rating 11 is outside 0..10 of scale nps",
                "-1|rating -1 is outside 0..10 of scale nps",
                "9.7|rating 9.7 is not a whole number; allowed are whole numbers 0..10 of scale nps",
                "nine|rating 'nine' is not a number; allowed are whole numbers 0..10 of scale nps",
                "9d|rating '9d' is not a number; allowed are whole numbers 0..10 of scale nps",
                "NaN|rating 'NaN' is not a number; allowed are whole numbers 0..10 of scale nps",
                "99999999999999999999|rating 99999999999999999999 is out of range; allowed are whole numbers 0..10 of scale nps"
            })
    void aRatingThatIsNoneIsRejectedWithItsRow(String rating, String reason) throws IOException {
        Path file = text("who,q\na,9\nb," + rating + "\n");
        JsonNode document = nps(file);
        JsonNode score = document.get("scores").get(0);
        assertThat(score.get("rejected").asLong()).isEqualTo(1);
        assertThat(score.get("answered").asLong()).isEqualTo(1);
        JsonNode rejected = score.get("rejectedRows").get(0);
        assertThat(rejected.propertyNames()).containsExactly("position", "reason");
        assertThat(rejected.get("position").asLong()).isEqualTo(3);
        assertThat(rejected.get("reason").asString()).isEqualTo(reason);
        refusedWith2(Run.of("survey", file, "--score", "q=nps", "--strict"), "row 3 in column q", reason);
    }

    @Test
    void wholeNumbersMayHaveZerosAfterThePoint() throws IOException {
        JsonNode score = nps(text("q\n9.0\n+10\n 8 \n010\n")).get("scores").get(0);
        assertThat(score.get("answered").asLong()).isEqualTo(4);
        assertThat(score.get("total").get("nps").get("promoters").asLong()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "Infinity", "NaN", "1,5"})
    void aRowWithoutAGoodWeightIsRejected(String weight) throws IOException {
        JsonNode document = nps(text("q,w\n9,1.5\n9,\"" + weight + "\"\n9,0\n"), "--weight", "w");
        assertThat(document.get("scores").get(0).get("answered").asLong()).isEqualTo(2);
        assertThat(document.get("files")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("position")
                        .asLong())
                .isEqualTo(3);
        assertThat(document.get("files")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("reason")
                        .asString())
                .startsWith("weight ");
    }

    @Test
    void rejectedRowsAreCountedAllAndListedOnlyInPart() throws IOException {
        Path file = text("q\n" + "x\n".repeat(250));
        JsonNode document = nps(file);
        assertThat(document.get("scores").get(0).get("rejected").asLong()).isEqualTo(250);
        assertThat(document.get("scores").get(0).get("rejectedRows").size()).isEqualTo(100);
        assertThat(Run.of("survey", file, "--score", "q=nps").out()).contains("and 240 more");
    }

    @Test
    void aTextFromTheFileCannotCommandTheTerminal() throws IOException {
        Run run = Run.of(
                "survey", text("q,g\n\u001B[2Jx,\u001B]0;y\u0007\n9,\u202Ez\n"), "--score", "q=nps", "--by", "g");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("\u001B", "\u0007", "\u202E").contains("rating '\uFFFD[2Jx'");
    }

    @Test
    void filesThatAreNoneEndWith2() throws IOException {
        refusedWith2(Run.of("survey", folder.resolve("absent.csv"), "--score", "q=nps"), "absent.csv", "not exist");
        refusedWith2(Run.of("survey", folder, "--score", "q=nps"), "folder");
        refusedWith2(Run.of("survey", text(""), "--score", "q=nps"), "in.csv is empty");
        refusedWith2(Run.of("survey", text("\n\n"), "--score", "q=nps"), "in.csv is empty");
        refusedWith2(Run.of("survey", text("q\n\"9\n"), "--score", "q=nps"), "in.csv is not a table");
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyResult() throws IOException {
        JsonNode score = nps(text("q\n")).get("scores").get(0);
        assertThat(score.get("answered").asLong()).isZero();
        assertThat(score.get("total").get("nps").has("value")).isFalse();
    }

    @Test
    void columnsThatAreNotThereAreNamedBesideThoseThatAre() throws IOException {
        Path file = text(ANSWERS);
        refusedWith2(Run.of("survey", file, "--score", "Q=nps"), "in.csv has no column 'Q'; it has who, q");
        for (String option : List.of("--by", "--weight", "--id", "--at")) {
            refusedWith2(Run.of("survey", file, "--score", "q=nps", option, "z"), "has no column 'z'");
        }
    }

    @Test
    void aColumnThatIsThereTwiceIsRefusedOnlyIfItIsAskedFor() throws IOException {
        Path file = text("x,q,x\n1,9,2\n");
        assertThat(nps(file).get("scores").get(0).get("answered").asLong()).isEqualTo(1);
        refusedWith2(Run.of("survey", file, "--score", "q=nps", "--by", "x"), "column 'x' twice, as number 1 and 3");
    }

    @Test
    void aColumnOfIdsIsNoColumnOfSegments() throws IOException {
        StringBuilder rows = new StringBuilder("q,id\n");
        for (int i = 0; i < 1_001; i++) {
            rows.append("9,").append(i).append('\n');
        }
        refusedWith2(
                Run.of("survey", text(rows.toString()), "--score", "q=nps", "--by", "id"), "more than 1000 values");
    }

    @Test
    void aPlaceThatCannotBeWrittenEndsWith2() throws IOException {
        Path file = text(ANSWERS);
        refusedWith2(
                Run.of("survey", file, "--score", "q=nps", "--json", folder.resolve("no/such/out.json")),
                "cannot write",
                "folder does not exist");
        refusedWith2(Run.of("survey", file, "--score", "q=nps", "--html", folder), "cannot write");
    }
}
