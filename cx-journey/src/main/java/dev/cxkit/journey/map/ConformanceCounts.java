package dev.cxkit.journey.map;

import dev.cxkit.journey.Ending;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how journeys agree with a map. */
final class ConformanceCounts extends Accumulator<Journey, ConformanceResult> {

    private static final int REMEMBERED = 4096;
    private static final int LONGEST_REMEMBERED = 256;
    private static final Metric<Double, Moments> FITNESS = Moments.ofDoubles();
    private static final Comparator<DeviationCount> ORDER = Comparator.<DeviationCount, Deviation.Kind>comparing(
                    count -> count.deviation().kind())
            .thenComparing(DeviationCount::journeys, Comparator.reverseOrder())
            .thenComparing(DeviationCount::times, Comparator.reverseOrder())
            .thenComparing(count -> count.deviation().name());

    private record Variant(List<String> steps, boolean soFar) {}

    private static final class Tally {
        private long times;
        private long journeys;
        private Accumulator<String, List<String>> examples;

        Tally(Accumulator<String, List<String>> examples) {
            this.examples = examples;
        }
    }

    private final Conformance metric;
    private final Metric<String, List<String>> examples;
    private final Map<Variant, Alignment> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Variant, Alignment> eldest) {
            return size() > REMEMBERED;
        }
    };

    private long journeys;
    private long open;
    private long fitting;
    private long cost;
    private long worst;
    private Accumulator<Double, Moments> fitness = FITNESS.start();
    private final TreeMap<Deviation, Tally> tallies = new TreeMap<>();

    ConformanceCounts(Conformance metric) {
        super(metric);
        this.metric = metric;
        this.examples = Examples.of(metric.examples(), id -> id);
    }

    @Override
    public void add(Journey journey) {
        Alignment alignment = aligned(journey);
        journeys++;
        open += journey.ending() == Ending.OPEN ? 1 : 0;
        fitting += alignment.fits() ? 1 : 0;
        cost += alignment.cost();
        worst += alignment.worst();
        fitness.add(alignment.fitness());
        Deviation previous = null;
        for (Deviation deviation : metric.deviations(journey, alignment)) {
            Tally tally = tally(deviation);
            tally.times++;
            if (!deviation.equals(previous)) {
                tally.journeys++;
                tally.examples.add(journey.id());
            }
            previous = deviation;
        }
    }

    private Alignment aligned(Journey journey) {
        Variant variant = new Variant(journey.steps(), metric.isSoFar(journey));
        if (journey.size() > LONGEST_REMEMBERED) {
            return metric.align(variant.steps, variant.soFar);
        }
        // Not computeIfAbsent, which may not remove the eldest while it computes.
        Alignment known = remembered.get(variant);
        if (known == null) {
            known = metric.align(variant.steps, variant.soFar);
            remembered.put(variant, known);
        }
        return known;
    }

    private Tally tally(Deviation deviation) {
        return tallies.computeIfAbsent(deviation, each -> new Tally(examples.start()));
    }

    @Override
    public ConformanceResult result() {
        List<DeviationCount> counts = new ArrayList<>();
        tallies.forEach((deviation, tally) ->
                counts.add(new DeviationCount(deviation, tally.times, tally.journeys, tally.examples.result())));
        counts.sort(ORDER);
        return new ConformanceResult(journeys, open, fitting, cost, worst, fitness.result(), counts);
    }

    @Override
    protected void absorb(Accumulator<Journey, ConformanceResult> other) {
        ConformanceCounts that = (ConformanceCounts) other;
        journeys += that.journeys;
        open += that.open;
        fitting += that.fitting;
        cost += that.cost;
        worst += that.worst;
        fitness.merge(that.fitness);
        that.tallies.forEach((deviation, theirs) -> {
            Tally tally = tally(deviation);
            tally.times += theirs.times;
            tally.journeys += theirs.journeys;
            tally.examples.merge(theirs.examples);
        });
    }

    @Override
    protected void write(StateOutput out) {
        out.count(journeys);
        out.count(open);
        out.count(fitting);
        out.count(cost);
        out.count(worst);
        out.state(fitness);
        out.count(tallies.size());
        tallies.forEach((deviation, tally) -> {
            out.text(deviation.kind().name());
            out.text(deviation.name());
            out.count(tally.times);
            out.count(tally.journeys);
            out.state(tally.examples);
        });
    }

    @Override
    protected void read(StateInput in) {
        journeys = in.count();
        open = in.count();
        fitting = in.count();
        cost = in.count();
        worst = in.count();
        fitness = in.state(FITNESS);
        long size = in.count();
        for (long i = 0; i < size; i++) {
            Tally tally = tally(new Deviation(Deviation.Kind.valueOf(in.text()), in.text()));
            tally.times = in.count();
            tally.journeys = in.count();
            tally.examples = in.state(examples);
        }
    }
}
