package dev.cxkit.journey.render;

/** Writes an SVG. All drawings share one style sheet, so that several in a page do not change each other. */
final class Svg {

    private static final String STYLE = """
            .cx-drawing{--cx-paper:#fff;--cx-ink:#1b2631;--cx-soft:#56636f;--cx-line:#cdd5dd;--cx-box:#eef2f6;--cx-main:#2463ab;\
            --cx-mild:#d3e3f5;--cx-bad:#b53a22;--cx-wait:#c98a12;font:13px system-ui,-apple-system,"Segoe UI",sans-serif}
            @media (prefers-color-scheme:dark){.cx-drawing{--cx-paper:#14191f;--cx-ink:#e8edf2;--cx-soft:#a3b0bc;--cx-line:#3a4651;\
            --cx-box:#202932;--cx-main:#6fb0f2;--cx-mild:#25466a;--cx-bad:#f38d76;--cx-wait:#e3b34f}}
            .cx-drawing.fit{max-width:100%;height:auto}
            .cx-drawing text{fill:var(--cx-ink);unicode-bidi:isolate}
            .cx-drawing .head{font-size:17px;font-weight:600}
            .cx-drawing .strong{font-weight:600}
            .cx-drawing .small{font-size:11px}
            .cx-drawing .soft{fill:var(--cx-soft)}
            .cx-drawing .badtext{fill:var(--cx-bad)}
            .cx-drawing .halo{paint-order:stroke;stroke:var(--cx-paper);stroke-width:5px;stroke-linejoin:round}
            .cx-drawing .paper{fill:var(--cx-paper)}
            .cx-drawing .box{fill:var(--cx-box);stroke:var(--cx-line)}
            .cx-drawing .mild{fill:var(--cx-mild);stroke:var(--cx-line)}
            .cx-drawing .back{stroke-dasharray:4 3;stroke:var(--cx-soft)}
            .cx-drawing .moment{stroke:var(--cx-main);stroke-width:2px}
            .cx-drawing .main{fill:var(--cx-main)}
            .cx-drawing .wait{fill:var(--cx-wait)}
            .cx-drawing .bad{fill:var(--cx-bad)}
            .cx-drawing .faint{fill:var(--cx-box)}
            .cx-drawing .ink{fill:var(--cx-ink)}
            .cx-drawing .rule{fill:none;stroke:var(--cx-line)}
            .cx-drawing .dot{fill:var(--cx-paper);stroke:var(--cx-soft);stroke-width:2px}
            .cx-drawing .mark{fill:none;stroke:var(--cx-ink);stroke-width:1.5px}
            .cx-drawing .way{fill:none;stroke:var(--cx-main);stroke-opacity:.55}
            .cx-drawing .return{fill:none;stroke:var(--cx-wait);stroke-opacity:.75;stroke-dasharray:7 4}
            .cx-drawing .seen{fill:none;stroke:var(--cx-main);stroke-width:2.5px}
            .cx-drawing .meant{fill:none;stroke:var(--cx-soft);stroke-width:2px;stroke-dasharray:6 4}
            """;

    private final StringBuilder body = new StringBuilder(4096);

    /** Begins an element that holds others. */
    Svg open(String element, Object... attributes) {
        tag(element, attributes);
        body.append(">\n");
        return this;
    }

    /** Ends it. */
    Svg close(String element) {
        body.append("</").append(element).append(">\n");
        return this;
    }

    /** Writes an element that holds nothing. */
    Svg leaf(String element, Object... attributes) {
        tag(element, attributes);
        body.append("/>\n");
        return this;
    }

    /** Writes an element with a title of its own. */
    Svg titled(String title, String element, Object... attributes) {
        tag(element, attributes);
        body.append("><title>")
                .append(escaped(title))
                .append("</title></")
                .append(element)
                .append(">\n");
        return this;
    }

    /** Writes the title of the element that is open. */
    Svg title(String title) {
        body.append("<title>").append(escaped(title)).append("</title>\n");
        return this;
    }

    /** Writes a path; the numbers among its commands are rounded to one digit after the point. */
    Svg path(String kind, Object... commands) {
        return leaf("path", "class", kind, "d", commands(commands));
    }

    static String commands(Object... commands) {
        StringBuilder text = new StringBuilder();
        for (Object command : commands) {
            text.append(command instanceof Double number ? Wording.number(number, 1) : command);
        }
        return text.toString();
    }

    /** Writes a rectangle with round corners. */
    Svg rect(String kind, double x, double y, double width, double height, double radius) {
        return leaf("rect", "class", kind, "x", x, "y", y, "width", width, "height", height, "rx", radius);
    }

    /** Writes a line of text. */
    Svg text(double x, double y, String classes, String text) {
        return text(x, y, "start", classes, text);
    }

    /** Writes a line of text with its middle at x. */
    Svg middle(double x, double y, String classes, String text) {
        return text(x, y, "middle", classes, text);
    }

    /** Writes a line of text that ends at x. */
    Svg end(double x, double y, String classes, String text) {
        return text(x, y, "end", classes, text);
    }

    private Svg text(double x, double y, String anchor, String classes, String text) {
        tag("text", "x", x, "y", y, "text-anchor", anchor, "class", classes);
        body.append('>').append(escaped(text)).append("</text>\n");
        return this;
    }

    private void tag(String element, Object... attributes) {
        body.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double number ? Wording.number(number, 1) : value.toString();
            if (!text.isEmpty()) {
                body.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(text))
                        .append('"');
            }
        }
    }

    /** Returns the whole drawing. */
    String finish(double width, double height, String title, String description) {
        return finish("cx-drawing", width, height, title, description);
    }

    /** Returns the whole drawing, which becomes smaller where there is less room. */
    String finishFitting(double width, double height, String title, String description) {
        return finish("cx-drawing fit", width, height, title, description);
    }

    private String finish(String classes, double width, double height, String title, String description) {
        String id = Integer.toHexString((title + description + body).hashCode());
        Svg whole = new Svg();
        whole.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                classes,
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + Wording.number(width, 1) + " " + Wording.number(height, 1),
                "role",
                "img",
                "aria-labelledby",
                "cx-title-" + id + " cx-desc-" + id);
        whole.body
                .append("<title id=\"cx-title-" + id + "\">")
                .append(escaped(title))
                .append("</title>\n<desc id=\"cx-desc-" + id + "\">")
                .append(escaped(description))
                .append("</desc>\n<style>\n")
                .append(STYLE)
                .append("</style>\n");
        whole.leaf("rect", "class", "paper", "width", width, "height", height, "rx", 6);
        whole.body.append(body);
        return whole.close("svg").body.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
