package dev.cxkit.examples.report.page;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.chart.Chart;
import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.journey.render.Markup;
import dev.cxkit.journey.render.Svg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A page in one file, without a script and with nothing to load: light or dark as the reader's system is, for wide and narrow screens.
 */
public final class Page {

    private static final double WIDE = 680;
    private static final double NARROW = 330;
    private static final int MOST_REJECTED = 20;
    private static final String MORE = " more like these";

    private final String title;
    private final Markup body = new Markup();

    /** Begins a page. */
    public Page(String title, String subtitle) {
        this.title = title;
        body.open("header").element("h1", title).element("p", subtitle).close();
    }

    /** Begins a section; all that follows belongs to it until {@link #endSection()}. */
    public Page section(String heading, String lead) {
        body.open("section").element("h2", heading);
        if (!lead.isEmpty()) {
            body.element("p", lead, "class", "lead");
        }
        return this;
    }

    /** Ends the section. */
    public Page endSection() {
        body.close();
        return this;
    }

    /** Adds a section of what was rejected; nothing if nothing was. */
    public Page rejectedGroups(List<RejectedGroup> groups) {
        return rejected("line of the file on which it begins", RejectedGroup.lines(groups, MOST_REJECTED, MORE));
    }

    /**
     * Adds a section of what was rejected; nothing if nothing was.
     *
     * @param place by what a row is named, such as a line of the file
     * @param all how many rows were rejected
     */
    public Page rejectedRows(String place, List<RejectedRow> rows, long all) {
        return rejected(place, RejectedGroup.lines(rows, all, MOST_REJECTED, MORE));
    }

    private Page rejected(String place, List<String> lines) {
        return lines.isEmpty()
                ? this
                : section("Rejected", "A row is named by the " + place + ".")
                        .list(lines)
                        .endSection();
    }

    /** Adds a heading inside a section. */
    public Page heading(String text) {
        body.element("h3", text);
        return this;
    }

    /** Adds a paragraph. */
    public Page paragraph(String text) {
        body.element("p", text);
        return this;
    }

    /** Adds a paragraph that should not be overlooked. */
    public Page warning(String text) {
        body.element("p", text, "class", "warning");
        return this;
    }

    /** Adds a list. */
    public Page list(List<String> items) {
        body.open("ul");
        items.forEach(item -> body.element("li", item));
        body.close();
        return this;
    }

    /**
     * A number in large letters.
     *
     * @param name what it is
     * @param value the number, or what stands for none
     * @param evidence its interval and the like
     */
    public record Tile(String name, String value, String evidence) {}

    /** Adds numbers in large letters. */
    public Page tiles(List<Tile> tiles) {
        body.open("dl", "class", "tiles");
        for (Tile tile : tiles) {
            body.open("div")
                    .element("dt", tile.name())
                    .element("dd", tile.value(), "class", "value")
                    .element("dd", tile.evidence(), "class", "evidence")
                    .close();
        }
        body.close();
        return this;
    }

    /**
     * What a colour means.
     *
     * @param kind the class of the colour
     * @param text the meaning
     */
    public record Legend(String kind, String text) {}

    /** Adds a picture, drawn once for wide and once for narrow screens, with the same numbers as a table under it. */
    public Page figure(Chart chart, List<Legend> keys, String caption, Table table) {
        body.open("figure").element("h3", chart.title());
        body.open("div", "class", "wide").add(chart.svg(WIDE)).close();
        body.open("div", "class", "narrow").add(chart.svg(NARROW)).close();
        if (!keys.isEmpty()) {
            body.open("ul", "class", "keys");
            for (Legend key : keys) {
                body.open("li")
                        .element("span", "", "class", "key " + key.kind())
                        .text(key.text())
                        .close();
            }
            body.close();
        }
        body.open("figcaption").text(caption).close();
        details("The same as a table", table);
        body.close();
        return this;
    }

    /** Adds a drawing of the library, which can be moved to and fro where it is wider than the screen. */
    public Page drawing(String svg, String caption) {
        body.open("figure")
                .open("div", "class", "scroll drawing", "tabindex", "0", "role", "region", "aria-label", caption)
                .add(svg)
                .close()
                .open("figcaption")
                .text(caption)
                .close()
                .close();
        return this;
    }

    /** Adds a table that is folded away under a line. */
    public Page details(String summary, Table table) {
        body.open("details").element("summary", summary);
        table(table);
        body.close();
        return this;
    }

    /** Adds a table. */
    public Page table(Table table) {
        body.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.caption())
                .open("table")
                .element("caption", table.caption())
                .open("thead")
                .open("tr");
        table.header().forEach(cell -> body.element("th", cell, "scope", "col"));
        body.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            body.open("tr").element("th", row.get(0), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> body.element("td", cell));
            body.close();
        }
        body.close().close().close();
        return this;
    }

    /**
     * Numbers under a header.
     *
     * @param caption what they are
     * @param header the names of the columns
     * @param rows the cells
     */
    public record Table(String caption, List<String> header, List<List<String>> rows) {

        /** Copies the lists. */
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        /** Makes a table of rows of which the first is the header. */
        public static Table of(String caption, List<List<String>> rows) {
            return new Table(caption, rows.get(0), rows.subList(1, rows.size()));
        }
    }

    /** Returns the page. */
    public String html() {
        Markup page = new Markup()
                .open("html", "lang", "en")
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .element("title", title)
                .add("<style>\n" + Svg.STYLE + resource("page.css") + "</style>\n")
                .close()
                .open("body")
                .open("main")
                .add(body.toString())
                .close()
                .element("footer", "Made by cx-report. Intervals have a confidence of 95 %.")
                .close()
                .close();
        return "<!DOCTYPE html>\n" + page;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
