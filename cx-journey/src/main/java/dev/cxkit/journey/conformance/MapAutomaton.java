package dev.cxkit.journey.conformance;

import dev.cxkit.journey.map.Cardinality;
import dev.cxkit.journey.map.Group;
import dev.cxkit.journey.map.Loop;
import dev.cxkit.journey.map.Part;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The flow of a map as a graph: an edge for each place of a touchpoint, and jumps between nodes that cost nothing (Thompson, 1968). Each
 * cardinality is written out, so a touchpoint that occurs twice has two places.
 */
final class MapAutomaton {

    /** The most places that a flow may have once its cardinalities are written out. */
    static final int MOST_PLACES = 2000;

    private final List<List<Integer>> jumps = new ArrayList<>();

    /** By place, of which place 0 is the start: the activity, the node that it leaves and the node that it reaches. */
    final List<String> activities = new ArrayList<>();

    private final List<Integer> from = new ArrayList<>();
    private final List<Integer> to = new ArrayList<>();

    private final int end;

    MapAutomaton(List<Stage> stages, List<Loop> loops) {
        int begin = node();
        activities.add("");
        from.add(begin);
        to.add(begin);
        Map<String, Integer> begins = new HashMap<>();
        Map<String, Integer> ends = new HashMap<>();
        int at = begin;
        for (Stage stage : stages) {
            // A node of its own, so that a loop back to it does not enter what ends where it begins.
            int fresh = node();
            jump(at, fresh);
            begins.put(stage.name(), fresh);
            at = inTurn(stage.parts(), fresh);
            int done = node();
            jump(at, done);
            at = done;
            ends.put(stage.name(), at);
        }
        end = at;
        for (Loop loop : loops) {
            Integer leaves = ends.get(loop.from());
            Integer leads = begins.get(loop.to());
            if (leaves != null && leads != null) {
                jump(leaves, leads);
            }
        }
    }

    private int node() {
        jumps.add(new ArrayList<>());
        return jumps.size() - 1;
    }

    private void jump(int one, int other) {
        jumps.get(one).add(other);
    }

    private int inTurn(List<Part> parts, int start) {
        int at = start;
        for (Part part : parts) {
            at = add(part, at);
        }
        return at;
    }

    private int add(Part part, int start) {
        Cardinality occurs = part.occurs();
        int at = start;
        for (int i = 0; i < occurs.min(); i++) {
            at = once(part, at);
        }
        if (occurs.max() == Cardinality.UNLIMITED) {
            int hub = node();
            jump(at, hub);
            jump(once(part, hub), hub);
            return hub;
        }
        int done = node();
        jump(at, done);
        for (int i = occurs.min(); i < occurs.max(); i++) {
            at = once(part, at);
            jump(at, done);
        }
        return done;
    }

    private int once(Part part, int start) {
        if (part instanceof PlannedTouchpoint touchpoint) {
            return touchpoint(touchpoint.activity(), start);
        }
        Group group = (Group) part;
        return switch (group.order()) {
            case SEQUENCE -> inTurn(group.parts(), start);
            case CHOICE -> oneOf(group.parts(), start);
            case ANY_ORDER -> anyOrder(group.parts(), start);
        };
    }

    private int touchpoint(String activity, int start) {
        if (activities.size() > MOST_PLACES) {
            throw new IllegalArgumentException("the flow of the map has more than " + MOST_PLACES
                    + " places when its cardinalities and orders are written out");
        }
        int reached = node();
        activities.add(activity);
        from.add(start);
        to.add(reached);
        return reached;
    }

    private int oneOf(List<Part> parts, int start) {
        int done = node();
        for (Part part : parts) {
            jump(add(part, start), done);
        }
        return done;
    }

    /** A node for each set of parts that are done. */
    private int anyOrder(List<Part> parts, int start) {
        int sets = 1 << parts.size();
        int[] nodes = new int[sets];
        nodes[0] = start;
        for (int set = 1; set < sets; set++) {
            nodes[set] = node();
        }
        for (int set = 0; set < sets; set++) {
            for (int i = 0; i < parts.size(); i++) {
                int more = set | 1 << i;
                if (more != set) {
                    jump(add(parts.get(i), nodes[set]), nodes[more]);
                }
            }
        }
        return nodes[sets - 1];
    }

    /** By place the places that may come right before it, in ascending order. */
    int[][] before() {
        int places = activities.size();
        List<List<Integer>> leaving = new ArrayList<>();
        jumps.forEach(each -> leaving.add(new ArrayList<>()));
        for (int place = 1; place < places; place++) {
            leaving.get(from.get(place)).add(place);
        }
        List<List<Integer>> before = new ArrayList<>();
        activities.forEach(each -> before.add(new ArrayList<>()));
        for (int place = 0; place < places; place++) {
            boolean[] reached = reachedFrom(to.get(place));
            for (int node = 0; node < reached.length; node++) {
                if (reached[node]) {
                    for (int next : leaving.get(node)) {
                        before.get(next).add(place);
                    }
                }
            }
        }
        return before.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** By place whether the journey may be over after it. */
    boolean[] last() {
        boolean[] last = new boolean[activities.size()];
        for (int place = 0; place < last.length; place++) {
            last[place] = reachedFrom(to.get(place))[end];
        }
        return last;
    }

    private boolean[] reachedFrom(int node) {
        boolean[] reached = new boolean[jumps.size()];
        List<Integer> open = new ArrayList<>(List.of(node));
        reached[node] = true;
        while (!open.isEmpty()) {
            for (int next : jumps.get(open.remove(open.size() - 1))) {
                if (!reached[next]) {
                    reached[next] = true;
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
