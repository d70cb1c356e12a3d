package dev.cxkit.journey.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Places the nodes of a graph in layers from top to bottom, after Sugiyama, Tagawa and Toda (1981): edges that would close a circle are
 * turned, the least frequent first; layers by the longest way; places within a layer ordered by the mean of the neighbours; then each
 * layer moved as near to its neighbours as the widths allow. Steps lie in layers of even number, the texts of edges in those between.
 */
final class Layers {

    private static final int ROUNDS = 24;
    private static final double GAP = 18;

    /** A place in a layer: a node, the text of an edge, or a bend of an edge. */
    static final class LayerSlot {
        final int layer;
        final double left;
        final double right;

        /** How strongly it stays under its neighbours; long edges are to be straight. */
        final double weight;

        final List<LayerSlot> above = new ArrayList<>();
        final List<LayerSlot> below = new ArrayList<>();
        double x;
        private double wish;

        LayerSlot(int layer, double left, double right, double weight) {
            this.layer = layer;
            this.left = left;
            this.right = right;
            this.weight = weight;
        }
    }

    /** An edge with all places it runs through, from the upper node to the lower. */
    record Route(int edge, boolean turned, List<LayerSlot> slots, LayerSlot label) {}

    private final LayerSlot[] nodes;
    private final List<Route> routes = new ArrayList<>();
    private final List<List<LayerSlot>> layers = new ArrayList<>();

