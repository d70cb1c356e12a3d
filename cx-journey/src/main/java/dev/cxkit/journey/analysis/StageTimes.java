package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Optional;

/**
 * How long journeys are in each stage and how they move from one to the other. The times in all stages and before the first add up to
 * the times from the first touchpoint of each journey to its last.
 *
 * @param journeys how many journeys there are
 * @param staged how many of them come to a stage
 * @param forward how many moves go to a later stage
 * @param backward how many moves go to an earlier stage
 * @param skipping how many of the moves forward pass over a stage
 * @param before how long it takes until the first stage, of all journeys; for one that comes to none, until its last touchpoint
 * @param stages the stages in their order
 */
public record StageTimes(
        long journeys, long staged, long forward, long backward, long skipping, Durations before, List<Stage> stages) {

    /**
     * One stage.
     *
     * @param name its name
     * @param visits how often journeys come to it
     * @param first for how many journeys it is the first
     * @param last how many journeys are in it at their last touchpoint
     * @param deepest for how many journeys it is the last in the order of the stages that they come to
     * @param skipped how many moves forward pass over it
     * @param times how long each journey that comes to it is in it, all visits together
     */
    public record Stage(String name, long visits, long first, long last, long deepest, long skipped, Durations times) {

        /** Returns how many journeys come to it. */
        public long journeys() {
            return times.n();
        }
    }

    /** Checks the parts and copies the list. */
    public StageTimes {
        requireNonNull(before, "before");
        stages = List.copyOf(stages);
    }

    /** Returns the stage with the name; empty if there is none. */
    public Optional<Stage> stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** Returns the share of the moves that go back. */
    public Proportion movesBackward() {
        return Proportion.of(backward, forward + backward);
    }
}
