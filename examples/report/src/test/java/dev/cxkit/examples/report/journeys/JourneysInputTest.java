package dev.cxkit.examples.report.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What comes in is counted, whatever it is. */
class JourneysInputTest {

    @TempDir
    Path folder;

    private Path log(String... rows) {
        List<String> lines = new ArrayList<>(List.of("who,at,what,channel,id"));
        lines.addAll(List.of(rows));
        return Run.file(folder, "log.csv", lines.toArray(String[]::new));
    }

    private static Object[] arguments(Object file, Object... more) {
        List<Object> all =
                new ArrayList<>(List.of("journeys", file, "--journey", "who", "--at", "at", "--activity", "what"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private JsonNode json(Path file, Object... more) {
        return Run.json(folder, arguments(file, more));
    }

    private static String reached(JsonNode funnel) {
        return funnel.get("steps")
                .valueStream()
                .map(step -> step.get("reached").asLong())
                .toList()
                .toString();
    }

    private static List<String> reasons(JsonNode found) {
        List<String> reasons = new ArrayList<>();
        found.get("rejectedRows")
                .forEach(rejected -> reasons.add(rejected.get("position").asLong() + " "
                        + rejected.get("reason").asString()));
        return reasons;
    }

    @Test
    void rejectedRowsAreCountedWithTheReasonAndNothingElseIsLost() {
        JsonNode found = json(log(
                "A,2026-03-02T09:00Z,visit,site,1",
                "A,2026-03-02T10:00Z,,site,2",
                "A,,visit,site,3",
                ",2026-03-02T10:00Z,visit,site,4",
                "A,yesterday,visit,site,5",
                "A,2026-03-02T10:00Z,visit",
                "A,1066-10-14T09:00Z,visit,site,6",
                "B,2026-03-03T09:00Z,NA,NA,7"));
        assertThat(found.get("rows").asLong()).isEqualTo(8);
        assertThat(found.get("rejected").asLong()).isEqualTo(6);
        assertThat(found.get("touchpoints").asLong()).isEqualTo(2);
        assertThat(found.get("journeys").asLong()).isEqualTo(2);
        assertThat(reasons(found))
                .containsExactly(
                        "3 activity is missing",
                        "4 time is missing",
                        "5 journey is missing",
                        "6 time 'yesterday' is not like 2026-03-31, 2026-03-31 14:05:00 or 2026-03-31T14:05:00+02:00",
                        "7 row has 3 fields; the header has 5",
                        "8 time 1066-10-14T09:00:00Z is outside the years 1677..2262");
        assertThat(Run.result(found.at("/total/graph/activities"), "NA")
                        .get("count")
                        .asLong())
                .as("NA is text")
                .isEqualTo(1);
        assertThat(Run.of(arguments(folder.resolve("log.csv"))).out())
                .contains("6 rejected", "row 3: activity is missing", "rejected: 6 (row = line of the file)");
    }

    @Test
    void anEndBeforeTheStartIsRejected() {
        Path file = Run.file(
                folder,
                "log.csv",
                "who,at,what,end",
                "A,2026-03-02T09:00Z,call,2026-03-02T08:00Z",
                "A,2026-03-02T09:00Z,call,2026-03-02T09:10Z",
                "A,2026-03-02T09:30Z,visit,");
        JsonNode found = json(file, "--end", "end");
        assertThat(reasons(found))
                .containsExactly("2 end 2026-03-02T08:00:00Z is before the start 2026-03-02T09:00:00Z");
        assertThat(found.at("/total/graph/edges/0/durations/median").asDouble()).isEqualTo(1200);
    }

    @Test
    void whatComesTwiceCountsOnceIfIdsAreGiven() {
        Path file = log(
                "A,2026-03-02T09:00Z,visit,site,1",
                "A,2026-03-02T09:00Z,visit,site,1",
                "B,2026-03-02T09:00Z,visit,site,1",
                "B,2026-03-02T09:00Z,visit,site,");
        JsonNode once = json(file, "--id", "id");
        assertThat(once.get("touchpoints").asLong()).isEqualTo(2);
        assertThat(once.get("duplicates").asLong()).isEqualTo(1);
        assertThat(reasons(once)).containsExactly("5 id is missing");
        JsonNode all = json(file);
        assertThat(all.get("touchpoints").asLong()).isEqualTo(4);
        assertThat(all.at("/total/tied").asLong()).isEqualTo(2);
    }

    @Test
    void ofRowsWithOneIdAndOtherContentTheLastOneHolds() {
        Path file = log("A,2026-03-02T09:00Z,visit,site,1", "A,2026-03-02T09:05Z,order,site,1");
        JsonNode found = json(file, "--id", "id");
        assertThat(found.get("touchpoints").asLong()).isEqualTo(1);
        assertThat(found.get("duplicates").asLong()).isZero();
        assertThat(found.get("revised").asLong()).isEqualTo(1);
        assertThat(found.at("/total/graph/activities/0/key").asString()).isEqualTo("order");
    }

    /** Rows of one instant are in the order of the file, and in that from its end where the newest comes first. */
    @Test
    void aFileThatRunsBackwardsInTimeIsReadFromItsEnd() {
        Path forwards = log(
                "A,2026-03-02T09:00Z,visit,site,",
                "A,2026-03-02T09:00Z,basket,site,",
                "A,2026-03-02T09:10Z,order,site,");
        Path backwards = Run.file(
                folder,
                "backwards.csv",
                "who,at,what",
                "B,2026-03-02T09:00Z,visit",
                "A,2026-03-02T09:10Z,order",
                "A,2026-03-02T09:00Z,basket",
                "A,2026-03-02T09:00Z,visit");
        for (Path file : List.of(forwards, backwards)) {
            List<String> edges = new ArrayList<>();
            json(file)
                    .at("/total/graph/edges")
                    .forEach(edge -> edges.add(
                            edge.get("from").asString() + ">" + edge.get("to").asString()));
            assertThat(edges).containsExactlyInAnyOrder("visit>basket", "basket>order");
        }
    }

    /** Names of our own for the ends of journeys would clash with these; quotes, line breaks and right-to-left text are text. */
    @Test
    void anyTextIsAnActivity() {
        String page = "page.html";
        Path html = folder.resolve(page);
        Path file = log(
                "A,2026-03-02T09:00Z,START,site,1",
                "A,2026-03-02T10:00Z,END,site,2",
                "A,2026-03-02T11:00Z,\"say \"\"hi\"\"\nthere, <b>\",site,3",
                "A,2026-03-02T12:00Z,\u0634\u0631\u0627\u0621 \u202E,site,4",
                "A,2026-03-02T13:00Z,END,site,5");
        Path xes = folder.resolve("log.xes");
        Path ocel = folder.resolve("log.json");
        JsonNode found = json(
                file,
                "--funnel",
                "START > END",
                "--attribution",
                "END",
                "--html",
                html,
                "--write-xes",
                xes,
                "--write-ocel",
                ocel);
        assertThat(Run.result(found.at("/total/graph/activities"), "END")
                        .get("count")
                        .asLong())
                .isEqualTo(2);
        assertThat(Run.result(found.at("/total/graph/activities"), "END")
                        .get("ends")
                        .asLong())
                .isEqualTo(1);
        assertThat(Run.result(found.at("/total/graph/activities"), "say \"hi\"\nthere, <b>")
                        .get("count")
                        .asLong())
                .isEqualTo(1);
        assertThat(found.at("/total/funnels/0").get("converted").asLong()).isEqualTo(1);
        for (Path written : List.of(xes, ocel)) {
            JsonNode back = Run.json(folder, "journeys", written);
            for (String key : List.of("graph", "variants")) {
                assertThat(back.get("total").get(key))
                        .isEqualTo(found.get("total").get(key));
            }
        }
        assertThat(Run.of(arguments(file)).out().lines())
                .as("no label breaks a line or turns it around")
                .noneMatch(line -> line.startsWith("there") || line.contains("\u202E"));
    }

    @Test
    void aLongTextAndManyActivitiesAreRead() {
        String[] rows = IntStream.range(0, 20_000)
                .mapToObj(i -> "A,2026-03-02T09:00Z," + (i == 0 ? "x".repeat(40_000) : "s" + i) + ",site," + i)
                .toArray(String[]::new);
        JsonNode found = json(log(rows));
        assertThat(found.at("/total/graph/activities").size()).isEqualTo(20_000);
        assertThat(found.at("/total/graph/edges").size()).isEqualTo(19_999);
        assertThat(Run.of(arguments(folder.resolve("log.csv"))).out().length()).isLessThan(20_000);
        Path huge = log("A,2026-03-02T09:00Z," + "x".repeat(1 << 20) + ",site,1");
        Run run = Run.of(arguments(huge, "--html", folder.resolve("out.html")));
        assertThat(run.exit()).isZero();
        assertThat(run.out().length()).isLessThan(2_000);
    }

    @Test
    void whatIsLaterIsCountedAndNotLookedAt() {
        Path file = log(
                "A,2026-03-02T09:00Z,visit,site,1",
                "A,2026-03-04T09:00Z,order,site,2",
                "B,2026-03-05T09:00Z,visit,site,3");
        JsonNode found = json(file, "--as-of", "2026-03-03", "--funnel", "visit > order", "--window", "1w");
        assertThat(found.get("later").asLong()).isEqualTo(2);
        assertThat(found.get("journeys").asLong()).isEqualTo(1);
        assertThat(found.at("/total/funnels/0").get("open").asLong()).isEqualTo(1);
        JsonNode early = json(file, "--as-of", "2020-01-01");
        assertThat(early.get("journeys").asLong()).isZero();
        assertThat(early.has("steps")).isFalse();
        assertThat(Run.of(arguments(file, "--as-of", "2020-01-01")).exit()).isZero();
    }

    @Test
    void aFunnelIsOpenUntilItsWindowIsOverAtTheNewestTouchpoint() {
        Path file = log(
                "A,2026-03-02T09:00Z,visit,site,1",
                "B,2026-03-09T09:00Z,visit,site,2",
                "C,2026-03-02T09:00Z,visit,site,3",
                "C,2026-03-05T09:00Z,order,site,4",
                "D,2026-03-10T09:00Z,other,site,5");
        JsonNode funnel = json(file, "--funnel", "visit > order", "--window", "7d")
                .at("/total/funnels")
                .get(0);
        assertThat(reached(funnel)).isEqualTo("[3, 1]");
        assertThat(funnel.get("converted").asLong()).isEqualTo(1);
        assertThat(funnel.get("droppedOff").asLong()).isEqualTo(1);
        assertThat(funnel.get("open").asLong()).isEqualTo(1);
        assertThat(funnel.at("/steps/1/timeFromFirst/median").asDouble()).isEqualTo(259_200);
    }

    @Test
    void eachFunnelHasItsOwnRules() {
        Path file = log(
                "A,2026-03-02T09:00Z,a,site,1",
                "A,2026-03-02T09:00Z,b,site,2",
                "A,2026-03-02T11:00Z,a,site,3",
                "A,2026-03-02T11:00Z,x,site,4",
                "A,2026-03-02T12:00Z,b,site,5");
        JsonNode found = json(
                file,
                "--funnel",
                "a > b",
                "--window",
                "30m",
                "--ties",
                "strict-later",
                "--funnel",
                "a > b",
                "--entry",
                "totals",
                "--funnel",
                "x > a",
                "--mode",
                "unordered",
                "--funnel",
                "a > b",
                "--mode",
                "strict",
                "--ties",
                "strict-later",
                "--funnel",
                "b > x > a",
                "--entry",
                "first",
                "--ties",
                "any-order",
                "--window",
                "1d12h");
        assertThat(found.at("/total/funnels").valueStream().map(JourneysInputTest::reached))
                .containsExactly("[1, 0]", "[2, 2]", "[1, 1]", "[1, 0]", "[1, 1, 1]");
        assertThat(found.at("/funnels/0/window").asString()).isEqualTo("30m");
        assertThat(found.get("funnels").get(1).has("window")).isFalse();
        assertThat(found.at("/total/funnels/0/steps/1/timeFromFirst").has("median"))
                .isFalse();
    }

    @Test
    void anActivityThatNobodyHadIsPointedOut() {
        Path file = log("A,2026-03-02T09:00Z,visit,site,1");
        Run run = Run.of(arguments(file, "--funnel", "visit > ordr", "--attribution", "odrer"));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("note: no touchpoint has the activity 'ordr' of funnel visit > ordr")
                .contains("note: no touchpoint has the activity 'odrer' of --attribution")
                .contains("0 conversions to odrer, 1 journeys without; conversion probability 0.0 %; no path");
    }

    /** Worked by hand: of the paths site, site > mail and mail the first two convert; without site none does, without mail half. */
    @Test
    void conversionsAreSharedByRemovalEffects() {
        JsonNode found = json(
                        log(
                                "A,2026-03-02T09:00Z,site,x,1",
                                "A,2026-03-02T10:00Z,order,x,2",
                                "B,2026-03-02T09:00Z,site,x,3",
                                "B,2026-03-02T10:00Z,mail,x,4",
                                "B,2026-03-02T11:00Z,order,x,5",
                                "C,2026-03-02T09:00Z,mail,x,6"),
                        "--attribution",
                        "order")
                .at("/total/attribution");
        assertThat(found.get("order").asInt()).isEqualTo(1);
        assertThat(found.get("conversionProbability").asDouble()).isEqualTo(2 / 3.0);
        // In the chain: start to site 2/3, to mail 1/3; site to order 1/2, to mail 1/2; mail to order 1/2, to nothing
        // 1/2.
        assertThat(Run.result(found.get("conversions"), "site").get("effect").asDouble())
                .isEqualTo(0.75);
        assertThat(Run.result(found.get("conversions"), "mail").get("effect").asDouble())
                .isEqualTo(0.5);
        assertThat(Run.result(found.get("conversions"), "site")
                        .get("attributed")
                        .asDouble())
                .isEqualTo(1.2);
        assertThat(Run.result(found.get("conversions"), "mail")
                        .get("attributed")
                        .asDouble())
                .isEqualTo(0.8);
    }

    @Test
    void segmentsGoByTheFirstTouchpoint() {
        JsonNode by = json(
                        log(
                                "A,2026-03-02T10:00Z,visit,site,1",
                                "A,2026-03-02T09:00Z,visit,mail,2",
                                "B,2026-03-02T09:00Z,visit,,3"),
                        "--by",
                        "channel")
                .get("by")
                .get("channel");
        assertThat(by.valueStream().map(part -> part.get("key").asString())).containsExactly("(blank)", "mail");
        assertThat(Run.result(by, "mail").get("touchpoints").asLong()).isEqualTo(2);
    }

    /** A comes back in the week after; for B, who began a week later, that week is not over. */
    @Test
    void anIntervalThatIsNotOverIsNotALoss() {
        JsonNode found = json(
                log(
                        "A,2026-03-02T09:00Z,visit,x,1",
                        "A,2026-03-11T09:00Z,visit,x,2",
                        "B,2026-03-11T09:00Z,visit,x,3",
                        "C,2026-03-03T09:00Z,visit,x,4",
                        "D,2026-03-17T09:00Z,visit,x,5"),
                "--retention",
                "week");
        assertThat(found.get("per").asString()).isEqualTo("week");
        JsonNode first = found.at("/total/retention/cohorts/0");
        assertThat(first.get("from").asString()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(first.get("size").asLong()).isEqualTo(2);
        assertThat(first.get("cells").get(1).get("value").asDouble()).isEqualTo(0.5);
        assertThat(first.get("cells").get(1).get("open").asLong()).isZero();
        JsonNode second = found.at("/total/retention/cohorts/1/cells/1");
        assertThat(second.get("total").asLong()).isZero();
        assertThat(second.get("open").asLong()).isEqualTo(1);
        assertThat(second.has("value")).isFalse();
        assertThat(Run.of(arguments(folder.resolve("log.csv"), "--retention", "day"))
                        .out())
                .contains("cohort retention, by day", "began in the day of");
    }

    @Test
    void theMapSaysWhatFits() {
        Path map = Run.file(folder, "map.json", """
                {"schema": 1, "stages": [{"name": "buy", "parts": [
                  {"kind": "touchpoint", "step": "visit"}, {"kind": "touchpoint", "step": "order"}]}]}""");
        JsonNode found = json(
                        log(
                                "A,2026-03-02T09:00Z,visit,site,1",
                                "A,2026-03-02T10:00Z,order,site,2",
                                "B,2026-03-02T09:00Z,visit,site,3",
                                "B,2026-03-02T10:00Z,call,site,4"),
                        "--map",
                        map)
                .at("/total/conformance");
        // The journey of B costs an extra call and a missing order, of at most 4.
        assertThat(found.get("cost").asLong()).isEqualTo(2);
        assertThat(found.get("fitting").asLong()).isEqualTo(1);
        assertThat(found.get("fitness").asDouble()).isEqualTo(0.75);
        assertThat(found.get("deviations")
                        .valueStream()
                        .map(each -> each.at("/deviation/kind") + " " + each.at("/deviation/name")))
                .containsExactlyInAnyOrder("\"skipped\" \"order\"", "\"extra\" \"call\"");
        Path bad = Run.file(folder, "bad.json", "{\"schema\": 1, \"stages\": [{\"name\": \" \"}]}");
        Run run = Run.of(arguments(folder.resolve("log.csv"), "--map", bad));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.json is not the map of a journey: journey map has 1 fault")
                .hasLineCount(1);
        Path none = Run.file(folder, "none.json", "{");
        assertThat(Run.of(arguments(folder.resolve("log.csv"), "--map", none)).err())
                .contains("none.json is not the map of a journey")
                .hasLineCount(1);
        Path twice = Run.file(
                folder,
                "twice.json",
                "{\"schema\": 1, \"stages\": [{\"name\": \"s\"}], \"stages\": [{\"name\": \"t\"}]}");
        assertThat(Run.of(arguments(folder.resolve("log.csv"), "--map", twice)).err())
                .contains("twice.json is not the map of a journey")
                .contains("stages")
                .hasLineCount(1);
    }
}
