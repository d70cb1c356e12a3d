package dev.cxkit.metrics.service;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;

/** Counts outcomes. */
record OutcomeCounts() implements Metric<Outcome, OutcomeCounts.Result> {

    /** What was counted. */
    record Result(Proportion proportion, Map<String, Long> leftOut) {}

    @Override
    public Accumulator<Outcome, Result> start() {
        Metric<Outcome, Segments<String, List<Long>>> leftOut = new Sums<Outcome>(1, (outcome, counts) -> counts[0]++)
                .by(Outcome::reason, Segmentation.failAbove(Integer.MAX_VALUE))
                .where(outcome -> outcome.kind() == Outcome.Kind.LEFT_OUT);
        return Metric.both(
                        Proportion.metric((Outcome outcome) -> outcome.kind() == Outcome.Kind.YES)
                                .where(outcome -> outcome.kind() != Outcome.Kind.LEFT_OUT),
                        leftOut.then(
                                reasons -> reasons.map(counts -> counts.get(0)).each()),
                        Result::new)
                .named(definition())
                .start();
    }
}
