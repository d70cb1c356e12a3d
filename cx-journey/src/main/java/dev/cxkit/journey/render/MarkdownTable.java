package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Conversion.Step;
import dev.cxkit.journey.render.TopEdges.Arc;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Directly-follows graphs and funnels as tables in Markdown, as GitHub reads it.
 *
 * <ul>
 *   <li>Signs of ASCII in a name have a backslash before them, so that they mean nothing; names are cut after 200 characters.
 *   <li>A time that is not known is an empty cell.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.journey.funnel.Funnel;
 * import dev.cxkit.journey.render.MarkdownTable;
 * import java.util.List;
 * String table = MarkdownTable.render(Funnel.of("visit", "order").over(List.of()));
 * table.lines().limit(4).forEach(System.out::println);
 * // -> | step | reached | of entered | of the step before | median time |
 * // -> |---|---:|---:|---:|---:|
 * // -> | visit | 0 |  |  |  |
 * // -> | order | 0 | of none | of none |  |
 * }</pre>
 */
public final class MarkdownTable {

    private static final int LONGEST = 200;

    private MarkdownTable() {}

    /**
     * Returns a table of the most frequent edges, and a line that says how many are not in it.
     *
     * @param edges how many edges there are at most, 1..500
     * @throws IllegalArgumentException if {@code edges} is outside 1..500
     */
    public static String render(DirectlyFollows graph, int edges) {
        TopEdges top = new TopEdges(graph, edges);
        StringBuilder text = new StringBuilder("| from | to | count | median time |\n|---|---|---:|---:|\n");
        for (Arc arc : top.arcs()) {
            OptionalDouble median =
                    arc.times() == null ? OptionalDouble.empty() : arc.times().median();
            row(text, name(top, arc.from()), name(top, arc.to()), Wording.count(arc.count()), time(median));
        }
        return text.append('\n').append(top.note()).append('\n').toString();
    }

    private static String name(TopEdges top, int node) {
        return node <= TopEdges.END ? "*" + top.name(node) + "*" : plain(top.name(node));
    }

    /** Returns a table with a row for each required step, and a line that says how many converted, dropped off or are still open. */
    public static String render(Conversion funnel) {
        requireNonNull(funnel, "funnel");
        StringBuilder text = new StringBuilder("| step | reached | of entered | of the step before | median time |\n");
        text.append("|---|---:|---:|---:|---:|\n");
        List<Step> steps = funnel.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            row(
                    text,
                    plain(step.name()),
                    Wording.count(step.reached()),
                    i == 0 ? "" : Wording.percent(Proportion.of(step.reached(), funnel.entered())),
                    i == 0 ? "" : Wording.percent(funnel.stepRate(i + 1)),
                    i == 0 ? "" : time(step.timeFromPrevious().median()));
        }
        return text.append('\n')
                .append(Wording.count(funnel.converted()) + " converted, " + Wording.count(funnel.droppedOff())
                        + " dropped off, " + Wording.count(funnel.open()) + " still open.\n")
                .toString();
    }

    private static String time(OptionalDouble seconds) {
        return seconds.isPresent() ? Wording.time(seconds.getAsDouble()) : "";
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Puts a backslash before every sign of ASCII, which is how Markdown is told that it means nothing. */
    private static String plain(String label) {
        return SvgText.clean(label, LONGEST).replaceAll("(\\p{Punct})", "\\\\$1");
    }
}
