package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The conformance of journeys with a map: how many fit, their costs and fitness, and the deviations.
 *
 * <ul>
 *   <li>{@link #fitness} is that of all touchpoints together, {@link #journeyFitness} the mean and spread of the journeys.
 *   <li>Deviations of time and channel have no cost, so a journey that fits may have some.
 *   <li>Without journeys the fitness is empty and the share that fits has the total 0.
 * </ul>
 *
 * @param journeys how many journeys there are
 * @param open how many of them are open
 * @param fitting how many have cost 0
 * @param cost the sum of the costs
 * @param worstCost the sum of the worst costs
 * @param journeyFitness the fitness of the journeys, each 0..1
 * @param deviations the deviations: by kind, the most frequent first, then by name
 */
public record ConformanceResult(
        long journeys,
        long open,
        long fitting,
        long cost,
        long worstCost,
        Moments journeyFitness,
        List<DeviationCount> deviations)
        implements Result {

    /** Copies the deviations; throws an {@link IllegalArgumentException} if a count is outside its range. */
    public ConformanceResult {
        requireNonNull(journeyFitness, "journeyFitness");
        within("open", open, journeys);
        within("fitting", fitting, journeys);
        within("cost", cost, worstCost);
        deviations = List.copyOf(deviations);
    }

    private static void within(String name, long count, long most) {
        Require.range(name, count, 0, most);
    }

    /** Returns the share of the journeys that fit. */
    public Proportion fits() {
        return Proportion.of(fitting, journeys);
    }

    /**
     * Returns the fitness of all journeys together, {@code 1 - cost / worst}, in which a long journey weighs more than a short one; for
     * the mean of the journeys see {@link #journeyFitness()}. Empty if there are none.
     */
    public OptionalDouble fitness() {
        return journeys == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (double) cost / Math.max(worstCost, 1));
    }

    /** Returns the deviations of one kind, the most frequent first. */
    public List<DeviationCount> deviations(Deviation.Kind kind) {
        requireNonNull(kind, "kind");
        return deviations.stream()
                .filter(count -> count.deviation().kind() == kind)
                .toList();
    }

    /**
     * Returns {@code fitness}, {@code cost}, {@code worstCost}, {@code journeys}, {@code open}, {@code fitting}, {@code fits},
     * {@code journeyFitness} and {@code deviations}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("fitness", fitness())
                .with("cost", cost)
                .with("worstCost", worstCost)
                .with("journeys", journeys)
                .with("open", open)
                .with("fitting", fitting)
                .with("fits", fits())
                .with("journeyFitness", journeyFitness)
                .with("deviations", deviations)
                .map();
    }
}
