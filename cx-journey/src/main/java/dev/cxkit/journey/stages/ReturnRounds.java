package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Durations;
import dev.cxkit.metrics.stats.Proportion;
import java.util.OptionalDouble;

/**
 * How customers come round in a {@link ReturnLoop}.
 *
 * @param customers how many keys there are
 * @param reachedLastStage how many rounds came to the last stage
 * @param closed how many of these closed
 * @param closedByReferral how many of these closed by bringing in somebody
 * @param timesToReturn for the closed, how long after the last stage was reached
 * @param referred how many were brought in by a customer
 * @param referredConverted how many of these have come to the purchase
 * @param unconfirmedReferrals how many say that they were brought in by one who is not known to have referred anybody before
 */
public record ReturnRounds(
        long customers,
        long reachedLastStage,
        long closed,
        long closedByReferral,
        Durations timesToReturn,
        long referred,
        long referredConverted,
        long unconfirmedReferrals) {

    /** Checks the parts. */
    public ReturnRounds {
        requireNonNull(timesToReturn, "times");
    }

    /** Returns how many rounds came to the last stage and are not closed; they may still. */
    public long open() {
        return reachedLastStage - closed;
    }

    /** Returns the share of the rounds that came to the last stage which are closed; the open are in the denominator. */
    public Proportion returnRate() {
        return Proportion.of(closed, reachedLastStage);
    }

    /** Returns how many others a customer has brought in on average, at least 0; empty without customers. */
    public OptionalDouble referralsPerCustomer() {
        return perCustomer(referred);
    }

    /** Returns the share of those who were brought in who have come to the purchase; others still may. */
    public Proportion referredConversion() {
        return Proportion.of(referredConverted, referred);
    }

    /**
     * Returns the referrals per customer times the share of them that came to the purchase: how many new customers each one brings, also
     * called the viral coefficient. 0 if nobody was brought in; empty without customers.
     */
    public OptionalDouble wordOfMouthFactor() {
        return perCustomer(referredConverted);
    }

    private OptionalDouble perCustomer(long count) {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / customers);
    }
}
