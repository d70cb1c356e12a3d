package dev.cxkit.journey.analysis;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how far attempts come. */
final class FunnelState extends Accumulator<Journey, Conversion> {

    private static final Metric<Long, Durations> TIMES = Durations.metric();

    private final Funnel funnel;
    private final transient Attempts attempts;
    private final long[] reached;
    private final long[] reachedOpen;
    private final long[] optional;
    private final List<Accumulator<Long, Durations>> fromFirst = new ArrayList<>();
    private final List<Accumulator<Long, Durations>> fromBefore = new ArrayList<>();
    private final long[] outcomes = new long[Attempt.Outcome.values().length];
    private long journeys;
    private long tied;

    FunnelState(Funnel funnel) {
        super(funnel);
        this.funnel = funnel;
        this.attempts = new Attempts(funnel);
        int required = funnel.required.size();
        this.reached = new long[required];
        this.reachedOpen = new long[required];
        this.optional = new long[funnel.optional.stream().mapToInt(List::size).sum()];
        for (int step = 0; step < required; step++) {
            fromFirst.add(TIMES.start());
            fromBefore.add(TIMES.start());
        }
    }

    @Override
    public void add(Journey journey) {
        attempts.each(journey, (depth, places, found, outcome) -> count(journey, depth, places, found, outcome));
        journeys++;
        boolean tie = false;
        for (int i = 1; i < journey.size() && !tie; i++) {
            tie = journey.nanos(i) == journey.nanos(i - 1);
        }
        tied += tie ? 1 : 0;
    }

    private void count(Journey journey, int depth, int[] places, int[] found, Attempt.Outcome outcome) {
        outcomes[place(outcome)]++;
        if (outcome == Attempt.Outcome.DISCARDED) {
            return;
        }
        for (int step = 0; step < depth; step++) {
            reached[step]++;
            reachedOpen[step] += outcome == Attempt.Outcome.OPEN ? 1 : 0;
            if (step > 0) {
                // Where the order of one instant is free, a step may lie before the one it follows.
                fromFirst.get(step).add(millis(journey, places[0], places[step]));
                fromBefore.get(step).add(millis(journey, places[step - 1], places[step]));
            }
        }
        for (int step = 0; step < found.length; step++) {
            optional[step] += found[step] >= 0 ? 1 : 0;
        }
    }

    private static long millis(Journey journey, int from, int to) {
        return Math.max(0, Elapsed.CALENDAR.millis(journey, from, to));
    }

    private static int place(Attempt.Outcome outcome) {
        return switch (outcome) {
            case CONVERTED -> 0;
            case DROPPED -> 1;
            case OPEN -> 2;
            case DISCARDED -> 3;
        };
    }

    @Override
    public Conversion result() {
        List<Conversion.Reached> steps = new ArrayList<>();
        Map<String, Long> ofOptional = new LinkedHashMap<>();
        int number = 0;
        for (int step = 0; step < reached.length; step++) {
            steps.add(new Conversion.Reached(
                    funnel.required.get(step).name(),
                    reached[step],
                    reachedOpen[step],
                    fromFirst.get(step).result(),
                    fromBefore.get(step).result()));
            for (FunnelStep other : funnel.optional.get(step)) {
                ofOptional.put(other.name(), optional[number++]);
            }
        }
        return new Conversion(journeys, tied, steps, ofOptional, outcomes[0], outcomes[1], outcomes[2], outcomes[3]);
    }

    @Override
    protected void absorb(Accumulator<Journey, Conversion> other) {
        FunnelState that = (FunnelState) other;
        add(reached, that.reached);
        add(reachedOpen, that.reachedOpen);
        add(optional, that.optional);
        add(outcomes, that.outcomes);
        for (int step = 0; step < reached.length; step++) {
            fromFirst.get(step).merge(that.fromFirst.get(step));
            fromBefore.get(step).merge(that.fromBefore.get(step));
        }
        journeys = Math.addExact(journeys, that.journeys);
        tied = Math.addExact(tied, that.tied);
    }

    private static void add(long[] counts, long[] more) {
        Arrays.setAll(counts, i -> Math.addExact(counts[i], more[i]));
    }

    @Override
    protected void write(StateOutput out) {
        out.count(journeys);
        out.count(tied);
        for (long[] counts : List.of(reached, reachedOpen, optional, outcomes)) {
            out.counts(counts);
        }
        fromFirst.forEach(out::state);
        fromBefore.forEach(out::state);
    }

    @Override
    protected void read(StateInput in) {
        journeys = in.count();
        tied = in.count();
        for (long[] counts : List.of(reached, reachedOpen, optional, outcomes)) {
            long[] read = in.counts(counts.length);
            if (read.length != counts.length) {
                throw new IllegalArgumentException(
                        "state has " + read.length + " counts where there are " + counts.length + " steps");
            }
            System.arraycopy(read, 0, counts, 0, read.length);
        }
        fromFirst.replaceAll(times -> in.state(TIMES));
        fromBefore.replaceAll(times -> in.state(TIMES));
    }
}
