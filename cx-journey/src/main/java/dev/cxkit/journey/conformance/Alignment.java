package dev.cxkit.journey.conformance;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.List;
import java.util.Map;

/**
 * An optimal {@index alignment} of a journey with a map: {@index "model move model moves"} (skipped), {@index "log move log moves"} (extra), order
 * deviations, cost and fitness. Where several are optimal, one of them is taken, always the same.
 *
 * <ul>
 *   <li>An activity that is missing in one place and extra in another is out of order; it costs 2.
 *   <li>The worst cost is that of a journey of which nothing is explained: its touchpoints and the activities of the shortest run.
 * </ul>
 *
 * @param worstCost the worst cost, at least the cost
 * @param skipped the activities of the run that are missing, in the order of the run
 * @param extra the activities that the run does not explain, in the order of the journey: unknown to the map or too often
 * @param outOfOrder the activities that are missing where they belong and extra where they are, in the order of the journey
 */
public record Alignment(int worstCost, List<String> skipped, List<String> extra, List<String> outOfOrder)
        implements Result {

    /** Copies the lists; throws an {@link IllegalArgumentException} if the cost is above the worst. */
    public Alignment {
        skipped = List.copyOf(skipped);
        extra = List.copyOf(extra);
        outOfOrder = List.copyOf(outOfOrder);
        int cost = cost(skipped, extra, outOfOrder);
        if (cost > worstCost) {
            throw new IllegalArgumentException("cost " + cost + " of an alignment is outside 0.." + worstCost);
        }
    }

    private static int cost(List<String> skipped, List<String> extra, List<String> outOfOrder) {
        return skipped.size() + extra.size() + 2 * outOfOrder.size();
    }

    /** Returns 1 for each model move and 1 for each log move; what is out of order is both. */
    public int cost() {
        return cost(skipped, extra, outOfOrder);
    }

    /** Returns whether the journey is a run of the map. */
    public boolean fits() {
        return cost() == 0;
    }

    /** Returns {@code 1 - cost / worst}, 0..1. */
    public double fitness() {
        return fits() ? 1 : 1 - (double) cost() / worstCost;
    }

    /** Returns {@code fitness}, {@code cost}, {@code worstCost}, {@code skipped}, {@code extra} and {@code outOfOrder}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("fitness", fitness())
                .with("cost", cost())
                .with("worstCost", worstCost)
                .with("skipped", skipped)
                .with("extra", extra)
                .with("outOfOrder", outOfOrder)
                .map();
    }
}
