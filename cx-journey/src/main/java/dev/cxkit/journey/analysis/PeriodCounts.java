package dev.cxkit.journey.analysis;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import java.util.List;

/** What one journey adds to the counts of the period with this number. */
record PeriodCounts(Integer period, List<Long> counts) {

    static Metric<Journey, Segments<Integer, List<Long>>> metric(
            Counts counts, Fn<Journey, ? extends Iterable<PeriodCounts>> of) {
        return counts.on(PeriodCounts::counts).by(PeriodCounts::period).onEach(of);
    }
}
