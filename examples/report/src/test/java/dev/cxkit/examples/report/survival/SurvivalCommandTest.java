package dev.cxkit.examples.report.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Html;
import dev.cxkit.examples.report.Run;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.metrics.survival.SurvivalInterval;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurvivalCommandTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    @TempDir
    Path folder;

    /** Acute myelogenous leukaemia (Miller, 1981), as in the package survival of R. */
    private Path aml() {
        List<String> lines = new ArrayList<>(List.of("weeks,relapsed,chemotherapy"));
        for (String each : "9 13 13+ 18 23 28+ 31 34 45+ 48 161+".split(" ", -1)) {
            lines.add(line(each, "Maintained"));
        }
        for (String each : "5 5 8 8 12 16+ 23 27 30 33 43 45".split(" ", -1)) {
            lines.add(line(each, "Nonmaintained"));
        }
        return Run.file(folder, "aml.csv", lines.toArray(String[]::new));
    }

    private static String line(String time, String group) {
        return time.replace("+", "") + (time.endsWith("+") ? ",0," : ",1,") + group;
    }

    private static Object[] of(Path file, Object... more) {
        List<Object> all = new ArrayList<>(List.of("survival", file, "--time", "weeks", "--event", "relapsed"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** Expected values: R 4.2.2, survival 3.5-3, {@code survfit}, {@code survdiff} and {@code summary} with {@code rmean}. */
    @Test
    void groupsAndTheirTestAreThoseOfR() {
        JsonNode json = Run.json(folder, of(aml(), "--group", "chemotherapy", "--tau", "30"));
        assertThat(json.get("rows").asLong()).isEqualTo(23);
        assertThat(json.get("rejected").asLong()).isZero();
        JsonNode maintained = Run.result(json.get("groups"), "Maintained");
        assertThat(maintained.get("n").asLong()).isEqualTo(11);
        assertThat(maintained.get("events").asLong()).isEqualTo(7);
        assertThat(maintained.get("median").asDouble()).isEqualTo(31);
        assertThat(maintained.get("medianLow").asDouble()).isEqualTo(18);
        assertThat(maintained.has("medianHigh")).as("it is not reached").isFalse();
        assertThat(maintained.get("restrictedMean").get("value").asDouble()).isCloseTo(24.602272727273, within(1e-10));
        assertThat(maintained.get("restrictedMean").get("standardError").asDouble())
                .isCloseTo(2.3131493773191, within(1e-10));
        JsonNode step = maintained.get("steps").get(1);
        assertThat(step.get("time").asDouble()).isEqualTo(13);
        assertThat(step.get("atRisk").asLong()).isEqualTo(10);
        assertThat(step.get("events").asLong()).isEqualTo(1);
        assertThat(step.get("censored").asLong()).isEqualTo(1);
        assertThat(step.get("survival").asDouble()).isCloseTo(0.81818181818182, within(1e-12));
        JsonNode survival = maintained.get("survival").get(1);
        assertThat(survival.get("key").asDouble()).isEqualTo(13);
        assertThat(survival.get("result").get("low").asDouble()).isCloseTo(0.61924898739936, within(1e-10));
        assertThat(survival.get("result").get("high").asDouble()).isEqualTo(1);
        JsonNode other = Run.result(json.get("groups"), "Nonmaintained");
        assertThat(other.get("steps").get(9).get("survival").asDouble()).isZero();
        assertThat(other.get("survival").get(9).has("result"))
                .as("there are no limits at 0")
                .isFalse();
        JsonNode test = json.get("logRank").get("test");
        assertThat(test.get("statistic").asDouble()).isCloseTo(3.3963886989776, within(1e-9));
        assertThat(test.get("degreesOfFreedom").asInt()).isEqualTo(1);
        assertThat(test.get("pValue").asDouble()).isCloseTo(0.065339322040505, within(1e-10));
        assertThat(test.get("logPValue").asDouble()).isCloseTo(-2.7281612487353, within(1e-9));
    }

    @Test
    void otherLimitsAreThoseOfRToo() {
        JsonNode plain = Run.json(folder, of(aml(), "--group", "chemotherapy", "--interval", "plain"));
        assertThat(Run.result(plain.get("groups"), "Maintained")
                        .get("medianHigh")
                        .asDouble())
                .isEqualTo(48);
        JsonNode logLog = Run.json(folder, of(aml(), "--group", "chemotherapy", "--interval", "log-log"));
        assertThat(Run.result(logLog.get("groups"), "Maintained")
                        .get("medianLow")
                        .asDouble())
                .isEqualTo(13);
        assertThat(logLog.get("interval").asString()).isEqualTo("log-log");
    }

    @Test
    void lateEntryAndWeightsAreTaken() {
        // The sample "weights and delayed entry" of R 4.2.2, survfit: 0.667 after 1.5 and so on.
        Path file = Run.file(
                folder,
                "late.csv",
                "weeks,relapsed,from,n",
                "1.5,yes,,3",
                "2.25,yes,0.5,1",
                "3.5,no,1,2",
                "4,TRUE,1,5");
        JsonNode json = Run.json(folder, of(file, "--entry", "from", "--weight", "n"));
        JsonNode all = Run.result(json.get("groups"), "all");
        assertThat(all.get("n").asLong()).isEqualTo(11);
        assertThat(all.get("steps").get(0).get("atRisk").asLong()).isEqualTo(11);
        assertThat(all.get("steps").get(0).get("survival").asDouble()).isEqualTo(8.0 / 11);
        assertThat(all.get("steps").get(1).get("time").asDouble()).isEqualTo(2.25);
        assertThat(json.has("logRank")).isFalse();
    }

    @Test
    void aBadRowIsNamedAndCounted() {
        Path file = Run.file(
                folder,
                "bad.csv",
                "weeks,relapsed,from,n",
                "5,1,,1",
                "NaN,1,,1",
                "-3,1,,1",
                ",1,,1",
                "3,maybe,,1",
                "3,,,1",
                "3,1,3,1",
                "3,1,x,1",
                "3,1,,0.5",
                "3,1,,0",
                "3,1");
        JsonNode json = Run.json(folder, of(file, "--entry", "from", "--weight", "n"));
        assertThat(json.get("rejected").asLong()).isEqualTo(10);
        assertThat(json.get("rejectedRows"))
                .extracting(rejected -> rejected.get("position").asLong() + " "
                        + rejected.get("reason").asString())
                .containsExactly(
                        "3 time 'NaN' is not a decimal number of at least 0",
                        "4 time '-3' is not a decimal number of at least 0",
                        "5 time is missing",
                        "6 event 'maybe' is none of 1, true, yes, 0, false, no",
                        "7 event is missing",
                        "8 entry 3.0 is not below time 3.0",
                        "9 entry 'x' is not a decimal number of at least 0",
                        "10 weight 0.5 is not a whole number from 1 to 2147483647",
                        "11 weight 0 is not a whole number from 1 to 2147483647",
                        "12 row has 2 fields; the header has 4");
    }

    @Test
    void theTextHasGroupsAndTest() {
        Run run = Run.of(of(aml(), "--group", "chemotherapy", "--tau", "100"));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("aml.csv: 23 rows, 0 rejected")
                .containsPattern("chemotherapy +n +events +median +95 % interval +mean up to 100 +95 % interval")
                .containsPattern("Maintained +11 +7 +31 +from 18 +41\\.4159 +20\\.1917 to 62\\.6401")
                .containsPattern("Nonmaintained +12 +11 +23 +from 8")
                .contains("log-rank: chi-squared 3.40 on 1 df, p = 0.065");
    }

    @Test
    void aMeanBeyondWhatIsKnownIsNotGivenAndSaidSo() {
        Run run = Run.of(of(aml(), "--group", "chemotherapy", "--tau", "200"));
        assertThat(run.out())
                .contains(
                        "note: the mean of group Maintained up to 200 is not known: the longest is right-censored at 161");
        JsonNode json = Run.json(folder, of(aml(), "--group", "chemotherapy", "--tau", "200"));
        assertThat(Run.result(json.get("groups"), "Maintained").has("restrictedMean"))
                .isFalse();
        assertThat(Run.result(json.get("groups"), "Nonmaintained").has("restrictedMean"))
                .isTrue();
        assertThat(json.get("notes")).hasSize(1);
    }

    @Test
    void threeGroupsAreComparedInPairsAndAPOfNothingIsSaidByItsExponent() {
        List<String> lines = new ArrayList<>(List.of("weeks,relapsed,plan,n"));
        for (int i = 1; i <= 50; i++) {
            lines.add(i + ",1,2,100");
            lines.add(i + 60 + ",1,10,100");
            lines.add(i + 55 + ",1,1,1");
        }
        Path file = Run.file(folder, "plans.csv", lines.toArray(String[]::new));
        Run run = Run.of(of(file, "--group", "plan", "--weight", "n"));
        assertThat(run.out())
                .containsPattern("(?s)  1 .*\n  2 .*\n  10 ")
                .containsPattern("on 2 df, p about 1e-[0-9]{4}")
                .containsPattern("1 and 2 .*p < 0.001");
        JsonNode json = Run.json(folder, of(file, "--group", "plan", "--weight", "n"));
        JsonNode test = json.get("logRank").get("test");
        assertThat(test.get("pValue").asDouble()).isZero();
        assertThat(test.get("logPValue").asDouble()).isLessThan(-1000);
        assertThat(json.get("pairs")).hasSize(3);
    }

    @Test
    void thePageHasCurvesAndNumbersAtRiskAndLoadsNothing() {
        Path html = folder.resolve("out.html");
        Run run = Run.of(of(aml(), "--group", "chemotherapy", "--tau", "30", "--html", html));
        assertThat(run.err()).isEmpty();
        Html page = Html.of(Run.read(html));
        page.loadsNothing();
        page.picturesAreDescribed();
        assertThat(page.words())
                .contains(
                        "aml.csv (23 rows, 0 rejected).",
                        "Nonmaintained: 12, median 23; Maintained: 11, median 31.",
                        "at risk")
                .contains("Do the groups differ?", "log-rank: chi-squared 3.40 on 1 df, p = 0.065.");
        assertThat(page.elements("path"))
                .extracting(path -> path.getAttribute("class"))
                .contains("area curve-0", "line curve-0", "line curve-1", "line gone curve-0");
    }

    @Test
    void namesFromTheFileAreTextAndNothingElse() {
        Path file = Run.file(
                folder, "odd.csv", "weeks,relapsed,plan", "1,1," + HOSTILE, "2,0,", "x" + HOSTILE + ",1,a", "3,1,b");
        Path html = folder.resolve("out.html");
        assertThat(Run.of(of(file, "--group", "plan", "--html", html)).err()).isEmpty();
        Html page = Html.of(Run.read(html));
        page.loadsNothing();
        assertThat(page.words()).contains(HOSTILE, "(blank)", "Rejected");
    }

    @Test
    void emptyAndSmallFilesHaveAPageToo() {
        Path html = folder.resolve("out.html");
        for (String row : new String[] {"", "0,1", "0,0", "7,0"}) {
            Path file = Run.file(folder, "small.csv", "weeks,relapsed", row);
            assertThat(Run.of(of(file, "--tau", "5", "--html", html)).err()).isEmpty();
            Html.of(Run.read(html)).loadsNothing();
            assertThat(Run.json(folder, of(file)).get("rows").asLong()).isEqualTo(row.isEmpty() ? 0 : 1);
        }
        assertThat(Html.of(Run.read(html)).words()).contains("Median follow-up 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tau soon|--tau: horizon 'soon' is not a decimal number of at least 0",
                "--tau 0|--tau: the horizon is 0; it must be above",
                "--interval wald|--interval: 'wald' is not log, plain or log-log",
                "--group plan|aml.csv has no column 'plan'; it has weeks, relapsed, chemotherapy",
                "--by chemotherapy|Unknown option",
            })
    void wrongUsageIsSaidInOneLine(String line) {
        String[] parts = line.split("\\|", -1);
        Run run = Run.of(of(aml(), (Object[]) parts[0].split(" ", -1)));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("cx-report: " + parts[1]).hasLineCount(1);
    }

    @Test
    void tooManyGroupsAreRefused() {
        List<String> lines = new ArrayList<>(List.of("weeks,relapsed,id"));
        for (int i = 0; i <= 200; i++) {
            lines.add("1,1,customer " + i);
        }
        Run run = Run.of(of(Run.file(folder, "ids.csv", lines.toArray(String[]::new)), "--group", "id"));
        assertThat(run.err()).contains("ids.csv: column id has more than 200 values, too many for groups");
    }

    @Test
    void aReportIsAResultAndTheSameAfterATrip() {
        SurvivalRequest request =
                new SurvivalRequest("weeks", "relapsed", "chemotherapy", null, null, 30.0, SurvivalInterval.LOG);
        SurvivalReport report = SurvivalReader.read(Table.open(aml(), "aml"), request);
        assertThat(Run.copy(report)).isEqualTo(report);
        assertThat(JsonMapper.shared().writeValueAsString(report))
                .isEqualTo(JsonMapper.shared().writeValueAsString(report.document()));
    }
}
