package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A log of states; the expected times are counted by hand. */
class CasesStateTest {

    private static final String MAP = "New=US,Active=us,On hold=CUSTOMER,Vendor=THIRD_PARTY,Resolved=DONE,Closed=DONE";

    @TempDir
    Path folder;

    /** 2026-03-02 is a Monday. */
    private Path log() {
        return Run.file(
                folder,
                "log.csv",
                "case,at,state,team",
                "A,2026-03-02T09:00Z,New,blue",
                "A,2026-03-02T10:00Z,On hold,blue",
                "A,2026-03-02T12:00Z,Active,red",
                "A,2026-03-02T13:00Z,Resolved,red",
                "B,2026-03-02T16:00Z,New,blue",
                "B,2026-03-03T10:00Z,Resolved,blue",
                "B,2026-03-03T11:00Z,Active,red",
                "B,2026-03-03T12:00Z,Vendor,blue",
                "B,2026-03-03T15:00Z,Closed,blue",
                "C,2026-03-03T12:00Z,New,",
                "D,2026-03-02T09:00Z,New,red",
                "D,2026-03-02T09:30Z,Lost,red");
    }

    private Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("cases", log(), "--case", "case", "--at", "at", "--state", "state", "--map", MAP));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private JsonNode json(Object... more) {
        return Run.json(folder, arguments(more));
    }

    private static void has(JsonNode node, String json) {
        assertThat(node).hasToString(json.replace('\'', '"'));
    }

    @Test
    void casesAndRowsAreCountedAndOneWithAnUnknownStateIsRejectedWhole() {
        JsonNode json = json();
        assertThat(json.get("rows").asLong()).isEqualTo(12);
        assertThat(json.get("cases").asLong()).isEqualTo(3);
        assertThat(json.get("events").asLong()).isEqualTo(10);
        assertThat(json.get("rejected").asLong()).isEqualTo(2);
        assertThat(json.get("open").asLong()).isEqualTo(1);
        assertThat(json.get("resolved").asLong()).isEqualTo(2);
        JsonNode rejected = json.get("rejectedGroups").get(0);
        assertThat(rejected.get("line").asLong()).isEqualTo(12);
        assertThat(rejected.get("rows").asLong()).isEqualTo(2);
        assertThat(rejected.get("reason").asString()).startsWith("state 'Lost' of case D at 2026-03-02T09:30:00Z ");
    }

    @Test
    void timesAreTheSecondsThatPassedAndTheOpenOneIsRunning() {
        JsonNode json = json();
        assertThat(json.get("asOf").asString()).isEqualTo("2026-03-03T15:00:00Z");
        JsonNode first = json.get("calendar").get("first");
        assertThat(first.get("n").asLong()).isEqualTo(2);
        assertThat(first.get("open").asLong()).isEqualTo(1);
        assertThat(Run.seconds(first.get("mean"))).isEqualTo((4 + 18) * 3600 / 2.0);
        assertThat(Run.seconds(json.get("calendar").get("last").get("mean"))).isEqualTo((4 + 23) * 3600 / 2.0);
        has(
                json.get("calendar").get("waitingOn"),
                "{'us':" + (2 + 18 + 1 + 3) * 3600 + ",'customer':7200,'third-party':10800}");
        assertThat(json.get("backlog").get("open").asLong()).isEqualTo(1);
        assertThat(json.get("backlog").get("age").get("median").asDouble()).isEqualTo(10800.0);
        assertThat(json.get("reopened").get("count").asLong()).isEqualTo(1);
        assertThat(json.get("reopened").get("total").asLong()).isEqualTo(2);
    }

    @Test
    void businessTimeIsBesideAndHolidaysAreClosed() {
        JsonNode json = json("--hours", "mon-fri 09:00-17:00");
        JsonNode business = json.get("business");
        assertThat(Run.seconds(business.get("first").get("mean"))).isEqualTo((4 + 2) * 3600 / 2.0);
        assertThat(Run.seconds(json.get("calendar").get("first").get("mean"))).isEqualTo(11 * 3600.0);
        Path holidays = Run.file(folder, "holidays.txt", "2026-03-02", "");
        JsonNode closed = json("--hours", "mon-fri 09:00-17:00", "--holidays", holidays);
        assertThat(Run.seconds(closed.get("business").get("first").get("mean"))).isEqualTo(3600 / 2.0);
        has(
                closed.get("business").get("waitingOn"),
                "{'us':" + (1 + 1 + 3) * 3600 + ",'customer':0,'third-party':10800}");
    }

    @Test
    void whatALogDoesNotTellIsNotThere() {
        JsonNode json = json();
        assertThat(json.get("calendar").has("firstResponse")).isFalse();
        assertThat(json.has("transfers")).isFalse();
        assertThat(json.has("attainment")).isFalse();
        assertThat(json.has("business")).isFalse();
        JsonNode early = json("--as-of", "2026-03-02T09:30Z");
        assertThat(early.get("cases").asLong()).isEqualTo(1);
        assertThat(early.get("events").asLong()).isEqualTo(1);
        assertThat(early.get("later").asLong()).isEqualTo(9);
        JsonNode waits = early.get("calendar").get("first");
        assertThat(waits.get("n").asLong()).isZero();
        assertThat(waits.get("open").asLong()).isEqualTo(1);
        assertThat(waits.has("mean")).isFalse();
        assertThat(waits.has("median")).isFalse();
        JsonNode none = json("--as-of", "2020-01-01");
        assertThat(none.get("cases").asLong()).isZero();
        assertThat(none.has("resolution")).isFalse();
    }

    @Test
    void ownersGiveTransfersAndColumnsGiveSegments() {
        JsonNode json = json("--owner", "team", "--by", "team");
        JsonNode transfers = json.get("transfers");
        assertThat(transfers.get("none").asLong()).isEqualTo(1);
        assertThat(transfers.get("value").asDouble()).isEqualTo(1.0);
        assertThat(transfers.get("distribution").get("max").asDouble()).isEqualTo(2.0);
        JsonNode by = json.get("by").get("team");
        assertThat(by.get("red").get("cases").asLong()).isEqualTo(1);
        assertThat(by.get("(blank)").get("open").asLong()).isEqualTo(1);
    }

    @Test
    void anSlaTargetDoesNotCountWaitingOnTheCustomer() {
        JsonNode json = json("--sla", "resolution=2h", "--hours", "mon-fri 09:00-17:00");
        JsonNode target = json.get("attainment").get("resolution");
        assertThat(target.get("count").asLong()).isEqualTo(2);
        assertThat(target.get("total").asLong()).isEqualTo(2 + 1);
        assertThat(target.get("excluded").path("running").asLong()).isZero();
        assertThat(target.get("value").asDouble()).isEqualTo(2.0 / 3);
    }

    @Test
    void theExplanationAddsUpToTheSecond() {
        Run run = Run.of(arguments("--sla", "resolution=2h", "--explain", "A"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern(
                        "the customer +2026-03-02T10:00:00Z +2026-03-02T12:00:00Z +02:00:00 +waiting 2026-03-02T10:00:00Z")
                .containsPattern("all +2026-03-02T09:00:00Z +2026-03-03T15:00:00Z +1 d 06:00:00")
                .contains("SLA target resolution within 02:00:00: met, 02:00:00 used, due 2026-03-02T13:00:00Z")
                .containsPattern("paused +2026-03-02T10:00:00Z +2026-03-02T12:00:00Z +02:00:00 +waiting")
                .containsPattern("all counted +02:00:00")
                .containsPattern("all closed +00:00:00")
                .containsPattern("all paused +02:00:00");
    }

    @Test
    void theTableSaysHowTheCasesStandAndAsOfWhen() {
        Run run = Run.of(arguments(
                "--owner", "team", "--by", "team", "--hours", "mon-fri 09:00-17:00", "--sla", "resolution=8h"));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("log.csv: 12 rows, 10 events in 3 cases, 2 rejected, 0 later")
                .contains("as of 2026-03-03T15:00:00Z, the latest event of the cases")
                .contains("transfers: none in 1 cases, mean 1.00, most 2")
                .containsPattern("first resolution +2 +1 +11:00:00")
                .containsPattern("reopened, of 2 ever resolved +1 +50.0 %")
                .containsPattern("row 12, case D with 2 rows: state 'Lost' of case D");
    }
}
