package dev.cxkit.journey.conformance;

import java.util.List;

/**
 * How one journey agrees with a map, read as the run of the map that explains it best. Where several explain it equally well, one of
 * them is taken, always the same.
 *
 * @param worstCost the cost if no touchpoint had anything to do with the map: the number of touchpoints, and of activities in the shortest run
 * @param skipped the activities of the run that are missing, in the order of the run
 * @param extra the touchpoints that the run does not explain, in the order of the journey: unknown to the map or too often
 * @param outOfOrder the activities that are missing where they belong and extra where they are, in the order of the journey
 */
public record Alignment(int worstCost, List<String> skipped, List<String> extra, List<String> outOfOrder) {

    /** Checks the worst cost and copies the lists; throws an {@link IllegalArgumentException} if the cost is above the worst. */
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

    /** Returns 1 for each missing activity and 1 for each unexplained touchpoint; what is out of order is both. */
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
}
