package dev.cxkit.examples.report.chart;

import dev.cxkit.journey.render.Svg;
import dev.cxkit.journey.render.SvgText;
import java.util.stream.Stream;

/** A picture. */
public interface Chart {

    /** How high a text is, in pixels. */
    double FONT = 13;

    /** Returns what it shows, in a few words. */
    String title();

    /** Returns what there is to see, for those who cannot. */
    String description();

    /** Returns the height in pixels at this width. */
    double height(double width);

    /** Draws into a picture of this width. */
    void draw(Svg svg, double width);

    /** Returns the picture at this width, without a stylesheet: the page has it. */
    default String svg(double width) {
        Svg svg = new Svg();
        draw(svg, width);
        return svg.renderUnstyled(width, Math.ceil(height(width)), title(), description());
    }

    /** Returns about how much room a text takes. */
    static double width(String text) {
        return FONT * SvgText.width(text);
    }

    /** Returns how much room the widest of the texts takes; 0 if there is none. */
    static double widest(Stream<String> texts) {
        return texts.mapToDouble(Chart::width).max().orElse(0);
    }

    /** Returns the text, or as much of its beginning as there is room for. */
    static String cut(String text, double room) {
        return SvgText.line(text, room / FONT);
    }
}
