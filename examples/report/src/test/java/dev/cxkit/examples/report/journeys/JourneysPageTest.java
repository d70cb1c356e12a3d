package dev.cxkit.examples.report.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Html;
import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneysPageTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    @TempDir
    Path folder;

    private String page(Path log, Object... more) {
        Path html = folder.resolve("out.html");
        List<Object> all = new ArrayList<>(
                List.of("journeys", log, "--journey", "who", "--at", "at", "--activity", "what", "--html", html));
        all.addAll(List.of(more));
        Run run = Run.of(all.toArray());
        assertThat(run.err()).isEmpty();
        return Run.read(html);
    }

    private Path log(String odd) {
        return Run.file(
                folder,
                "log.csv",
                "who,at,what,channel",
                "A,2026-03-02T09:00Z,visit," + odd,
                "A,2026-03-02T09:10Z," + odd + ",site",
                "A,2026-03-12T10:00Z,order,site",
                "B,2026-03-03T09:00Z,visit,mail",
                "B,2026-03-10T09:00Z,visit,mail",
                odd + ",2026-03-10T09:00Z,visit,mail",
                "C,,visit,mail",
                "C," + odd + ",visit,mail");
    }

    private Path map(String step) {
        return Run.file(folder, "map.json", """
                {"schema": 1, "stages": [{"name": "buy", "parts": [
                  {"kind": "touchpoint", "step": "visit"}, {"kind": "touchpoint", "step": "%s", "occurs": "0..1"},
                  {"kind": "touchpoint", "step": "order"}]}]}""".formatted(step));
    }

    @Test
    void thePageHasPicturesWithDescriptionsAndLoadsNothing() {
        Html page = Html.of(page(
                log("search"),
                "--funnel",
                "visit > search > order",
                "--attribution",
                "order",
                "--map",
                map("search"),
                "--retention",
                "day",
                "--by",
                "channel"));
        page.loadsNothing();
        page.picturesAreDescribed();
        assertThat(page.words())
                .contains("log.csv (8 rows), as of 2026-03-12T10:00:00Z.", "6 touchpoints; 2 rows were rejected.")
                .contains(
                        "Funnel: visit > search > order",
                        "3 journeys entered, 1 converted, 0 dropped off, 2 still open")
                .contains("Attribution of conversions to order", "Conformance to the designed map", "By channel")
                .contains("Cohort retention", "2026-03-02: 0 of 1 returned")
                .contains("row 8: time is missing");
    }

    @Test
    void whereNoPeriodIsOverNothingIsDrawn() {
        String html = page(log("search"), "--retention", "month");
        assertThat(Html.of(html).words()).contains("No month after the first is over yet.");
        assertThat(html).doesNotContain("fill-opacity=");
    }

    @Test
    void namesFromTheFileStayText() {
        Html page = Html.of(page(
                log(HOSTILE),
                "--by",
                "channel",
                "--attribution",
                "order",
                "--funnel",
                "visit > " + HOSTILE,
                "--map",
                map(HOSTILE)));
        page.loadsNothing();
        page.picturesAreDescribed();
        assertThat(page.elements("script")).isEmpty();
        assertThat(page.words()).contains("Funnel: visit > " + HOSTILE, "time '" + HOSTILE);
    }

    @Test
    void nothingIsDrawnOfNothing() {
        Html page =
                Html.of(page(log("x"), "--as-of", "2020-01-01", "--funnel", "visit > order", "--retention", "week"));
        page.loadsNothing();
        assertThat(page.words()).contains("No journeys", "There was no touchpoint by then.");
        Html one = Html.of(
                page(log("x"), "--as-of", "2026-03-02T09:00Z", "--funnel", "search > order", "--retention", "week"));
        one.loadsNothing();
        one.picturesAreDescribed();
        assertThat(one.words()).contains("0 journeys entered", "no touchpoint has the activity 'search'");
    }
}
