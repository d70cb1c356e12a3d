package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A row for each case, with a column for each thing that happened in it. */
class CasesDatesTest {

    @TempDir
    Path folder;

    private Path list() {
        return Run.file(
                folder,
                "list.csv",
                "ticket,created,solved,closed,kind",
                "T1,2026-03-02,2026-03-02,2026-03-05,billing",
                "T2,2026-03-02T09:00Z,2026-03-02T12:00Z,,billing",
                "T3,2026-03-03,,,",
                "T4,,2026-03-03,,fault",
                "T5,2026-03-04,2026-03-03,,fault",
                "T6,2026-03-04,soon,,fault",
                "T2,2026-03-02,,,fault");
    }

    private Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(List.of("cases", list(), "--date", "opened=created"));
        all.addAll(List.of("--date", "resolved=solved", "--date", "closed=closed"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void everyDateIsAnEventAndABlankOneIsNone() {
        JsonNode json = Run.json(folder, arguments("--by", "kind", "--sla", "resolution=1h"));
        assertThat(json.get("rows").asLong()).isEqualTo(7);
        assertThat(json.get("cases").asLong()).isEqualTo(4);
        assertThat(json.get("events").asLong()).isEqualTo(3 + 2 + 1 + 1);
        assertThat(json.get("rejected").asLong()).isEqualTo(3);
        assertThat(json.get("open").asLong()).isEqualTo(2);
        JsonNode first = json.get("calendar").get("first");
        assertThat(first.get("n").asLong()).isEqualTo(2);
        assertThat(Run.seconds(first.get("mean"))).isEqualTo((0 + 3) * 3600 / 2.0);
        assertThat(json.get("calendar").has("firstResponse")).isFalse();
        assertThat(json.get("by").get("kind").get("billing").get("cases").asLong())
                .isEqualTo(2);
        assertThat(json.get("attainment").get("resolution").get("count").asLong())
                .isEqualTo(1);
        // Without --case a case has the number of its line.
        JsonNode rejected = json.get("rejectedGroups").get(0);
        assertThat(rejected.get("id").asString()).isEqualTo("5");
        assertThat(rejected.get("line").asLong()).isEqualTo(5);
    }

    @Test
    void ofTwoRowsOfOneCaseItIsRejectedWithBoth() {
        JsonNode json = Run.json(folder, arguments("--case", "ticket"));
        assertThat(json.get("cases").asLong()).isEqualTo(2);
        JsonNode rejected = json.get("rejectedGroups").get(0);
        assertThat(rejected.get("id").asString()).isEqualTo("T2");
        assertThat(rejected.get("rows").asLong()).isEqualTo(2);
        assertThat(rejected.get("reason").asString()).contains("opened");
        Run run = Run.of(arguments("--case", "ticket", "--explain", "T1"));
        assertThat(run.out())
                .containsPattern("all +2026-03-02T00:00:00Z +2026-03-05T00:00:00Z +3 d 00:00:00")
                .contains("list.csv: 7 rows, 4 events in 2 cases, 5 rejected, 0 later");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--date created|--date: 'created' is not like opened=COLUMN",
                "--date message=created|--date: event 'message' is none of [opened, waiting,",
                "--date opened=when|list.csv has no column 'when'",
                "--date opened=created --owner kind|--date has no need of --at, and tells of no --owner and no --actor",
                "--date opened=created --map a=US|--map needs --state COLUMN",
                "--date opened=created --sla first-response=1h|--sla: first-response needs messages",
                "--event kind|--event and --state need --case COLUMN and --at COLUMN",
                "--date opened=created --hours wed-fri_9 --holidays zz|--hours: ",
            })
    void wrongUsageIsSaidInOneLine(String options, String message) {
        List<Object> all = new ArrayList<>(List.of("cases", list()));
        all.addAll(List.of((Object[]) options.split(" ", -1)));
        Run run = Run.of(all.toArray());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }

    @Test
    void aCountryOfWhichNothingIsKnownIsNamed() {
        Run run = Run.of(arguments("--hours", "mon-fri 09:00-17:00", "--holidays", "zz"));
        assertThat(run.err()).contains("--holidays: nothing is known of country 'zz'");
        assertThat(Run.of(arguments("--hours", "mon-fri 09:00-17:00", "--holidays", "de-by"))
                        .exit())
                .isZero();
    }
}
