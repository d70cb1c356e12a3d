package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Invitation;
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
 * How many were invited to a survey, and how many of them got how far. A customer who was kept from an invitation by a contact rule was
 * not invited.
 *
 * @param basis whether people were followed, or events counted
 * @param counts how many reached each {@link Step}, in their order; unmodifiable
 * @param tooYoung how many invitations of a cohort were left out because they had not had their time yet; 0 by flow
 */
public record ResponseFunnel(Basis basis, Map<Step, Long> counts, long tooYoung) {

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

    /** The steps, each of which follows the one before but the last: a customer declines instead of going on. */
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

    /** Checks the counts; throws an {@link IllegalArgumentException} if there is not one count for each step, or one is negative. */
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

    /** Returns the metric of all invitations sent in the period, however young. */
    public static Metric<Invitation, ResponseFunnel> metric(TimeRange invited) {
        return new FunnelCounts(Basis.COHORT, invited, null, Duration.ZERO);
    }

    /**
     * Returns the metric of the invitations sent in the period that have had their time: events from {@code asOf} on are not yet
     * known, and invitations younger than {@code maturity} then are counted apart.
     *
     * @param maturity how long an invitation is given to be answered, at least 0
     */
    public static Metric<Invitation, ResponseFunnel> metric(TimeRange invited, Duration maturity, Instant asOf) {
        return new FunnelCounts(Basis.COHORT, invited, requireNonNull(asOf, "asOf"), maturity);
    }

    /**
     * Returns the metric on this basis: of the invitations sent in the period, however young, or of the events in it, whenever the invitation was sent.
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
     * Returns the share of those at one step who also reached another, with Wilson's interval; empty if nobody reached the first.
     *
     * @param base the step that is the denominator, not after {@code step}
     * @throws IllegalStateException by flow, where the ones are not part of the others; see {@link #ratio}
     * @throws IllegalArgumentException if {@code base} comes after {@code step}, or {@code step} is declined and {@code base} not
     *     invited or delivered
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

    /** Returns completed of invited, which is RR1 of AAPOR where all invited are eligible; empty if nobody was invited. */
    public Optional<Estimate> responseRate() {
        return rate(Step.COMPLETED, Step.INVITED);
    }

    /** Returns completed of started; empty if nobody started. */
    public Optional<Estimate> completionRate() {
        return rate(Step.COMPLETED, Step.STARTED);
    }
}
