package dev.cxkit.examples.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What every page must be, whatever its report. */
public final class Html {

    private final String text;
    private final Document page;

    private Html(String text, Document page) {
        this.text = text;
        this.page = page;
    }

    /** Reads a page. It is written so that an XML parser takes it too, which forgives nothing. */
    public static Html of(String text) {
        try {
            return new Html(
                    text,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the elements of this name; {@code *} is all. */
    public List<Element> elements(String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) requireNonNull(found.item(i)))
                .toList();
    }

    /** Returns all that can be read on it, with one space for any white space. */
    public String words() {
        return page.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
    }

    /** Checks that it needs no network, no script and no second file. */
    public void loadsNothing() {
        assertThat(text)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("prefers-color-scheme: dark", "name=\"viewport\"", "charset=\"utf-8\"")
                .doesNotContain("src=", "href=", "url(", "@import", "<link", "<script", "NaN", "Infinity");
        assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    }

    /** Checks that pictures have titles and descriptions for screen readers, under ids that nothing else has. */
    public void picturesAreDescribed() {
        Set<String> ids = new HashSet<>();
        for (Element element : elements("*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id"))).isTrue();
            }
        }
        for (Element picture : elements("svg")) {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            for (String id : picture.getAttribute("aria-labelledby").split(" ", -1)) {
                assertThat(ids).contains(id);
            }
            for (String name : List.of("title", "desc")) {
                assertThat(requireNonNull(picture.getElementsByTagName(name).item(0))
                                .getTextContent())
                        .isNotBlank();
            }
        }
    }
}
