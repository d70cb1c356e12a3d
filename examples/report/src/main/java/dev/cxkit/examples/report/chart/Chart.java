package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.markup.Markup;

/** A picture. */
public interface Chart {

    /** Returns what it shows, in a few words. */
    String title();

    /** Returns what there is to see, for those who cannot. */
    String description();

    /** Returns the height in pixels at this width. */
    double height(double width);

    /** Draws into an open {@code svg} of this width; texts are about 13 pixels high. */
    void draw(Markup svg, double width);

    /**
     * Returns the picture.
     *
     * @param id an id that nothing else on the page has
     */
    default Markup svg(double width, String id) {
        double height = height(width);
        Markup svg = new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-title " + id + "-desc",
                        "viewBox",
                        "0 0 " + (int) width + " " + (int) Math.ceil(height),
                        "width",
                        width,
                        "height",
                        Math.ceil(height));
        svg.element("title", title(), "id", id + "-title");
        svg.element("desc", description(), "id", id + "-desc");
        draw(svg, width);
        return svg.close();
    }
}
