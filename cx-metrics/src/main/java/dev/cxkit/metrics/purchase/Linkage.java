package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Score-to-outcome linkage"}: the rate of an outcome (buying again, renewing, leaving) within a window,
 * by band of a score.
 *
 * <ul>
 *   <li>Counted: customers whose {@link OutcomeWindow} is complete, with Wilson's interval in the estimate.
 *   <li>Counted apart: customers whose window is not complete, also if the outcome occurred already.
 *   <li>Ask it with {@link Metric#by} for each band; {@link Proportion#minus} compares two of them.
 *   <li>It is an association, not a cause: satisfied customers may have been better customers all along.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.purchase.Linkage;
 * import dev.cxkit.metrics.purchase.OutcomeWindow;
 * import java.util.List;
 *
 * record Reply(String band, OutcomeWindow renewed) {}
 *
 * List<Reply> replies = List.of(
 *         new Reply("promoter", OutcomeWindow.HAPPENED), new Reply("promoter", OutcomeWindow.HAPPENED),
 *         new Reply("promoter", OutcomeWindow.NOT_YET), new Reply("detractor", OutcomeWindow.HAPPENED),
 *         new Reply("detractor", OutcomeWindow.DID_NOT_HAPPEN));
 * Linkage.metric("renewal", Reply::renewed).by(Reply::band).over(replies).each().forEach((band, linkage) ->
 *         System.out.println(band + ": " + linkage.happened().count() + " of " + linkage.happened().total()));
 * // -> detractor: 1 of 2
 * // -> promoter: 2 of 2
 * }</pre>
 *
 * @param happened how many of those whose window is complete had the outcome
 * @param immature how many have a window that is not complete
 */
public record Linkage(Proportion happened, long immature) implements Result {

    /** Checks that there is a proportion. */
    public Linkage {
        requireNonNull(happened, "happened");
    }

    /**
     * Returns the metric.
     *
     * @param what what the outcome is, for the definition
     * @param outcome whether it occurred
     */
    public static <T> Metric<T, Linkage> metric(String what, Fn<? super T, OutcomeWindow> outcome) {
        requireNonNull(outcome, "outcome");
        return Sums.metric(
                Definition.of("linkage", requireNonNull(what, "what")),
                OutcomeWindow.COUNT,
                (each, parts) -> parts[outcome.apply(each).place] = 1,
                sums -> new Linkage(Proportion.of(sums[0], Math.addExact(sums[0], sums[1])), sums[2]));
    }

    /** Returns the share whose outcome {@code happened}, and the {@code immature} ones. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(happened)).with("immature", immature).map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
