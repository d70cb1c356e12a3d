package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
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
     * How many counts there are of each stage, in the order of {@link Stage}. As many of all journeys come before them, in the order
     * of this record.
     */
    private static final int COUNTS = 5;

    /** Stands for the time before the first stage. */
    private static final int BEFORE = -1;

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

    static Metric<Journey, StageTimes> metric(Stages stages, Metric<Long, Durations> durations, TimeBetween elapsed) {
        int size = stages.names().size();
        Metric<StagedJourney, List<Long>> counts = Sums.metric("stages", COUNTS * (size + 1), StageTimes::count);
        Metric<StagedJourney, Segments<Integer, Durations>> times = durations
                .on(Spent::millis)
                .by(Spent::stage, Segmentation.failAbove(Integer.MAX_VALUE))
                .onEach((StagedJourney way) -> spent(way, size, elapsed));
        return Metric.both(counts, times, (sums, spent) -> of(stages, sums, spent, durations.over(List.of())))
                .on((Journey journey) -> new StagedJourney(journey, stages.visits(journey)))
                .named(Definition.of("stage times", stages.toString(), durations.definition(), elapsed.toString()));
    }

    private record StagedJourney(Journey journey, List<Stages.Visit> visits) {}

    private record Spent(int stage, long millis) {}

    private static void count(StagedJourney way, long... sums) {
        List<Stages.Visit> visits = way.visits;
        sums[0]++;
        if (visits.isEmpty()) {
            return;
        }
        sums[1]++;
        sums[at(visits.get(0).stage()) + 1]++;
        sums[at(visits.get(visits.size() - 1).stage()) + 2]++;
        sums[at(Stages.deepest(visits)) + 3]++;
        int from = BEFORE;
        for (Stages.Visit visit : visits) {
            int to = visit.stage();
            sums[at(to)]++;
            if (from != BEFORE) {
                sums[to > from ? 2 : 3]++;
                sums[4] += to > from + 1 ? 1 : 0;
                for (int stage = from + 1; stage < to; stage++) {
                    sums[at(stage) + 4]++;
                }
            }
            from = to;
        }
    }

    private static int at(int stage) {
        return COUNTS * (stage + 1);
    }

    private static List<Spent> spent(StagedJourney way, int size, TimeBetween elapsed) {
        int end = way.journey.size() - 1;
        long reached = passed(
                way.journey, way.visits.isEmpty() ? end : way.visits.get(0).from(), elapsed);
        List<Spent> spent = new ArrayList<>();
        spent.add(new Spent(BEFORE, reached));
        long[] millis = new long[size];
        Arrays.fill(millis, -1);
        for (Stages.Visit visit : way.visits) {
            long left = passed(way.journey, Math.min(visit.to(), end), elapsed);
            millis[visit.stage()] = Math.max(0, millis[visit.stage()]) + left - reached;
            reached = left;
        }
        for (int stage = 0; stage < size; stage++) {
            if (millis[stage] >= 0) {
                spent.add(new Spent(stage, millis[stage]));
            }
        }
        return spent;
    }

    private static long passed(Journey journey, int place, TimeBetween elapsed) {
        return place == 0 ? 0 : elapsed.millis(journey, 0, place);
    }

    private static StageTimes of(Stages stages, List<Long> sums, Segments<Integer, Durations> spent, Durations none) {
        List<Stage> counted = new ArrayList<>();
        for (String name : stages.names()) {
            int stage = counted.size();
            List<Long> of = sums.subList(at(stage), at(stage + 1));
            counted.add(new Stage(
                    name,
                    of.get(0),
                    of.get(1),
                    of.get(2),
                    of.get(3),
                    of.get(4),
                    spent.get(stage).orElse(none)));
        }
        Durations before = spent.get(BEFORE).orElse(none);
        return new StageTimes(sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4), before, counted);
    }
}
