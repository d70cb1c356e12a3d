package dev.cxkit.examples.benchmarks;

import dev.cxkit.journey.attribution.Markov;
import dev.cxkit.journey.attribution.MarkovAttribution;
import dev.cxkit.journey.attribution.PathRow;
import dev.cxkit.journey.attribution.PathTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Markov attribution of orders 1, 2 and 3 over paths through 12 channels. */
@State(Scope.Benchmark)
public class PathAttribution {

    static final int ORDERS = 3;
    private static final int CHANNELS = 12;
    private static final long SEED = 23;

    /** How many paths. */
    @Param("10000")
    public int rows;

    private PathTable table = PathTable.of(List.of());

    /** Makes paths of 1 to about 40 touches, 6 on average, some channels far more frequent than others. */
    @Setup
    public void makePaths() {
        Random random = new Random(SEED);
        List<PathRow> paths = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<String> path = new ArrayList<>();
            do {
                double skewed = random.nextDouble() * random.nextDouble();
                path.add("channel " + (int) (CHANNELS * skewed));
            } while (random.nextInt(6) > 0);
            int conversions = random.nextInt(3);
            paths.add(
                    PathRow.of(path, conversions, conversions * (1_000L + random.nextInt(9_000)), random.nextInt(20)));
        }
        table = PathTable.of(paths);
    }

    /** The library: effects on conversions and value, exact. */
    @Benchmark
    public List<MarkovAttribution> cx() {
        return List.of(attribution(1), attribution(2), attribution(3));
    }

    /** The library, order 1 alone. */
    @Benchmark
    public MarkovAttribution cxOrder1() {
        return attribution(1);
    }

    /** As one writes it: the chain as maps of texts, and for each channel the chain without it run until nothing is left. */
    @Benchmark
    public List<Map<String, Double>> mapsOfTexts() {
        List<Map<String, Double>> effects = new ArrayList<>();
        for (int order = 1; order <= ORDERS; order++) {
            effects.add(new TextChain(table, order).effects());
        }
        return effects;
    }

    PathTable table() {
        return table;
    }

    private MarkovAttribution attribution(int order) {
        return Markov.of(order).attribute(table);
    }
}
