package dev.cxkit.journey.render;

/**
 * An SVG drawing in the making: shapes and lines of text over one stylesheet for light and dark, with a title and a description for those
 * who hear it. All drawings of this package are made with it, and so is a chart of the host's own:
 *
 * <pre>{@code
 * import dev.cxkit.journey.render.Svg;
 * import dev.cxkit.journey.render.SvgText;
 * import java.util.List;
 * record Bar(String channel, int cases) {}
 * List<Bar> bars = List.of(new Bar("email", 30), new Bar("phone", 18), new Bar("chat, with <b>", 12));
 * Svg svg = new Svg();
 * for (int i = 0; i < bars.size(); i++) {
 *     double y = 10 + 26 * i;
 *     svg.text(10, y + 15, "strong", SvgText.line(bars.get(i).channel(), 8));
 *     svg.rect("main", 120, y, 5 * bars.get(i).cases(), 20, 3);
 *     svg.text(126 + 5 * bars.get(i).cases(), y + 15, "small soft", "" + bars.get(i).cases());
 * }
 * String drawing = svg.render(320, 96, "Cases by channel", "email 30, phone 18, chat 12");
 * System.out.println(drawing.contains("<rect class=\"main\" x=\"120\" y=\"10\" width=\"150\" height=\"20\" rx=\"3\"/>"));
 * // -> true
 * }</pre>
 *
 * <ul>
 *   <li>Lengths are in pixels; ordinary text is 13 high, {@code small} 11, {@code head} 17. {@link SvgText} says how much room a text takes.
 *   <li>Shapes round to a tenth of a pixel. The same calls give the same drawing, to the byte.
 *   <li>Nothing is loaded and nothing runs: no script, no link, no font. Texts are escaped.
 *   <li>In a page with several drawings the stylesheet need stand only once: {@link #STYLE} in its head, and {@link #renderUnstyled} for
 *       each. A page changes the colours by setting the variables of {@code .cx-drawing}.
 * </ul>
 */
public final class Svg extends Markup {

    /**
     * The stylesheet of all drawings, for light and dark. Its classes are for text {@code head strong small soft badtext halo}, for areas
     * {@code paper box mild main wait bad faint ink}, for lines {@code rule mark way return seen meant}, and {@code dot}; its colours are
     * the variables {@code --cx-paper --cx-ink --cx-soft --cx-line --cx-box --cx-main --cx-mild --cx-bad --cx-wait}, which a page may set.
     */
    public static final String STYLE = Resource.text("drawing.css");

    /** Starts an empty drawing. */
    public Svg() {}

    /** Opens a group that has a title, which browsers show under the pointer; {@link #close()} ends it. */
    public Svg group(String title) {
        open("g").add("\n").element("title", title);
        return this;
    }

    /** Adds an element with a title of its own, which browsers show under the pointer. */
    public Svg titled(String title, String element, Object... attributes) {
        open(element, rounded(attributes)).element("title", title).close();
        return this;
    }

    /**
     * Adds a path.
     *
     * @param kind the classes of the stylesheet, with blanks between them
     * @param commands the commands and numbers, as {@link #commands} takes them
     */
    public Svg path(String kind, Object... commands) {
        empty("path", "class", kind, "d", commands(commands));
        return this;
    }

    /** Returns the commands of a path as a text, with a {@code double} among them rounded to a tenth. */
    public static String commands(Object... commands) {
        StringBuilder text = new StringBuilder();
        for (Object command : commands) {
            text.append(command instanceof Double number ? Wording.number(number, 1) : command);
        }
        return text.toString();
    }

    /** Adds a rectangle; its corners are round if the radius is above 0. */
    public Svg rect(String kind, double x, double y, double width, double height, double radius) {
        return shape(
                "rect",
                "class",
                kind,
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "rx",
                radius == 0 ? "" : radius);
    }

    /** Adds a line of text that begins at x. */
    public Svg text(double x, double y, String kind, String text) {
        return text(x, y, "start", kind, text);
    }

    /** Adds a line of text with its middle at x. */
    public Svg middle(double x, double y, String kind, String text) {
        return text(x, y, "middle", kind, text);
    }

    /** Adds a line of text that ends at x. */
    public Svg end(double x, double y, String kind, String text) {
        return text(x, y, "end", kind, text);
    }

    private Svg text(double x, double y, String anchor, String kind, String text) {
        element("text", text, rounded("x", x, "y", y, "text-anchor", anchor, "class", kind));
        return this;
    }

    private Svg shape(String element, Object... attributes) {
        empty(element, rounded(attributes));
        return this;
    }

    private static Object[] rounded(Object... attributes) {
        Object[] rounded = attributes.clone();
        for (int i = 1; i < rounded.length; i += 2) {
            rounded[i] = commands(rounded[i]);
        }
        return rounded;
    }

    /**
     * Returns the whole drawing, which stands for itself.
     *
     * @param title what it shows, in a few words
     * @param description what there is to see, for those who cannot
     */
    public String render(double width, double height, String title, String description) {
        return render("cx-drawing", STYLE, width, height, title, description);
    }

    /** Returns the whole drawing, which becomes smaller where there is less room. */
    public String renderFitting(double width, double height, String title, String description) {
        return render("cx-drawing fit", STYLE, width, height, title, description);
    }

    /** Returns the drawing without stylesheet and background, for a page that has {@link #STYLE} once; it becomes smaller where there is less room. */
    public String renderUnstyled(double width, double height, String title, String description) {
        return render("cx-drawing fit", "", width, height, title, description);
    }

    private String render(String kind, String style, double width, double height, String title, String description) {
        String body = toString();
        String id = Integer.toHexString((title + description + body).hashCode());
        Svg whole = new Svg();
        whole.open(
                        "svg",
                        rounded(
                                "xmlns",
                                "http://www.w3.org/2000/svg",
                                "class",
                                kind,
                                "width",
                                width,
                                "height",
                                height,
                                "viewBox",
                                commands("0 0 ", width, " ", height),
                                "role",
                                "img",
                                "aria-labelledby",
                                "cx-title-" + id + " cx-desc-" + id))
                .add("\n")
                .element("title", title, "id", "cx-title-" + id)
                .element("desc", description, "id", "cx-desc-" + id);
        if (!style.isEmpty()) {
            whole.add("<style>\n" + style + "</style>\n");
            whole.shape("rect", "class", "paper", "width", width, "height", height, "rx", 6);
        }
        return whole.add(body).close().toString();
    }
}
