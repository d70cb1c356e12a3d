package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SurveyTimesTest {

    @TempDir
    Path folder;

    private JsonNode document(List<String> lines, Object... options) {
        Path file = Run.file(folder, "in.csv", lines.toArray(String[]::new));
        Object[] arguments = new Object[options.length + 4];
        System.arraycopy(new Object[] {"survey", file, "--score", "q=nps"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Run.json(folder, arguments);
    }

    private static List<String> from(JsonNode series) {
        return series.valueStream().map(point -> point.get("from").asString()).toList();
    }

    @Test
    void monthsAreThoseOfTheZoneAndEmptyOnesAreThere() {
        JsonNode document = document(
                List.of(
                        "q,t",
                        "9,2026-01-31T23:30:00Z",
                        "0,2026-01-31T22:30:00Z",
                        "10,2026-04-01 00:00:00",
                        "10,2026-03-31T23:59:59+02:00"),
                "--at",
                "t",
                "--zone",
                "Europe/Berlin");
        assertThat(document.get("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(document.get("per").asString()).isEqualTo("month");
        JsonNode series = document.get("scores").get(0).get("series").get("periods");
        assertThat(from(series))
                .containsExactly(
                        "2025-12-31T23:00:00Z", "2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z");
        assertThat(series.get(2).get("to").asString()).isEqualTo("2026-03-31T22:00:00Z");
        assertThat(series.get(0).get("result").get("nps").get("value").asDouble())
                .isEqualTo(-100);
        assertThat(series.get(1).get("result").get("nps").get("value").asDouble())
                .isEqualTo(100);
        assertThat(series.get(2)
                        .get("result")
                        .get("distribution")
                        .get("answered")
                        .asLong())
                .isEqualTo(1);
        assertThat(series.get(2).get("finished").asBoolean()).isTrue();
        assertThat(series.get(3).get("finished").asBoolean()).isFalse();
    }

    @Test
    void aPeriodWithoutAnswersHasNoScore() {
        JsonNode document = document(List.of("q,t", "9,2026-01-01", "0,2026-01-03"), "--at", "t", "--per", "day");
        assertThat(document.get("zone").asString()).isEqualTo("UTC");
        JsonNode series = document.get("scores").get(0).get("series").get("periods");
        assertThat(series.size()).isEqualTo(3);
        assertThat(series.get(1)
                        .get("result")
                        .get("distribution")
                        .get("answered")
                        .asLong())
                .isZero();
        assertThat(series.get(1).get("result").get("nps").has("value")).isFalse();
        assertThat(series.get(1).get("result").get("distribution").has("mean")).isFalse();
    }

    /** 5 January 2026 is a Monday. */
    @Test
    void weeksBeginOnMonday() {
        JsonNode document = document(
                List.of("q,t", "9,2026-01-04T23:00:00", "0,2026-01-05T01:00:00"), "--at", "t", "--per", "week");
        assertThat(from(document.get("scores").get(0).get("series").get("periods")))
                .containsExactly("2025-12-29T00:00:00Z", "2026-01-05T00:00:00Z");
    }

    @Test
    void periodsAreHoursQuartersAndYearsToo() {
        List<String> rows = List.of("q,t", "9,2026-03-31T23:30:00", "0,2026-04-01T01:10:00");
        assertThat(from(document(rows, "--at", "t", "--per", "hour")
                        .get("scores")
                        .get(0)
                        .get("series")
                        .get("periods")))
                .containsExactly("2026-03-31T23:00:00Z", "2026-04-01T00:00:00Z", "2026-04-01T01:00:00Z");
        assertThat(from(document(rows, "--at", "t", "--per", "quarter")
                        .get("scores")
                        .get(0)
                        .get("series")
                        .get("periods")))
                .containsExactly("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z");
        assertThat(from(document(rows, "--at", "t", "--per", "year")
                        .get("scores")
                        .get(0)
                        .get("series")
                        .get("periods")))
                .containsExactly("2026-01-01T00:00:00Z");
    }

    @Test
    void aRowWithoutAGoodTimeIsRejected() {
        JsonNode document = document(
                List.of("q,t", "9,2026-01-04", "9,", "9,yesterday", "9,2026-13-01", "9,04.01.2026", "9,2026-02-30"),
                "--at",
                "t");
        assertThat(document.get("scores").get(0).get("answered").asLong()).isEqualTo(1);
        assertThat(document.get("scores").get(0).get("rejected").asLong()).isEqualTo(5);
        assertThat(document.get("files")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("time is missing");
        assertThat(document.get("files")
                        .get(0)
                        .get("rejectedRows")
                        .get(1)
                        .get("reason")
                        .asString())
                .startsWith("time 'yesterday' is not");
    }

    @Test
    void timesThatLieCenturiesApartAreAskedAbout() {
        Path file = Run.file(folder, "in.csv", "q,t", "9,2026-01-04", "9,0206-01-04");
        Run run = Run.of("survey", file, "--score", "q=nps", "--at", "t");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("column t run from 0206", "are they right?");
    }
}
