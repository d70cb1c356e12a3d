package dev.cxkit.examples.report.survey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SurveyPageTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"&amp;";

    @TempDir
    Path folder;

    /** The page is written so that an XML parser takes it too, which forgives nothing. */
    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) requireNonNull(found.item(i)))
                .toList();
    }

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
    void namesFromTheFileStayText() throws Exception {
        Path file = Run.file(
                folder,
                "in.csv",
                quoted(HOSTILE) + ",q,t",
                quoted(HOSTILE) + ",9,2026-01-01",
                quoted("\u0000\u001B\uFFFE<b>") + "," + quoted(HOSTILE) + ",2026-01-01",
                quoted("' onload='x") + ",3,2026-03-01");
        String html = page(file, "--score", "q=nps", "--by", HOSTILE, "--at", "t");
        Document page = parse(html);
        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "b")).isEmpty();
        assertThat(html).doesNotContain("<script", "onload='");
        assertThat(page.getDocumentElement().getTextContent()).contains("NPS by " + HOSTILE, "rating '<script>");
        for (Element element : elements(page, "*")) {
            assertThat(element.hasAttribute("onload")).isFalse();
        }
    }

    @Test
    void aHostileColumnOfRatingsIsAHeadingAndNothingElse() throws Exception {
        Path file = Run.file(folder, "in.csv", quoted(HOSTILE), "9", "8");
        Document page = parse(page(file, "--score", HOSTILE + "=nps"));
        assertThat(elements(page, "h2").get(0).getTextContent()).isEqualTo(HOSTILE);
    }

    @Test
    void picturesHaveTitlesForScreenReadersAndTheirOwnIds() throws Exception {
        Path file = Run.file(folder, "in.csv", "q,g,t", "9,a,2026-01-01", "3,b,2026-03-01", "10,a,2026-03-02");
        Document page = parse(page(file, "--score", "q=nps", "--by", "g", "--at", "t"));
        List<Element> pictures = elements(page, "svg");
        // Over time, by value and by segment, each for wide and for narrow screens.
        assertThat(pictures).hasSize(6);
        Set<String> ids = new HashSet<>();
        for (Element element : elements(page, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id"))).isTrue();
            }
        }
        for (Element picture : pictures) {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            for (String id : picture.getAttribute("aria-labelledby").split(" ", -1)) {
                assertThat(ids).contains(id);
            }
            assertThat(requireNonNull(picture.getElementsByTagName("title").item(0))
                            .getTextContent())
                    .isNotBlank();
            assertThat(requireNonNull(picture.getElementsByTagName("desc").item(0))
                            .getTextContent())
                    .isNotBlank();
        }
        // The same numbers as tables.
        assertThat(elements(page, "table")).hasSize(3);
        assertThat(page.getDocumentElement().getTextContent())
                .contains("NPS by month", "Answers by value", "NPS by g")
                .contains("The last month, drawn hollow, may not be over yet.")
                .contains("A gap is a month without answers.");
    }

    @Test
    void thePageLoadsNothing() {
        Path file = Run.file(folder, "in.csv", "q", "9");
        String html = page(file, "--score", "q=nps");
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("prefers-color-scheme: dark", "name=\"viewport\"", "charset=\"utf-8\"")
                .doesNotContain("src=", "href=", "url(", "@import", "<link", "<script");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    }

    @Test
    void nothingIsDrawnOfNothing() throws Exception {
        Path file = Run.file(folder, "in.csv", "q,g,t", ",a,2026-01-01");
        String html = page(file, "--score", "q=1..100", "--by", "g", "--at", "t");
        assertThat(html).doesNotContain("NaN", "Infinity");
        assertThat(parse(html).getDocumentElement().getTextContent()).contains("no answers");
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
