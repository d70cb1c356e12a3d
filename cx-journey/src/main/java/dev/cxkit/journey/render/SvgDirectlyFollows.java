package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.render.Layers.LayerSlot;
import dev.cxkit.journey.render.Layers.Route;
import dev.cxkit.journey.render.TopEdges.Arc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A directly-follows graph (process map) as SVG, from the start of the journeys at the top to their end at the bottom.
 *
 * <ul>
 *   <li>The more frequent an edge the broader its line; its text is the count and, if it was measured, the median time. Edges that lead back
 *       are dashed.
 *   <li>Drawn are the most frequent edges with their activities; what is not shown is counted in a note.
 *   <li>A graph without an edge says so.
 * </ul>
 *
 * <p>Layers by the longest path, edges that lead back turned by frequency; see also {@link MermaidDirectlyFollows}, which leaves that to Mermaid.
 */
public final class SvgDirectlyFollows {

    /** How many edges are drawn if nothing is said: about what a reader can follow. */
    public static final int EDGES = 40;

    private static final double HALF = 76;
    private static final double LOOP = 26;
    private static final double NODE = 58;
    private static final double BETWEEN = 62;
    private static final double MARGIN = 16;
    private static final double TOP = 66;
    private static final double SMALL = 11;

    private final TopEdges top;
    private final List<Arc> arcs;
    private final Layers layers;
    private final Svg svg = new Svg();

    /** Where each edge leaves the upper node and reaches the lower, by the number of the edge. */
    private final Map<Integer, Double> leaves = new HashMap<>();

    private final Map<Integer, Double> reaches = new HashMap<>();

    private SvgDirectlyFollows(TopEdges top) {
        this.top = top;
        arcs = top.arcs();
        double[] left = new double[top.nodes()];
        double[] right = new double[top.nodes()];
        double[] labels = new double[arcs.size()];
        Arrays.fill(left, HALF);
        Arrays.fill(right, HALF);
        for (int i = 0; i < labels.length; i++) {
            Arc arc = arcs.get(i);
            labels[i] = SMALL * SvgText.width(arc.text()) + 8;
            if (arc.from() == arc.to()) {
                right[arc.from()] = HALF + LOOP + labels[i];
            }
        }
        int[] from = arcs.stream().mapToInt(Arc::from).toArray();
        int[] to = arcs.stream().mapToInt(Arc::to).toArray();
        layers = new Layers(left, right, from, to, labels);
    }

    /** Returns the drawing of the {@value #EDGES} most frequent edges. */
    public static String render(DirectlyFollows graph) {
        return render("Directly-follows graph", graph, EDGES);
    }

    /**
     * Returns the drawing of the most frequent edges and of their activities; it says how many are not shown. The edges from
     * the start and to the end count as edges; the broadest of each is always drawn if three edges are.
     *
     * @param title what stands above it
     * @param edges how many edges are drawn at most, 1..500
     * @throws IllegalArgumentException if {@code edges} is outside 1..500
     */
    public static String render(String title, DirectlyFollows graph, int edges) {
        requireNonNull(title, "title");
        return new SvgDirectlyFollows(new TopEdges(graph, edges)).drawing(title);
    }

    private String drawing(String title) {
        ports();
        long most = Math.max(1, arcs.isEmpty() ? 1 : arcs.get(0).count());
        List<Route> routes = layers.routes();
        // The rarest first, so that the frequent ones lie above them.
        for (int i = routes.size() - 1; i >= 0; i--) {
            line(routes.get(i), most);
        }
        for (int node = 0; node < top.nodes(); node++) {
            node(node);
        }
        for (Arc arc : arcs) {
            if (arc.from() == arc.to()) {
                selfLoop(arc, most);
            }
        }
        routes.forEach(route -> svg.middle(
                MARGIN + route.label().x,
                middle(route.label().layer) + 4,
                "small halo",
                arcs.get(route.edge()).text()));
        double height = bottom(layers.size() - 1) + 40;
        String note = top.note();
        List<String> notes = SvgText.lines(note, Math.max(360, layers.width()) / SMALL, 4);
        svg.text(MARGIN, 28, "head", SvgText.line(title, Math.max(360, layers.width()) / 19));
        svg.text(MARGIN, 47, "small soft", Wording.count(top.journeys(), "journey") + ". Dashed: leads back.");
        for (String line : notes) {
            svg.text(MARGIN, height - 12, "small soft", line);
            height += 15;
        }
        return svg.render(
                2 * MARGIN + Math.max(360, layers.width()), height, SvgText.clean(title), describe() + " " + note);
    }

    private String describe() {
        String frequent = arcs.stream()
                .limit(5)
                .map(arc -> name(arc.from()) + " to " + name(arc.to()) + " " + arc.text())
                .collect(Collectors.joining("; "));
        return Wording.count(top.journeys(), "journey") + ", " + Wording.activities(top.nodes() - 2L) + " shown."
                + (frequent.isEmpty() ? "" : " Most frequent: " + frequent + ".");
    }

    private String name(int node) {
        return SvgText.clean(top.name(node), 80);
    }

