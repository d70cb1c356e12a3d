package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Stage time" Time in each stage} of journeys, and the moves between stages.
 *
 * <ul>
 *   <li>The time in a stage is from the touchpoint that enters it to the one that enters the next stage, and in the last stage to the
 *       {@linkplain Journey#end end} of the journey, all visits of a journey together.
 *   <li>A move goes from one stage to another: forward, backward, or forward past stages that are skipped.
 *   <li>Law: the times in all stages and before the first add up to the {@linkplain Journey#length lengths} of the journeys.
 * </ul>
 *
 * <p>Edge cases: a journey that enters no stage is in {@code journeys} and {@code before} alone; a stage that nobody enters is there with
 * counts of 0. A sample stands at {@link Stages}.
 *
 * @param journeys how many journeys there are
 * @param staged how many of them enter a stage
 * @param forward how many moves go to a later stage
 * @param backward how many moves go to an earlier stage
 * @param skipping how many of the moves forward skip a stage
 * @param before the time until the first stage, of all journeys; for one that enters none, until its end
 * @param stages the stages in their order
 */
public record StageTimes(
        long journeys, long staged, long forward, long backward, long skipping, Durations before, List<Stage> stages)
        implements Result {

    /**
     * How many counts there are of each stage, in the order of {@link Stage}. As many of all journeys come before them, in the order
     * of this record.
     */
    private static final int COUNTS = 5;

    /** Stands for the time before the first stage. */
    private static final int BEFORE = -1;

    /**
     * The figures of one stage.
     *
     * @param name its name
     * @param visits how often journeys enter it
     * @param first for how many journeys it is the first
     * @param last how many journeys are in it at their last touchpoint
     * @param deepest for how many journeys it is the last, in the order of the stages, that they enter
     * @param skipped how many moves forward skip it
     * @param times the time of each journey that enters it, all visits together
     */
    public record Stage(String name, long visits, long first, long last, long deepest, long skipped, Durations times)
            implements Result {

        /** Returns how many journeys enter it. */
        public long journeys() {
            return times.n();
        }

        /**
         * Returns {@code name}, {@code journeys}, {@code visits}, {@code first}, {@code last}, {@code deepest}, {@code skipped} and
         * {@code times}.
         */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("name", name)
                    .with("journeys", journeys())
                    .with("visits", visits)
                    .with("first", first)
                    .with("last", last)
                    .with("deepest", deepest)
                    .with("skipped", skipped)
                    .with("times", times)
                    .map();
        }
    }

    public StageTimes {
        requireNonNull(before, "before");
        stages = List.copyOf(stages);
        Check.sum("moves", forward, backward);
    }

    /** Returns the stage with the name; empty if there is none. */
    public Optional<Stage> stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** Returns the share of the moves that go to an earlier stage. */
    public Proportion movesBackward() {
        return Proportion.of(backward, forward + backward);
    }

    /**
     * Returns the metric in calendar time, with quantiles within 0.39 %. Its accumulator fails at an activity that belongs to a stage which
     * is none of these.
     */
    public static Metric<Journey, StageTimes> metric(Stages stages) {
        return metric(stages, Durations.metric(), TimeBetween.CALENDAR);
    }

    /**
     * Returns the metric. Its accumulator fails at an activity that belongs to a stage which is none of these.
     *
     * @param durations how times are kept, {@link Durations#metric} or {@link Durations#exactMetric}
     * @param elapsed how time is measured: a time in a stage is the time from the first touchpoint until the stage is left, less that
     *     until it was entered
     */
    public static Metric<Journey, StageTimes> metric(
            Stages stages, Metric<Long, Durations> durations, TimeBetween elapsed) {
        requireNonNull(elapsed, "elapsed");
        int size = stages.names().size();
        Metric<StagedJourney, List<Long>> counts = Sums.metric("stages", COUNTS * (size + 1), StageTimes::count);
        Metric<StagedJourney, Segments<Integer, Durations>> times = durations
                .on(Spent::millis)
                .by(Spent::stage, Segmentation.failAbove(Integer.MAX_VALUE))
                .onEach((StagedJourney staged) -> spent(staged, size, elapsed));
        return Metric.both(counts, times, (sums, spent) -> of(stages, sums, spent, durations.over(List.of())))
                .on((Journey journey) -> new StagedJourney(journey, stages.visits(journey)))
                .named(Definition.of("stage times", stages.toString(), durations, elapsed.name()));
    }

    private record StagedJourney(Journey journey, List<Stages.Visit> visits) {}

    private record Spent(int stage, long millis) {}

    private static void count(StagedJourney staged, long... sums) {
        List<Stages.Visit> visits = staged.visits;
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

    private static List<Spent> spent(StagedJourney staged, int size, TimeBetween elapsed) {
        long entered = until(
                staged.journey,
                staged.visits.isEmpty()
                        ? staged.journey.size()
                        : staged.visits.get(0).from(),
                elapsed);
        List<Spent> spent = new ArrayList<>();
        spent.add(new Spent(BEFORE, entered));
        long[] millis = new long[size];
        Arrays.fill(millis, -1);
        for (Stages.Visit visit : staged.visits) {
            long left = until(staged.journey, visit.to(), elapsed);
            millis[visit.stage()] = Math.max(0, millis[visit.stage()]) + left - entered;
            entered = left;
        }
        for (int stage = 0; stage < size; stage++) {
            if (millis[stage] >= 0) {
                spent.add(new Spent(stage, millis[stage]));
            }
        }
        return spent;
    }

    private static long until(Journey journey, int index, TimeBetween elapsed) {
        return index == 0 ? 0 : elapsed.millis(journey, 0, index);
    }

    private static StageTimes of(Stages stages, List<Long> sums, Segments<Integer, Durations> spent, Durations none) {
        List<Stage> counted = new ArrayList<>();
        for (String name : stages.names()) {
            int stage = counted.size();
            List<Long> counts = sums.subList(at(stage), at(stage + 1));
            counted.add(new Stage(
                    name,
                    counts.get(0),
                    counts.get(1),
                    counts.get(2),
                    counts.get(3),
                    counts.get(4),
                    spent.get(stage).orElse(none)));
        }
        Durations before = spent.get(BEFORE).orElse(none);
        return new StageTimes(sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4), before, counted);
    }

    /**
     * Returns {@code journeys}, {@code staged}, {@code forward}, {@code backward}, {@code skipping}, {@code movesBackward}, {@code
     * before} and {@code stages}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("journeys", journeys)
                .with("staged", staged)
                .with("forward", forward)
                .with("backward", backward)
                .with("skipping", skipping)
                .with("movesBackward", movesBackward())
                .with("before", before)
                .with("stages", stages)
                .map();
    }
}
