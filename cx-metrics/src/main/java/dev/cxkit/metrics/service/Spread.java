package dev.cxkit.metrics.service;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;

/** Moments and quantiles of whole numbers. */
record Spread(Moments moments, ValueDistribution distribution) {

    static Metric<Long, Spread> metric() {
        return Metric.both(Moments.metricOfLongs(), ValueDistribution.metric(), Spread::new);
    }
}