    /** Spreads the lines at each node over its edge, in the order in which they come. */
    private void ports() {
        Map<LayerSlot, List<Route>> out = new HashMap<>();
        Map<LayerSlot, List<Route>> in = new HashMap<>();
        for (Route route : layers.routes()) {
            List<LayerSlot> places = route.slots();
            out.computeIfAbsent(places.get(0), key -> new ArrayList<>()).add(route);
            in.computeIfAbsent(places.get(places.size() - 1), key -> new ArrayList<>())
                    .add(route);
        }
        out.forEach((place, routes) -> spread(place, routes, 1, leaves));
        in.forEach((place, routes) -> spread(place, routes, -2, reaches));
    }

    private static void spread(LayerSlot place, List<Route> routes, int neighbour, Map<Integer, Double> ports) {
        routes.sort(Comparator.comparingDouble((Route route) -> at(route, neighbour).x)
                .thenComparingInt(Route::edge));
        double gap = Math.min(18, 1.5 * HALF / routes.size());
        for (int i = 0; i < routes.size(); i++) {
            ports.put(routes.get(i).edge(), MARGIN + place.x + gap * (i - (routes.size() - 1) / 2.0));
        }
    }

    private static LayerSlot at(Route route, int index) {
        int size = route.slots().size();
        return route.slots().get(index < 0 ? size + index : index);
    }

    private void line(Route route, long most) {
        Arc arc = arcs.get(route.edge());
        List<LayerSlot> places = route.slots();
        double arrow = 8;
        double x = leaves.getOrDefault(route.edge(), 0.0);
        double y = bottom(places.get(0).layer) + (route.turned() ? arrow : 0);
        StringBuilder path = new StringBuilder("M" + point(x, y));
        for (int i = 1; i < places.size(); i++) {
            LayerSlot place = places.get(i);
            boolean last = i == places.size() - 1;
            double nextX = last ? reaches.getOrDefault(route.edge(), 0.0) : MARGIN + place.x;
            double nextY = last ? top(place.layer) - (route.turned() ? 0 : arrow) : top(place.layer);
            double half = (y + nextY) / 2;
            path.append("C" + point(x, half) + " " + point(nextX, half) + " " + point(nextX, nextY));
            x = nextX;
            y = last ? nextY : bottom(place.layer);
            if (!last) {
                path.append("V").append(Wording.number(y, 1));
            }
        }
        String title = name(arc.from()) + " → " + name(arc.to()) + ": " + arc.text();
        String kind = route.turned() ? "return" : "way";
        svg.titled(title, "path", "class", kind, "stroke-width", thickness(arc, most), "d", path);
        double tipX = route.turned() ? leaves.getOrDefault(route.edge(), 0.0) : x;
        double tipY = route.turned() ? bottom(places.get(0).layer) : y + arrow;
        tip(tipX, tipY, route.turned() ? 10 : -10, route.turned());
    }

    private void tip(double x, double y, double back, boolean turned) {
        String left = point(x - 5, y + back);
        svg.path(turned ? "wait" : "main", "M", point(x, y), "L", left, "L", point(x + 5, y + back), "Z");
    }

    private static double thickness(Arc arc, long most) {
        return 1 + 8.0 * arc.count() / most;
    }

    private void selfLoop(Arc arc, long most) {
        LayerSlot place = layers.node(arc.from());
        double x = MARGIN + place.x + HALF;
        double y = middle(place.layer);
        String d = "M" + point(x, y - 12) + "C" + point(x + LOOP, y - 20) + " " + point(x + LOOP, y + 20) + " "
                + point(x + 8, y + 12);
        String title = name(arc.from()) + " → itself: " + arc.text();
        svg.titled(title, "path", "class", "return", "stroke-width", Math.min(6, thickness(arc, most)), "d", d);
        svg.path("wait", "M", point(x, y + 11), "L", point(x + 10, y + 7), "L", point(x + 9, y + 17), "Z");
        svg.text(x + LOOP - 2, y + 4, "small halo", arc.text());
    }

    private void node(int node) {
        LayerSlot place = layers.node(node);
        double x = MARGIN + place.x;
        double y = top(place.layer);
        boolean activity = node > TopEdges.END;
        svg.group(SvgText.clean(top.name(node)) + ": " + Wording.count(top.count(node)));
        double half = activity ? HALF : 50;
        svg.rect(activity ? "box" : "mild", x - half, y, 2 * half, NODE, activity ? 5 : NODE / 2);
        List<String> lines = SvgText.lines(top.name(node), (2 * HALF - 12) / 14.5, 2);
        double line = y + (lines.size() == 1 ? 25 : 18);
        for (String text : lines) {
            svg.middle(x, line, "strong", text);
            line += 16;
        }
        svg.middle(x, line, "small soft", Wording.count(top.count(node)));
        svg.close();
    }

    private static double top(int layer) {
        int nodesAbove = layer / 2;
        return TOP + nodesAbove * (NODE + BETWEEN) + (layer % 2 == 0 ? 0 : NODE + BETWEEN / 2 - 8);
    }

    private static double bottom(int layer) {
        return top(layer) + (layer % 2 == 0 ? NODE : 16);
    }

    private static double middle(int layer) {
        return (top(layer) + bottom(layer)) / 2;
    }

    private static String point(double x, double y) {
        return Svg.commands(x, " ", y);
    }
}
