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

/** Logs of events, and what is wrong with usage or input. */
class CasesInputTest {

    @TempDir
    Path folder;

    private Path log(String... rows) {
        List<String> lines = new ArrayList<>(List.of("case,at,event,who,team"));
        lines.addAll(List.of(rows));
        return Run.file(folder, "log.csv", lines.toArray(String[]::new));
    }

    private JsonNode json(Path log, Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("cases", log, "--case", "case", "--at", "at", "--event", "event", "--actor", "who"));
        all.addAll(List.of("--owner", "team"));
        all.addAll(List.of(more));
        return Run.json(folder, all.toArray());
    }

    @Test
    void theFirstResponseIsTheFirstMessageOfAHuman() {
        Path log = log(
                "A,2026-03-02T09:00Z,opened,customer,",
                "A,2026-03-02T09:01Z,message,system,",
                "A,2026-03-02T09:02Z,message,bot,",
                "A,2026-03-02T09:03Z,note,agent,",
                "A,2026-03-02T09:04Z,assigned,system,blue",
                "A,2026-03-02T09:30Z,message,agent,",
                "A,2026-03-02T09:30Z,waiting,agent,",
                "A,2026-03-02T10:30Z,message,customer,",
                "A,2026-03-02T10:40Z,waiting-third-party,agent,",
                "A,2026-03-02T10:50Z,resumed,agent,",
                "A,2026-03-02T11:00Z,resolved,agent,",
                "A,2026-03-02T11:10Z,reopened,customer,",
                "A,2026-03-02T11:20Z,closed,system,");
        JsonNode json =
                json(log, "--sla", "first-response=20m", "--sla", "next-response=1h", "--hours", "mon 09:15-17:00");
        JsonNode response = json.get("calendar").get("firstResponse");
        assertThat(response.get("n").asLong()).isEqualTo(1);
        assertThat(Run.seconds(response.get("median"))).isEqualTo(30 * 60.0);
        assertThat(Run.seconds(json.get("business").get("firstResponse").get("median")))
                .isEqualTo(15 * 60.0);
        assertThat(json.get("attainment").get("first-response").get("count").asLong())
                .isEqualTo(1);
        assertThat(json.get("calendar").get("waitingOn").get("customer").asLong())
                .isEqualTo(3600);
        assertThat(json.get("calendar").get("waitingOn").get("third-party").asLong())
                .isEqualTo(600);
        assertThat(json.get("reopened").get("count").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exploded,agent,|event 'exploded' on line 3 is none of [opened, message,",
                "message,,|message on line 3 has no actor; see --actor",
                "message,robot,|actor 'robot' on line 3 is none of customer, agent, bot, system, partner",
                "assigned,agent,|assigned on line 3 has no owner; see --owner",
                "opened,agent,|opened at 2026-03-02T10:00:00Z of case A is not possible while the case waits on US",
            })
    void aCaseThatCannotBeIsRejectedWhole(String row, String reason) {
        JsonNode json = json(log("A,2026-03-02T09:00Z,opened,customer,", "A,2026-03-02T10:00Z," + row));
        assertThat(json.get("cases").asLong()).isZero();
        assertThat(json.get("rejected").asLong()).isEqualTo(2);
        assertThat(json.get("rejectedGroups").get(0).get("reason").asString()).startsWith(reason);
    }

    @Test
    void aBadRowTakesItsCaseWithItAndARowOfNoCaseOnlyItself() {
        JsonNode json = json(log(
                "A,2026-03-02T09:00Z,opened,customer,",
                "A,yesterday,resolved,agent,",
                "B,2026-03-02T09:00Z,opened,customer,",
                ",2026-03-02T09:00Z,opened,customer,",
                "B,2026-03-02T09:00Z"));
        assertThat(json.get("rows").asLong()).isEqualTo(5);
        assertThat(json.get("cases").asLong()).isEqualTo(1);
        assertThat(json.get("events").asLong()).isEqualTo(1);
        assertThat(json.get("rejected").asLong()).isEqualTo(4);
        JsonNode rejectedRows = json.get("rejectedGroups");
        assertThat(rejectedRows.get(0).get("line").asLong()).isEqualTo(3);
        assertThat(rejectedRows.get(0).get("reason").asString()).startsWith("time 'yesterday' is not like");
        assertThat(rejectedRows.get(1).get("reason").asString()).isEqualTo("case is missing");
        assertThat(rejectedRows.get(2).get("reason").asString()).isEqualTo("row has 2 fields; the header has 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--event event --state event|give one of --event COLUMN, --state COLUMN and --date EVENT=COLUMN",
                "--event event --date opened=at|give one of --event COLUMN, --state COLUMN and --date",
                "--date opened=at|--date has no need of --at",
                "--sla resolution=1h|give one of --event COLUMN",
                "--state event|--state needs --map",
                "--event event --map a=US|--map needs --state COLUMN",
                "--state event --map a=SLEEP|--map: waiting on 'SLEEP' is none of [US, CUSTOMER, THIRD_PARTY, DONE]",
                "--state event --map a|--map: 'a' is not like STATE=WAITING-ON",
                "--state event --map a=US,a=DONE|--map: state 'a' waits on both US and DONE",
                "--state event --map a=US --sla first-response=1h|--sla: first-response needs messages",
                "--event event --sla fame=1h|--sla: SLA target 'fame' is none of first-response",
                "--event event --sla resolution=2d|--sla: SLA target '2d' is not like 8h",
                "--event event --sla resolution=0h|resolution is not above 0",
                "--event event --sla resolution=1h --sla resolution=2h|--sla: resolution is there twice",
                "--event event --sla resolution|--sla: 'resolution' is not like resolution=8h",
                "--event event --zone Mars|--zone: there is no time zone 'Mars'",
                "--event event --hours never|--hours: ",
                "--event event --holidays x|--holidays needs --hours",
                "--event event --as-of soon|--as-of: time 'soon' is not like",
                "--event event --hours mon --holidays x|--hours: ",
                "--event event --explain A|case A was rejected: event 'exploded'",
                "--event event --explain Z|log.csv has no case Z by then",
                "--event nothing|log.csv has no column 'nothing'",
                "--event event --hours mon --holidays zz|--hours: ",
                "--event event --nonsense x|Unknown option",
            })
    void wrongUsageIsSaidInOneLine(String options, String message) {
        List<Object> all = new ArrayList<>(List.of("cases", log("A,2026-03-02T09:00Z,exploded,agent,")));
        all.addAll(List.of("--case", "case", "--at", "at"));
        all.addAll(List.of((Object[]) options.split(" ", -1)));
        Run run = Run.of(all.toArray());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }

    @Test
    void holidaysThatCannotBeReadAreNamed() {
        Path log = log("A,2026-03-02T09:00Z,opened,customer,");
        Path bad = Run.file(folder, "holidays.txt", "Christmas");
        Object[] there = {
            "cases",
            log,
            "--case",
            "case",
            "--at",
            "at",
            "--event",
            "event",
            "--hours",
            "mon 09:00-17:00",
            "--holidays",
            bad
        };
        assertThat(Run.of(there).err()).contains("holidays.txt: 'Christmas' is not a date like 2026-12-25");
        there[there.length - 1] = folder.resolve("gone.txt");
        assertThat(Run.of(there).err()).contains("cannot read holidays").contains("gone.txt");
    }
}
