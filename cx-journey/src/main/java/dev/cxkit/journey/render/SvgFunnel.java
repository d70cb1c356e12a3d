package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Conversion.Step;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A conversion funnel as SVG: a bar for each required step, as long as the proportion of journeys that entered and reached it.
 *
 * <ul>
 *   <li>A bar has three parts: those that continued, those that stopped here and are still open, and those that dropped off here.
 *   <li>A line across the end of a bar is Wilson's confidence interval at 95 %.
 *   <li>Beside it stand the median times since the step before and since the first.
 *   <li>If nobody entered there are counts of 0 and no shares.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.journey.funnel.Conversion;
 * import dev.cxkit.journey.funnel.Funnel;
 * import dev.cxkit.journey.render.SvgFunnel;
 * import java.util.List;
 * Conversion conversion = Funnel.of("visit", "order").over(List.of());
 * String svg = SvgFunnel.render("From visit to order", conversion);
 * System.out.println(svg.contains("0 entered: 0 converted, 0 dropped off, 0 still open"));
 * // -> true
 * }</pre>
 */
public final class SvgFunnel {

    private static final double WIDTH = 400;
    private static final double MARGIN = 16;
    private static final double BAR = WIDTH - 2 * MARGIN;
    private static final double ROW = 88;
    private static final double TOP = 96;
    private static final double SMALL = 11;
    private static final double BOLD = 14.5;
    private static final double HEAD = 19;

    private final Conversion funnel;
    private final Svg svg = new Svg();

    private SvgFunnel(Conversion funnel) {
        this.funnel = requireNonNull(funnel, "funnel");
    }

    /** Returns the drawing. */
    public static String render(Conversion funnel) {
        return render("Funnel", funnel);
    }

    /**
     * Returns the drawing.
     *
     * @param title what stands above it
     */
    public static String render(String title, Conversion funnel) {
        requireNonNull(title, "title");
        return new SvgFunnel(funnel).drawing(title);
    }

    private String drawing(String title) {
        int shown = funnel.steps().size();
        svg.text(MARGIN, 28, "head", SvgText.line(title, BAR / HEAD));
        svg.text(MARGIN, 48, "small", summary());
        legend();
        for (int i = 0; i < shown; i++) {
            row(i);
        }
        double height = TOP + shown * ROW;
        List<String> notes = notes();
        for (String note : notes) {
            for (String line : SvgText.lines(note, BAR / SMALL, 3)) {
                svg.text(MARGIN, height, "small soft", line);
                height += 15;
            }
        }
        return svg.renderFitting(WIDTH, height + 4, SvgText.clean(title), describe(notes));
    }

    private String summary() {
        return Wording.count(funnel.entered()) + " entered: " + Wording.count(funnel.converted()) + " converted, "
                + Wording.count(funnel.droppedOff()) + " dropped off, " + Wording.count(funnel.open()) + " still open";
    }

    private void legend() {
        double x = MARGIN;
        x = key(x, "main", "continued");
        x = key(x, "wait", "stopped, still open");
        key(x, "bad", "dropped off here");
    }

    private double key(double x, String kind, String text) {
        svg.rect(kind, x, 60, 11, 11, 2);
        svg.text(x + 16, 70, "small soft", text);
        return x + 32 + SMALL * SvgText.width(text);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (funnel.excluded() > 0) {
            notes.add(Wording.count(funnel.excluded()) + " excluded by a funnel exclusion.");
        }
        if (funnel.tied() > 0) {
            notes.add("In " + Wording.count(funnel.tied(), "journey") + " of " + Wording.count(funnel.journeys())
                    + " the order of equal instants may matter.");
        }
        return notes;
    }

    private void row(int i) {
        Step step = funnel.steps().get(i);
        double y = TOP + i * ROW;
        long entered = funnel.entered();
        String number = Wording.count(step.reached()) + (i == 0 ? "" : " · " + share(i));
        double room = BAR - SMALL * SvgText.width(number) - 12;
        svg.group((i + 1) + ". " + SvgText.clean(step.name()) + ": " + words(i));
        svg.text(MARGIN, y + 12, "strong", SvgText.line((i + 1) + ". " + SvgText.clean(step.name(), 200), room / BOLD));
        svg.end(WIDTH - MARGIN, y + 12, "small", number);
        svg.rect("faint", MARGIN, y + 20, BAR, 20, 3);
        double x = part(MARGIN, y, "main", step.reached() - stopped(i), entered);
        x = part(x, y, "wait", open(i), entered);
        part(x, y, "bad", stopped(i) - open(i), entered);
        if (i > 0) {
            Proportion.of(step.reached(), entered)
                    .estimate()
                    .flatMap(Estimate::interval)
                    .ifPresent(share -> whisker(y + 30, share));
        }
        String time = i == 0 ? "" : median(step);
        svg.text(MARGIN, y + 56, "small soft", time);
        svg.text(MARGIN, y + (time.isEmpty() ? 56 : 71), "small soft", leaving(i));
        svg.close();
    }

    private String share(int i) {
        return Wording.percent(Proportion.of(funnel.steps().get(i).reached(), funnel.entered()));
    }

    private double part(double x, double y, String kind, long count, long entered) {
        double width = entered == 0 ? 0 : BAR * count / entered;
        if (width > 0) {
            svg.rect(kind, x, y + 20, width, 20, 0);
        }
        return x + width;
    }

    private void whisker(double y, Estimate.Interval share) {
        double low = MARGIN + BAR * share.low();
        double high = MARGIN + BAR * share.high();
        svg.path("mark", "M", low, " ", y - 5, "v10m0 -5H", high, "m0 -5v10");
    }

    /** How many came to this required step and to none after it. */
    private long stopped(int i) {
        boolean last = i + 1 == funnel.steps().size();
        return last
                ? 0
                : funnel.steps().get(i).reached() - funnel.steps().get(i + 1).reached();
    }

    private long open(int i) {
        boolean last = i + 1 == funnel.steps().size();
        return last
                ? 0
                : funnel.steps().get(i).reachedOpen()
                        - funnel.steps().get(i + 1).reachedOpen();
    }

    private String leaving(int i) {
        if (stopped(i) == 0) {
            return "";
        }
        return Wording.count(stopped(i) - open(i)) + " dropped off here"
                + (open(i) == 0 ? "" : ", " + Wording.count(open(i)) + " still open");
    }

    private static String median(Step step) {
        OptionalDouble before = step.timeFromPrevious().median();
        OptionalDouble first = step.timeFromFirst().median();
        if (before.isEmpty() || first.isEmpty()) {
            return "";
        }
        return "median " + Wording.time(before.getAsDouble()) + " after the step before, "
                + Wording.time(first.getAsDouble()) + " after the first";
    }

    private String words(int i) {
        Step step = funnel.steps().get(i);
        String text = Wording.count(step.reached());
        if (i > 0) {
            text += ", " + share(i) + " of those that entered, " + Wording.percent(funnel.stepRate(i + 1))
                    + " of the step before";
        }
        return text + (leaving(i).isEmpty() ? "" : "; " + leaving(i));
    }

    private String describe(List<String> notes) {
        StringBuilder text = new StringBuilder(summary() + ".");
        for (int i = 0; i < funnel.steps().size(); i++) {
            String name = SvgText.clean(funnel.steps().get(i).name(), 80);
            text.append(' ').append(name).append(": ").append(words(i)).append('.');
        }
        notes.forEach(note -> text.append(' ').append(note));
        return text.toString();
    }
}
