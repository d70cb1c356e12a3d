package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@index "Response funnel"} of survey invitations: delivery, open, start, completion; {@index "response rate"},
 * {@index "completion rate"}, {@index "drop-off"}.
 *
 * <ul>
 *   <li>Counted: invitations; a customer who was kept from one by a contact frequency rule was not invited.
 *   <li>Counted apart: invitations of a cohort that are too young.
 *   <li>The response rate is completed of invited, which is RR1 of AAPOR where all invited are eligible; the completion rate completed of
 *       started.
 *   <li>A rate is empty if its denominator is 0.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survey.ResponseFunnel;
 * import dev.cxkit.metrics.survey.ResponseFunnel.Basis;
 * import dev.cxkit.metrics.survey.ResponseFunnel.Step;
 * import java.util.Map;
 *
 * var funnel = new ResponseFunnel(Basis.COHORT, Map.of(
 *         Step.INVITED, 400L, Step.DELIVERED, 390L, Step.OPENED, 210L, Step.STARTED, 120L, Step.COMPLETED, 96L, Step.DECLINED, 7L), 25);
 * System.out.println(funnel.responseRate().orElseThrow().text(3));
 * System.out.println(funnel.completionRate().orElseThrow().text(3));
 * System.out.println("too young " + funnel.tooYoung());
 * // -> 0.240 (0.201 to 0.284 at 95 %, n 400)
 * // -> 0.800 (0.720 to 0.862 at 95 %, n 120)
 * // -> too young 25
 * }</pre>
 *
 * @param basis whether invitations were followed, or events counted
 * @param counts how many reached each {@link Step}, in their order; unmodifiable
 * @param tooYoung how many invitations of a cohort were excluded as too young; 0 by flow
 */
public record ResponseFunnel(Basis basis, Map<Step, Long> counts, long tooYoung) implements Result {

    /** What the counts are counts of. */
    public enum Basis {

        /**
         * The invitations sent in a period and what became of them, whenever that was. A later step proves the earlier ones, also
         * where their time was not recorded, so no step has more than the one before. The default.
         */
        COHORT,

        /** The events of a period, whenever the invitation was sent. A step may have more than the one before. */
        FLOW
    }

    /** The steps, each of which follows the one before but the last: a customer declines instead. */
    public enum Step {
        /** The invitation was sent. */
        INVITED,
        /** It arrived. */
        DELIVERED,
        /** It was opened. */
        OPENED,
        /** The first question was answered. */
        STARTED,
        /** The survey was sent back complete. */
        COMPLETED,
        /** The customer said no. */
        DECLINED
    }

    /** Refuses other than one count of at least 0 for each step, with an {@link IllegalArgumentException}. */
    public ResponseFunnel {
        requireNonNull(basis, "basis");
        Map<Step, Long> copy = new EnumMap<>(counts);
        if (copy.size() != Step.values().length
                || copy.values().stream().anyMatch(count -> count < 0)
                || tooYoung < 0) {
            throw new IllegalArgumentException("counts " + counts + " and " + tooYoung
                    + " are not one of at least 0 for each of " + List.of(Step.values()));
        }
        counts = Collections.unmodifiableMap(copy);
    }

    /** Returns the metric of all invitations sent in the range of time, however young. */
    public static Metric<Invitation, ResponseFunnel> metric(TimeRange invited) {
        return new FunnelCounts(Basis.COHORT, invited, null, Duration.ZERO);
    }

    /**
     * Returns the metric of the invitations sent in the range of time that have had their time: events from {@code asOf} on are not yet
     * known, and invitations younger than {@code maturity} then are counted apart as too young.
     *
     * @param maturity how long an invitation is given to be answered, at least 0
     */
    public static Metric<Invitation, ResponseFunnel> metric(TimeRange invited, Duration maturity, Instant asOf) {
        return new FunnelCounts(Basis.COHORT, invited, requireNonNull(asOf, "asOf"), maturity);
    }

    /**
     * Returns the metric on this basis: of the invitations sent in the period, however young, or of the events in it, whenever the
     * invitation was sent.
     */
    public static Metric<Invitation, ResponseFunnel> metric(Basis basis, TimeRange period) {
        return new FunnelCounts(basis, period, null, Duration.ZERO);
    }

    /** Returns how many reached the step. */
    public long count(Step step) {
        return requireNonNull(counts.get(step), "step");
    }

    /**
     * Returns the number at one step divided by that at another; by flow it may be above 1. Empty if nobody reached the other.
     *
     * @param base the step that is the denominator
     */
    public OptionalDouble ratio(Step step, Step base) {
        return count(base) == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count(step) / count(base));
    }

    /**
     * Returns the share of those at one step who also reached another, with Wilson's confidence interval; empty if nobody reached the
     * first.
     *
     * @param base the step that is the denominator, not after {@code step}
     * @throws IllegalStateException by flow, where the ones are not part of the others; see {@link #ratio}
     * @throws IllegalArgumentException if {@code base} comes after {@code step}, or {@code step} is declined and {@code base} not invited
     *     or delivered
     */
    public Optional<Estimate> rate(Step step, Step base) {
        if (basis == Basis.FLOW) {
            throw new IllegalStateException("by flow a step is no part of another; use ratio");
        }
        if (base.compareTo(step) > 0 || (step == Step.DECLINED && base.compareTo(Step.DELIVERED) > 0)) {
            throw new IllegalArgumentException(step + " is no part of " + base);
        }
        return Proportion.of(count(step), count(base)).estimate();
    }

    /**
     * Returns the response rate, completed of invited, which is RR1 of AAPOR where all invited are eligible; empty if nobody was invited.
     */
    public Optional<Estimate> responseRate() {
        return rate(Step.COMPLETED, Step.INVITED);
    }

    /** Returns the completion rate, completed of started; empty if nobody started. */
    public Optional<Estimate> completionRate() {
        return rate(Step.COMPLETED, Step.STARTED);
    }

    /** Returns the count of each step, the too young, the rates of a cohort, and the basis. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("counts", counts)
                .with("tooYoung", tooYoung)
                .with("responseRate", basis == Basis.FLOW ? null : responseRate())
                .with("completionRate", basis == Basis.FLOW ? null : completionRate())
                .with("basis", basis)
                .map();
    }
}
