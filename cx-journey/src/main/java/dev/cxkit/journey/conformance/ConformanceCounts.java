package dev.cxkit.journey.conformance;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.KeyFormat;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks journeys against a map, so that they can be counted. It belongs to one thread, and aligns those of one variant once. */
final class ConformanceCounts implements Fn<Journey, ConformanceCounts.Checked> {

    private static final int REMEMBERED = 4096;
    private static final int LONGEST_REMEMBERED = 256;
    private static final KeyFormat<Deviation> DEVIATIONS = KeyFormat.of(
            "deviation", deviation -> deviation.kind().name() + " " + deviation.name(), ConformanceCounts::deviation);
    private static final Comparator<DeviationCount> ORDER = Comparator.<DeviationCount, Deviation.Kind>comparing(
                    count -> count.deviation().kind())
            .thenComparing(DeviationCount::journeys, Comparator.reverseOrder())
            .thenComparing(DeviationCount::times, Comparator.reverseOrder())
            .thenComparing(count -> count.deviation().name());

    /** What is counted of a journey: each deviation once, with how often it is there. */
    record Checked(boolean open, Alignment alignment, List<Occurrence> occurrences) {}

    private record Occurrence(Deviation deviation, long times, String journey) {}

    private record Counted(List<Long> counts, List<String> examples) {}

    private record Fit(List<Long> counts, Moments fitness) {}

    private record Variant(List<String> activities, boolean prefix) {}

    private final Conformance conformance;
    private final transient Map<Variant, Alignment> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Variant, Alignment> eldest) {
            return size() > REMEMBERED;
        }
    };

    private ConformanceCounts(Conformance conformance) {
        this.conformance = conformance;
    }

    /** Returns a metric for one accumulator. */
    static Metric<Journey, ConformanceResult> of(Conformance conformance) {
        Metric<Occurrence, List<Long>> times = Sums.metric("deviations", 2, (occurrence, counts) -> {
            counts[0] += occurrence.times;
            counts[1]++;
        });
        Metric<Checked, Segments<Deviation, Counted>> deviations = Metric.both(
                        times, Examples.metric(conformance.examples(), Occurrence::journey), Counted::new)
                .by(Occurrence::deviation, new Segmentation<>(Integer.MAX_VALUE, false, DEVIATIONS))
                .onEach(Checked::occurrences);
        Metric<Checked, Fit> fit = Metric.both(
                Sums.metric("alignments", 5, ConformanceCounts::add),
                Moments.metric().on((Checked one) -> one.alignment.fitness()),
                Fit::new);
        return Metric.both(fit, deviations, ConformanceCounts::result).on(new ConformanceCounts(conformance));
    }

    private static void add(Checked one, long... counts) {
        counts[0]++;
        counts[1] += one.open ? 1 : 0;
        counts[2] += one.alignment.fits() ? 1 : 0;
        counts[3] += one.alignment.cost();
        counts[4] += one.alignment.worstCost();
    }

    private static ConformanceResult result(Fit fit, Segments<Deviation, Counted> byDeviation) {
        List<DeviationCount> found = new ArrayList<>();
        byDeviation
                .each()
                .forEach((deviation, one) ->
                        found.add(new DeviationCount(deviation, one.counts.get(0), one.counts.get(1), one.examples)));
        found.sort(ORDER);
        List<Long> counts = fit.counts;
        return new ConformanceResult(
                counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4), fit.fitness, found);
    }

    private static Deviation deviation(String text) {
        int space = Math.max(0, text.indexOf(' '));
        return new Deviation(Deviation.Kind.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    @Override
    public Checked apply(Journey journey) {
        Alignment alignment = aligned(journey);
        Map<Deviation, Long> times = new LinkedHashMap<>();
        conformance.deviations(journey, alignment).forEach(deviation -> times.merge(deviation, 1L, Long::sum));
        List<Occurrence> occurrences = new ArrayList<>();
        times.forEach((deviation, count) -> occurrences.add(new Occurrence(deviation, count, journey.id())));
        return new Checked(journey.status() == JourneyStatus.OPEN, alignment, occurrences);
    }

    private Alignment aligned(Journey journey) {
        Variant variant = new Variant(journey.activities(), conformance.isPrefix(journey));
        if (journey.size() > LONGEST_REMEMBERED) {
            return conformance.align(variant.activities, variant.prefix);
        }
        // Not computeIfAbsent, which may not remove the eldest while it computes.
        Alignment known = remembered.get(variant);
        if (known == null) {
            known = conformance.align(variant.activities, variant.prefix);
            remembered.put(variant, known);
        }
        return known;
    }

    private Object readResolve() {
        return new ConformanceCounts(conformance);
    }
}
