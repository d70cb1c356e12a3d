package dev.cxkit.journey.funnel;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the outcomes of attempts, and the steps that they reach. */
final class FunnelState extends Accumulator<Journey, Conversion> {

    private static final Metric<Long, Durations> TIMES = Durations.metric();

    private final Funnel funnel;
    private final transient Attempts attempts;
    /** Journeys, those with a tie, the outcomes, then for each step those that reached it, and those of them that are open. */
    private final long[] counts;

    /** Where in these the steps begin, the open ones, and the optional steps. */
    private final int reached = 2 + Attempt.Outcome.values().length;

    private final int reachedOpen;
    private final int optional;
    private final List<Accumulator<Long, Durations>> fromFirst = new ArrayList<>();
    private final List<Accumulator<Long, Durations>> fromBefore = new ArrayList<>();

    FunnelState(Funnel funnel) {
        super(funnel);
        this.funnel = funnel;
        this.attempts = new Attempts(funnel);
        int required = funnel.required.size();
        this.reachedOpen = reached + required;
        this.optional = reachedOpen + required;
        this.counts = new long
                [optional + funnel.optional.stream().mapToInt(List::size).sum()];
        for (int step = 0; step < required; step++) {
            fromFirst.add(TIMES.start());
            fromBefore.add(TIMES.start());
        }
    }

    @Override
    public void add(Journey journey) {
        attempts.each(journey, (depth, places, found, outcome) -> count(journey, depth, places, found, outcome));
        counts[0]++;
        boolean tie = false;
        for (int i = 1; i < journey.size() && !tie; i++) {
            tie = journey.nanos(i) == journey.nanos(i - 1);
        }
        counts[1] += tie ? 1 : 0;
    }

    private void count(Journey journey, int depth, int[] places, int[] found, Attempt.Outcome outcome) {
        counts[2 + place(outcome)]++;
        if (outcome == Attempt.Outcome.EXCLUDED) {
            return;
        }
        for (int step = 0; step < depth; step++) {
            counts[reached + step]++;
            counts[reachedOpen + step] += outcome == Attempt.Outcome.OPEN ? 1 : 0;
            if (step > 0) {
                // Where the order of one instant is free, a step may lie before the one it follows.
                fromFirst.get(step).add(millis(journey, places[0], places[step]));
                fromBefore.get(step).add(millis(journey, places[step - 1], places[step]));
            }
        }
        for (int step = 0; step < found.length; step++) {
            counts[optional + step] += found[step] >= 0 ? 1 : 0;
        }
    }

    private static long millis(Journey journey, int from, int to) {
        return Math.max(0, TimeBetween.CALENDAR.millis(journey, from, to));
    }

    private static int place(Attempt.Outcome outcome) {
        return switch (outcome) {
            case CONVERTED -> 0;
            case DROPPED_OFF -> 1;
            case OPEN -> 2;
            case EXCLUDED -> 3;
        };
    }

    @Override
    public Conversion result() {
        List<Conversion.Step> steps = new ArrayList<>();
        Map<String, Long> ofOptional = new LinkedHashMap<>();
        int number = optional;
        for (int step = 0; step < funnel.required.size(); step++) {
            steps.add(new Conversion.Step(
                    funnel.required.get(step).name(),
                    counts[reached + step],
                    counts[reachedOpen + step],
                    fromFirst.get(step).result(),
                    fromBefore.get(step).result()));
            for (FunnelStep other : funnel.optional.get(step)) {
                ofOptional.put(other.name(), counts[number++]);
            }
        }
        return new Conversion(counts[0], counts[1], steps, ofOptional, counts[2], counts[3], counts[4], counts[5]);
    }

    @Override
    protected void absorb(Accumulator<Journey, Conversion> other) {
        FunnelState that = (FunnelState) other;
        Arrays.setAll(counts, i -> Math.addExact(counts[i], that.counts[i]));
        for (int step = 0; step < fromFirst.size(); step++) {
            fromFirst.get(step).merge(that.fromFirst.get(step));
            fromBefore.get(step).merge(that.fromBefore.get(step));
        }
    }

    @Override
    protected void write(StateOutput out) {
        for (long count : counts) {
            out.count(count);
        }
        fromFirst.forEach(out::state);
        fromBefore.forEach(out::state);
    }

    @Override
    protected void read(StateInput in) {
        Arrays.setAll(counts, i -> in.count());
        fromFirst.replaceAll(times -> in.state(TIMES));
        fromBefore.replaceAll(times -> in.state(TIMES));
        for (int step = 0; step < fromFirst.size(); step++) {
            long least = counts[reachedOpen + step];
            long most = step == 0 ? Long.MAX_VALUE : counts[reached + step - 1];
            in.check(
                    least <= counts[reached + step] && counts[reached + step] <= most, "a step is reached by too many");
        }
        int converted = 2 + place(Attempt.Outcome.CONVERTED);
        int open = 2 + place(Attempt.Outcome.OPEN);
        in.check(
                Math.addExact(counts[converted], counts[open]) <= counts[reached],
                "more have converted or are open than have entered");
        result();
    }
}
