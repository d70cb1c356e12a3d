package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;

/**
 * How many of a group went on to do something: buy again, renew, leave. Asked by the band of a score it says how score and outcome go
 * together. That one is the reason of the other it does not say: who is content may have been a better customer all along.
 *
 * @param happened how many of those whose time is over, with Wilson's interval in its estimate
 * @param immature how many whose time is not over
 */
public record Linkage(Proportion happened, long immature) {

    /** Checks that there is a proportion. */
    public Linkage {
        requireNonNull(happened, "happened");
    }

    /**
     * Returns the metric.
     *
     * @param what what may happen, for the definition
     * @param aftermath whether it did
     */
    public static <T> Metric<T, Linkage> metric(String what, Fn<? super T, OutcomeWindow> aftermath) {
        requireNonNull(aftermath, "aftermath");
        return Sums.metric(
                "linkage(" + requireNonNull(what, "what") + ")",
                OutcomeWindow.COUNT,
                (each, parts) -> parts[aftermath.apply(each).place] = 1,
                sums -> new Linkage(Proportion.of(sums[0], sums[0] + sums[1]), sums[2]));
    }

    /** Returns the metric by band of a score, and in total: {@link Proportion#minus} compares two of the bands. */
    public static <T, K> Metric<T, Segments<K, Linkage>> byBand(
            String what, Fn<? super T, ? extends K> band, Fn<? super T, OutcomeWindow> aftermath) {
        return Linkage.<T>metric(what, aftermath).by(band);
    }
}