    /**
     * Places everything.
     *
     * @param left how much room each node needs on its left
     * @param right how much on its right
     * @param from the node from which each edge goes, the most frequent edge first
     * @param to the node to which it goes
     * @param labels how wide the text of each edge is
     */
    Layers(double[] left, double[] right, int[] from, int[] to, double[] labels) {
        nodes = new LayerSlot[left.length];
        boolean[] turned = turned(left.length, from, to);
        int[] layerOf = longest(left.length, from, to, turned);
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = add(new LayerSlot(2 * layerOf[node], left[node], right[node], 1));
        }
        for (int edge = 0; edge < from.length; edge++) {
            if (from[edge] != to[edge]) {
                route(edge, turned[edge], from[edge], to[edge], labels[edge]);
            }
        }
        order();
        move();
    }

    /** Takes the edges one after the other and turns each that closes a circle with those before. */
    private static boolean[] turned(int nodes, int[] from, int[] to) {
        boolean[] turned = new boolean[from.length];
        List<List<Integer>> next = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            next.add(new ArrayList<>());
        }
        for (int edge = 0; edge < from.length; edge++) {
            turned[edge] = reaches(next, to[edge], from[edge]);
            if (!turned[edge]) {
                next.get(from[edge]).add(to[edge]);
            }
        }
        return turned;
    }

    private static boolean reaches(List<List<Integer>> next, int from, int to) {
        boolean[] seen = new boolean[next.size()];
        List<Integer> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            int node = open.remove(open.size() - 1);
            if (node == to) {
                return true;
            }
            if (!seen[node]) {
                seen[node] = true;
                open.addAll(next.get(node));
            }
        }
        return false;
    }

    private static int[] longest(int nodes, int[] from, int[] to, boolean[] turned) {
        int[] layers = new int[nodes];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int edge = 0; edge < from.length; edge++) {
                if (!turned[edge] && layers[to[edge]] <= layers[from[edge]]) {
                    layers[to[edge]] = layers[from[edge]] + 1;
                    changed = true;
                }
            }
        }
        layers[TopEdges.END] = Math.max(Arrays.stream(layers).max().orElse(0), 1);
        return layers;
    }

    private LayerSlot add(LayerSlot place) {
        while (layers.size() <= place.layer) {
            layers.add(new ArrayList<>());
        }
        layers.get(place.layer).add(place);
        return place;
    }

    private void route(int edge, boolean turned, int from, int to, double width) {
        LayerSlot upper = nodes[turned ? to : from];
        LayerSlot lower = nodes[turned ? from : to];
        int middle = (upper.layer + lower.layer) / 2;
        int labelled = middle % 2 == 0 ? middle - 1 : middle;
        List<LayerSlot> places = new ArrayList<>(List.of(upper));
        LayerSlot label = upper;
        for (int layer = upper.layer + 1; layer < lower.layer; layer++) {
            boolean here = layer == labelled;
            LayerSlot place = add(new LayerSlot(layer, here ? width / 2 : 4, here ? width / 2 : 4, here ? 4 : 8));
            label = here ? place : label;
            places.add(place);
        }
        places.add(lower);
        for (int i = 1; i < places.size(); i++) {
            places.get(i - 1).below.add(places.get(i));
            places.get(i).above.add(places.get(i - 1));
        }
        routes.add(new Route(edge, turned, places, label));
    }

    private void order() {
        for (List<LayerSlot> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                layer.get(i).x = i;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean down = round % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<LayerSlot> layer = layers.get(down ? i : layers.size() - 1 - i);
                layer.forEach(place -> place.wish = mean(down ? place.above : place.below, place.x));
                layer.sort(Comparator.comparingDouble(place -> place.wish));
                for (int j = 0; j < layer.size(); j++) {
                    layer.get(j).x = j - (layer.size() - 1) / 2.0;
                }
            }
        }
    }

    private static double mean(List<LayerSlot> places, double otherwise) {
        double sum = 0;
        double weights = 0;
        for (LayerSlot place : places) {
            sum += place.weight * place.x;
            weights += place.weight;
        }
        return weights == 0 ? otherwise : sum / weights;
    }

    private void move() {
        for (List<LayerSlot> layer : layers) {
            layer.forEach(place -> place.wish = 0);
            settle(layer);
        }
        for (int round = 0; round < 2 * ROUNDS; round++) {
            boolean down = round % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<LayerSlot> layer = layers.get(down ? i : layers.size() - 1 - i);
                for (LayerSlot place : layer) {
                    place.wish = wish(place, down);
                }
                settle(layer);
            }
        }
        double least = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.x - place.left)
                .min()
                .orElse(0);
        layers.forEach(layer -> layer.forEach(place -> place.x -= least));
    }

    /** Where it would lie best: under those above, or over those below, and not far from the others. */
    private static double wish(LayerSlot place, boolean down) {
        double near = mean(down ? place.above : place.below, place.x);
        double far = mean(down ? place.below : place.above, near);
        return 0.6 * near + 0.4 * far;
    }

    /** Gives each place in turn the x nearest to its wish (least squares) that keeps order and distances: pool adjacent violators. */
    private static void settle(List<LayerSlot> layer) {
        int size = layer.size();
        double[] offset = new double[size];
        double[] sum = new double[size];
        double[] weight = new double[size];
        int[] first = new int[size];
        int blocks = 0;
        for (int i = 0; i < size; i++) {
            LayerSlot place = layer.get(i);
            if (i > 0) {
                offset[i] = offset[i - 1] + layer.get(i - 1).right + GAP + place.left;
            }
            sum[blocks] = place.weight * (place.wish - offset[i]);
            weight[blocks] = place.weight;
            first[blocks++] = i;
            while (blocks > 1 && sum[blocks - 2] / weight[blocks - 2] > sum[blocks - 1] / weight[blocks - 1]) {
                blocks--;
                sum[blocks - 1] += sum[blocks];
                weight[blocks - 1] += weight[blocks];
            }
        }
        for (int block = 0; block < blocks; block++) {
            int end = block + 1 < blocks ? first[block + 1] : size;
            for (int i = first[block]; i < end; i++) {
                layer.get(i).x = sum[block] / weight[block] + offset[i];
            }
        }
    }

    LayerSlot node(int node) {
        return nodes[node];
    }

    /** Returns the ways of all edges that do not lead back to their own node, in the order of the edges. */
    List<Route> routes() {
        return routes;
    }

    int size() {
        return layers.size();
    }

    double width() {
        return layers.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.x + place.right)
                .max()
                .orElse(0);
    }
}
