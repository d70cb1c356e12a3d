package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Looking up every pair of a graph takes about as long as making it, in whatever order the pairs were given. */
class ManyPairsTest {

    private static final int SIDE = 500;

    @Test
    void everyPairIsFoundSoon() {
        List<DirectlyFollows.Edge> edges = new ArrayList<>();
        List<EventuallyFollows.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            edges.add(new DirectlyFollows.Edge("s" + i / SIDE, "s" + i % SIDE, i + 1, 1, null));
            pairs.add(new EventuallyFollows.Pair("s" + i / SIDE, "s" + i % SIDE, i + 1, 1, null));
        }
        Collections.shuffle(edges, new Random(1));
        Collections.shuffle(pairs, new Random(2));
        DirectlyFollows graph = new DirectlyFollows(1, Map.of(), edges);
        EventuallyFollows later = new EventuallyFollows(1, pairs);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < SIDE * SIDE; i++) {
                String from = "s" + i / SIDE;
                String to = "s" + i % SIDE;
                assertThat(graph.edge(from, to).orElseThrow().count()).isEqualTo(i + 1);
                assertThat(later.pair(from, to).orElseThrow().count()).isEqualTo(i + 1);
            }
        });
        assertThat(graph.edge("s0", "other")).isEmpty();
        assertThat(later.pair("other", "s0")).isEmpty();
    }
}
