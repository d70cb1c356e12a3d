package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Html;
import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class SurveyPageTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"&amp;";

    @TempDir
    Path folder;

    private String page(Path file, Object... options) {
        Path html = folder.resolve("out.html");
        Object[] arguments = new Object[options.length + 4];
        System.arraycopy(new Object[] {"survey", file, "--html", html}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        Run run = Run.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return Run.read(html);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Test
    void namesFromTheFileStayText() {
        Path file = Run.file(
                folder,
                "in.csv",
                quoted(HOSTILE) + ",q,t",
                quoted(HOSTILE) + ",9,2026-01-01",
                quoted("\u0000\u001B\uFFFE<b>") + "," + quoted(HOSTILE) + ",2026-01-01",
                quoted("' onload='x") + ",3,2026-03-01");
        String html = page(file, "--score", "q=nps", "--by", HOSTILE, "--at", "t");
        Html page = Html.of(html);
        assertThat(page.elements("script")).isEmpty();
        assertThat(page.elements("b")).isEmpty();
        assertThat(html).doesNotContain("<script", "onload='");
        assertThat(page.words()).contains("NPS by " + HOSTILE, "rating '<script>");
        for (Element element : page.elements("*")) {
            assertThat(element.hasAttribute("onload")).isFalse();
        }
    }

    @Test
    void aHostileColumnOfRatingsIsAHeadingAndNothingElse() {
        Path file = Run.file(folder, "in.csv", quoted(HOSTILE), "9", "8");
        Html page = Html.of(page(file, "--score", HOSTILE + "=nps"));
        assertThat(page.elements("h2").get(0).getTextContent()).isEqualTo(HOSTILE);
    }

    @Test
    void picturesHaveTitlesForScreenReadersAndTheirOwnIds() {
        Path file = Run.file(folder, "in.csv", "q,g,t", "9,a,2026-01-01", "3,b,2026-03-01", "10,a,2026-03-02");
        Html page = Html.of(page(file, "--score", "q=nps", "--by", "g", "--at", "t"));
        List<Element> pictures = page.elements("svg");
        // Over time, by value and by segment, each for wide and for narrow screens.
        assertThat(pictures).hasSize(6);
        page.picturesAreDescribed();
        // The same numbers as tables.
        assertThat(page.elements("table")).hasSize(3);
        assertThat(page.words())
                .contains("NPS by month", "Answers by value", "NPS by g")
                .contains("The last month, drawn hollow, may not be over yet.")
                .contains("A gap is a month without answers.");
    }

    @Test
    void thePageLoadsNothing() {
        Path file = Run.file(folder, "in.csv", "q", "9");
        Html.of(page(file, "--score", "q=nps")).loadsNothing();
    }

    @Test
    void nothingIsDrawnOfNothing() {
        Path file = Run.file(folder, "in.csv", "q,g,t", ",a,2026-01-01");
        String html = page(file, "--score", "q=1..100", "--by", "g", "--at", "t");
        assertThat(html).doesNotContain("NaN", "Infinity");
        assertThat(Html.of(html).words()).contains("no answers");
        assertThat(page(Run.file(folder, "in.csv", "q,t"), "--score", "q=nps", "--at", "t"))
                .doesNotContain("NaN");
    }

    @Test
    void manySegmentsAreDrawnInPartAndListedInFull() {
        String[] lines = new String[1 + 45 * 2];
        lines[0] = "q,g";
        for (int i = 0; i < 45; i++) {
            lines[1 + 2 * i] = "9,s" + i;
            lines[2 + 2 * i] = i % 2 == 0 ? "10,s" + i : ",s" + i;
        }
        String html = page(Run.file(folder, "in.csv", lines), "--score", "q=nps", "--by", "g");
        assertThat(html).contains("Shown are the 30 largest of 45.", "<th scope=\"row\">s44</th>");
    }

    @Test
    void pagesAreTheSameEveryTime() {
        Path file = Run.file(folder, "in.csv", "q,g,t", "9,a,2026-01-01", "3,b,2026-03-01");
        Object[] options = {"--score", "q=nps", "--by", "g", "--at", "t"};
        assertThat(page(file, options)).isEqualTo(page(file, options));
    }
}
