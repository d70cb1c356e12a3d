package dev.cxkit.journey.analysis;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.TreeMap;

/** Counts the journeys that pass each place. */
final class PainState extends Accumulator<Journey, PainCounts> {

    private final PainPoints metric;
    private final TreeMap<Place, PlaceState> places = new TreeMap<>();
    private long journeys;
    private long goals;
    private long open;

    PainState(PainPoints metric) {
        super(metric);
        this.metric = metric;
    }

    @Override
    public void add(Journey journey) {
        JourneyGoal.Outcome outcome = metric.goal.outcome(journey);
        if (outcome == JourneyGoal.Outcome.OPEN) {
            open++;
            return;
        }
        boolean reached = outcome == JourneyGoal.Outcome.REACHED;
        journeys++;
        goals += reached ? 1 : 0;
        Map<Place, Passages> passed = new PainScan(metric, journey).passed();
        passed.forEach((place, passages) -> place(place).add(passages, reached, journey.id()));
    }

    private PlaceState place(Place place) {
        return places.computeIfAbsent(place, one -> new PlaceState(metric.examples));
    }

    @Override
    public PainCounts result() {
        Map<Place, PlaceCount> counts = new TreeMap<>();
        places.forEach((place, state) -> counts.put(place, state.result()));
        return new PainCounts(Proportion.of(goals, journeys), open, counts);
    }

    @Override
    protected void absorb(Accumulator<Journey, PainCounts> other) {
        PainState that = (PainState) other;
        journeys += that.journeys;
        goals += that.goals;
        open += that.open;
        that.places.forEach((place, state) -> place(place).absorb(state));
    }

    @Override
    protected void write(StateOutput out) {
        out.counts(journeys, goals, open);
        out.count(places.size());
        places.forEach((place, state) -> {
            out.text(place.kind().name());
            out.text(place.from());
            out.text(place.name());
            state.write(out);
        });
    }

    @Override
    protected void read(StateInput in) {
        long[] counts = in.counts(3);
        if (counts.length != 3) {
            throw new IllegalArgumentException("state has " + counts.length + " counts of journeys, not 3");
        }
        journeys = counts[0];
        goals = Proportion.of(counts[1], journeys).count();
        open = counts[2];
        int size = in.count(Integer.MAX_VALUE);
        for (int i = 0; i < size; i++) {
            place(new Place(Place.Kind.valueOf(in.text()), in.text(), in.text()))
                    .read(in);
        }
    }
}
