package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.render.TopEdges.Arc;

/**
 * A directly-follows graph (process map) as a flowchart of Mermaid 11, from top to bottom. The text of an edge is its count and, if it was
 * measured, the median time. Names of more than 60 characters are shortened.
 */
public final class MermaidDirectlyFollows {

    private MermaidDirectlyFollows() {}

    /** Returns the text of the {@value SvgDirectlyFollows#EDGES} most frequent edges. */
    public static String render(DirectlyFollows graph) {
        return render(graph, SvgDirectlyFollows.EDGES);
    }

    /**
     * Returns the text of the most frequent edges and of their activities; its description says how many are not shown. The edges
     * from the start and to the end count as edges.
     *
     * @param edges how many edges there are at most, 1..500; Mermaid allows no more unless it is told otherwise
     * @throws IllegalArgumentException if {@code edges} is outside 1..500
     */
    public static String render(DirectlyFollows graph, int edges) {
        TopEdges top = new TopEdges(requireNonNull(graph, "graph"), edges);
        StringBuilder text = new StringBuilder("flowchart TB\n");
        text.append("  accTitle: Directly-follows graph\n");
        text.append("  accDescr: ").append(MermaidText.of(top.note())).append('\n');
        text.append("  n0([\"start\"])\n  n1([\"end\"])\n");
        for (int node = TopEdges.END + 1; node < top.nodes(); node++) {
            text.append("  n").append(node).append("[\"").append(MermaidText.of(top.name(node)));
            text.append(" (").append(Wording.count(top.count(node))).append(")\"]\n");
        }
        for (Arc arc : top.arcs()) {
            text.append("  n")
                    .append(arc.from())
                    .append(" -->|\"")
                    .append(arc.text())
                    .append("\"| n");
            text.append(arc.to()).append('\n');
        }
        return text.toString();
    }
}
