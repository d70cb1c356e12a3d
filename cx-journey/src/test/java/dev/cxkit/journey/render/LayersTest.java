package dev.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.journey.render.Layers.LayerSlot;
import dev.cxkit.journey.render.Layers.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LayersTest {

    @Test
    void aChainGoesStraightDown() {
        Layers layers = layers(4, new int[] {0, 2, 3}, new int[] {2, 3, 1});
        assertThat(IntStream.of(0, 2, 3, 1).map(node -> layers.node(node).layer))
                .containsExactly(0, 2, 4, 6);
        assertThat(IntStream.range(0, 4)
                        .mapToDouble(node -> layers.node(node).x)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theLessFrequentEdgeOfACircleIsTurned() {
        Layers layers = layers(4, new int[] {0, 2, 3, 3}, new int[] {2, 3, 2, 1});
        assertThat(layers.routes()).extracting(Route::turned).containsExactly(false, false, true, false);
    }

    @Property(tries = 200)
    void nothingOverlapsAndEveryWayLeadsDown(@ForAll long seed) {
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(12);
        int edges = random.nextInt(30);
        int[] from = random.ints(edges, 0, nodes)
                .map(node -> node == TopEdges.END ? 0 : node)
                .toArray();
        int[] to = random.ints(edges, 1, nodes).toArray();
        Layers layers = layers(nodes, from, to);
        List<LayerSlot> places =
                new ArrayList<>(IntStream.range(0, nodes).mapToObj(layers::node).toList());
        for (Route route : layers.routes()) {
            List<LayerSlot> way = route.slots();
            places.addAll(way.subList(1, way.size() - 1));
            for (int i = 1; i < way.size(); i++) {
                assertThat(way.get(i).layer).isEqualTo(way.get(i - 1).layer + 1);
            }
            assertThat(route.label().layer % 2).isEqualTo(1);
        }
        places.sort(Comparator.comparingInt((LayerSlot place) -> place.layer).thenComparingDouble(place -> place.x));
        for (int i = 1; i < places.size(); i++) {
            LayerSlot one = places.get(i - 1);
            LayerSlot next = places.get(i);
            if (one.layer == next.layer) {
                assertThat(next.x - next.left).isGreaterThan(one.x + one.right);
            }
            assertThat(one.x - one.left).isGreaterThanOrEqualTo(-1e-9);
            assertThat(one.x + one.right).isLessThanOrEqualTo(layers.width() + 1e-9);
        }
    }

    private static Layers layers(int nodes, int[] from, int[] to) {
        double[] sides = new double[nodes];
        Arrays.fill(sides, 50);
        double[] labels = new double[from.length];
        Arrays.fill(labels, 40);
        return new Layers(sides, sides.clone(), from, to, labels);
    }
}
