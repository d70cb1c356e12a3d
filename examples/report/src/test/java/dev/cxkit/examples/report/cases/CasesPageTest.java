package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Html;
import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class CasesPageTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    @TempDir
    Path folder;

    private String page(Path log, Object... more) {
        Path html = folder.resolve("out.html");
        List<Object> all = new ArrayList<>(List.of("cases", log, "--case", "case", "--at", "at", "--state", "state"));
        all.addAll(List.of("--map", "New=US,Asked=CUSTOMER,Vendor=THIRD_PARTY,Done=DONE", "--html", html));
        all.addAll(List.of(more));
        Run run = Run.of(all.toArray());
        assertThat(run.err()).isEmpty();
        return Run.read(html);
    }

    private Path log() {
        return Run.file(
                folder,
                "log.csv",
                "case,at,state,team",
                "A,2026-03-02T09:00Z,New,blue",
                "A,2026-03-02T10:00Z,Asked,blue",
                "A,2026-03-02T12:00Z,Vendor,blue",
                "A,2026-03-02T13:00Z,Done,blue",
                "A,2026-03-04T13:00Z,New,blue",
                "A,2026-03-04T16:00Z,Done,red",
                "B,2026-03-02T16:00Z,Done,blue",
                "C,2026-03-03T12:00Z,New,",
                "D,2026-03-05T09:30Z,Lost,red",
                "E,2026-03-09T09:30Z,Done,red");
    }

    private static List<Element> bars(Html page, String kind) {
        return page.elements("rect").stream()
                .filter(bar -> bar.getAttribute("class").equals(kind))
                .toList();
    }

    @Test
    void thePageHasPicturesWithDescriptionsAndLoadsNothing() {
        Html page = Html.of(page(
                log(), "--by", "team", "--hours", "mon-fri 09:00-17:00", "--sla", "resolution=4h", "--explain", "A"));
        page.loadsNothing();
        page.picturesAreDescribed();
        // Lengths in both hours, open cases, SLA attainment by team, the life of A: each for wide and for narrow
        // screens.
        assertThat(page.elements("svg")).hasSize(2 * 5);
        assertThat(page.words())
                .contains("log.csv (10 rows), as of 2026-03-09T09:30:00Z.", "1 open, 3 resolved")
                .contains("2 took no time at all", "1 that are not resolved are not among them")
                .contains("SLA attainment, resolution, by team")
                .contains("row 10, case D with 1 rows: state 'Lost' of case D");
    }

    /** The SLA clock stops at the first resolution; what comes after the reopening is not its time. */
    @Test
    void theLifeOfACaseHasALaneForWhomItWaitedOnAndOneForEachSlaClock() {
        Html page = Html.of(page(log(), "--hours", "mon-fri 09:00-17:00", "--sla", "resolution=4h", "--explain", "A"));
        assertThat(page.words())
                .contains("Waiting on: us 1 h, the customer 2 h, a third party 1 h, nobody 2 d, us 3 h, nobody 4.7 d")
                .contains("resolution: 2 h counted, 2 h not; met")
                .contains("SLA target resolution within 04:00:00: met, 02:00:00 used")
                .contains("paused 2026-03-02T10:00:00Z 2026-03-02T12:00:00Z 02:00:00 waiting 2026-03-02T10:00:00Z");
        assertThat(bars(page, "us")).hasSize(2 * 2);
        assertThat(bars(page, "done"))
                .as("what comes after it last waited on somebody is not drawn")
                .hasSize(2);
        assertThat(bars(page, "counted")).isNotEmpty();
        assertThat(bars(page, "paused")).hasSize(2);
        double wide = bars(page, "customer").stream()
                .mapToDouble(bar -> Double.parseDouble(bar.getAttribute("width")))
                .max()
                .orElseThrow();
        // 2 of the 55 hours until all was done, on 656 pixels.
        assertThat(wide).isCloseTo(656 * 2 / 55.0, within(0.02));
    }

    @Test
    void whenAnSlaClockWasDueIsALineInItsLane() {
        Html page = Html.of(page(log(), "--sla", "resolution=30m", "--explain", "A"));
        assertThat(page.words())
                .contains("SLA target resolution within 00:30:00: breached, 02:00:00 used, due 2026-03-02T09:30:00Z");
        assertThat(page.elements("line").stream()
                        .filter(line -> line.getAttribute("class").equals("due"))
                        .map(line -> Double.parseDouble(line.getAttribute("x1"))))
                .anySatisfy(x -> assertThat(x).isCloseTo(12 + 656 * 0.5 / 55, within(0.01)));
    }

    @Test
    void aCaseInWhichNoTimePassedHasNoPicture() {
        Html page = Html.of(page(log(), "--explain", "E"));
        assertThat(page.words()).contains("The life of case E", "No time passed in it before it was done.");
    }

    @Test
    void namesFromTheFileStayText() {
        String team = "team" + HOSTILE;
        Path file = Run.file(
                folder,
                "log.csv",
                "case,at,state," + team,
                HOSTILE + ",2026-03-02T09:00Z,New," + HOSTILE,
                HOSTILE + ",2026-03-02T10:00Z,Done," + HOSTILE,
                "B,2026-03-02T10:00Z," + HOSTILE + ",x");
        Html page = Html.of(page(file, "--by", team, "--sla", "resolution=4h", "--explain", HOSTILE));
        page.loadsNothing();
        assertThat(page.elements("script")).isEmpty();
        assertThat(page.words()).contains("By " + team, "The life of case " + HOSTILE, "state '" + HOSTILE);
    }

    @Test
    void nothingIsDrawnOfNothing() {
        String html = page(log(), "--as-of", "2020-01-01");
        Html.of(html).loadsNothing();
        assertThat(Html.of(html).words()).contains("No cases", "Nothing had been opened by then.");
        Html first = Html.of(page(log(), "--as-of", "2026-03-02T09:00Z", "--by", "team", "--sla", "resolution=4h"));
        first.loadsNothing();
        assertThat(first.words()).contains("no cases", "1 open, 0 resolved");
    }

    @Test
    void manySegmentsAreDrawnInPartAndListedInFull() {
        List<String> lines = new ArrayList<>(List.of("case,at,state,team"));
        for (int i = 0; i < 45; i++) {
            lines.add("A" + i + ",2026-03-02T09:00Z,New,t" + i);
            lines.add("A" + i + ",2026-03-02T10:00Z,Done,t" + i);
            lines.add("B" + i + ",2026-03-02T10:00Z,New,t" + Math.max(20, i));
        }
        String html = page(
                Run.file(folder, "log.csv", lines.toArray(String[]::new)), "--by", "team", "--sla", "resolution=1h");
        assertThat(html).contains("Shown are the 30 largest of 45.", "<th scope=\"row\">t1</th>", "<title>t44</title>");
        assertThat(html).doesNotContain("<title>t19</title>");
    }
}
