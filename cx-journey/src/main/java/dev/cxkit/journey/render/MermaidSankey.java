package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.flow.Variants.Variant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variants of journeys as a Sankey diagram of Mermaid 11. A node is an activity at its place in the journey, such as {@code 2. order}, so
 * nothing leads back. Labels of more than 60 characters are shortened.
 */
public final class MermaidSankey {

    /** Mermaid allows 50,000 characters; a line has about a hundred. */
    private static final int MOST = 300;

    /** An activity at its place, from 1; the end of a journey has an empty list and so cannot be taken for an activity. */
    private record Node(int place, List<String> activity) {}

    private record SankeyLink(Node from, Node to) {}

    private MermaidSankey() {}

    /**
     * Returns the text of the first activities of the listed variants. Journeys that are over sooner flow into the node "end" behind their
     * last activity; those that continue after the last activity shown just stay there. A comment says how many journeys are not shown because their
     * variant is not listed, and how many flows because there are more than 300.
     *
     * @param places how many activities of each journey are shown, 2..20
     * @throws IllegalArgumentException if {@code places} is outside 2..20, or no variant has a flow: Mermaid cannot draw nothing
     */
    public static String render(Variants variants, int places) {
        requireNonNull(variants, "variants");
        if (places < 2 || places > 20) {
            throw new IllegalArgumentException("places " + places + " to show is outside 2..20");
        }
        Map<SankeyLink, Long> flows = new LinkedHashMap<>();
        for (Variant variant : variants.top()) {
            List<String> activities = variant.activities();
            for (int i = 0; i + 1 < places && i < activities.size(); i++) {
                List<String> next = i + 1 < activities.size() ? List.of(activities.get(i + 1)) : List.of();
                SankeyLink flow = new SankeyLink(new Node(i + 1, List.of(activities.get(i))), new Node(i + 2, next));
                flows.merge(flow, variant.count(), Long::sum);
            }
        }
        Require.that(!flows.isEmpty(), () -> "there is no variant to show");
        List<Map.Entry<SankeyLink, Long>> ordered = flows.entrySet().stream()
                .sorted(Map.Entry.<SankeyLink, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        StringBuilder text = new StringBuilder("sankey-beta\n");
        comment(text, "journeys of variants that are not listed", variants.rest());
        comment(text, "flows that are rarer", Math.max(0, ordered.size() - MOST));
        Map<Node, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<SankeyLink, Long> flow : ordered.subList(0, Math.min(MOST, ordered.size()))) {
            text.append(names.computeIfAbsent(flow.getKey().from(), node -> name(node, taken)));
            text.append(',').append(names.computeIfAbsent(flow.getKey().to(), node -> name(node, taken)));
            text.append(',').append(flow.getValue()).append('\n');
        }
        return text.toString();
    }

    private static void comment(StringBuilder text, String what, long count) {
        if (count > 0) {
            text.append("%% not shown: ").append(count).append(' ').append(what).append('\n');
        }
    }

    /** Mermaid knows nodes by their text alone, so those that look alike get a number. */
    private static String name(Node node, Set<String> taken) {
        String activity = node.activity().isEmpty()
                ? "end"
                : SvgText.clean(node.activity().get(0), MermaidText.LONGEST);
        String plain = node.activity().isEmpty() ? "(end) " + node.place() : node.place() + ". " + activity;
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + " (" + i + ")";
        }
        return MermaidText.quoted(name);
    }
}
