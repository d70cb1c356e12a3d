package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Durations;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Rounds of the {@linkplain ReturnLoop return loop}, opened and closed, with time to return, referrals and the
 * {@index "viral coefficient"}.
 *
 * <ul>
 *   <li>{@link #returnRate} is closed rounds by rounds that reached the last stage; those still open are in the denominator.
 *   <li>{@link #referralsPerCustomer} is confirmed referrals by keys; {@link #wordOfMouthFactor}, the viral coefficient, is that times
 *       the share of the referred who purchased.
 *   <li>Unconfirmed referrals are in no rate.
 * </ul>
 *
 * <p>Edge cases: the factors are empty without customers; the rates have no value without a round or a referral.
 *
 * @param customers how many keys there are
 * @param reachedLastStage how many rounds reached the last stage
 * @param closed how many of these closed
 * @param closedByReferral how many of these closed by a confirmed referral
 * @param timesToReturn for the closed rounds, the time from reaching the last stage to closing
 * @param referred how many keys were referred by a customer, confirmed
 * @param referredConverted how many of these have reached the purchase
 * @param unconfirmedReferrals how many keys name a referrer who is not known to have referred anybody before
 */
public record ReturnRounds(
        long customers,
        long reachedLastStage,
        long closed,
        long closedByReferral,
        Durations timesToReturn,
        long referred,
        long referredConverted,
        long unconfirmedReferrals)
        implements Result {

    public ReturnRounds {
        requireNonNull(timesToReturn, "timesToReturn");
    }

    /** Returns how many rounds reached the last stage and have not closed; they still may. */
    public long open() {
        return reachedLastStage - closed;
    }

    /** Returns the share of the rounds that reached the last stage which are closed; the open are in the denominator. */
    public Proportion returnRate() {
        return Proportion.of(closed, reachedLastStage);
    }

    /** Returns how many others a customer has referred on average, at least 0; empty without customers. */
    public OptionalDouble referralsPerCustomer() {
        return perCustomer(referred);
    }

    /** Returns the share of the referred who have reached the purchase; the others still may. */
    public Proportion referredConversion() {
        return Proportion.of(referredConverted, referred);
    }

    /**
     * Returns the word-of-mouth factor or viral coefficient: referrals per customer times the share of the referred who purchased, which is
     * how many new customers each customer brings. 0 if nobody was referred; empty without customers.
     */
    public OptionalDouble wordOfMouthFactor() {
        return perCustomer(referredConverted);
    }

    private OptionalDouble perCustomer(long count) {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / customers);
    }

    /**
     * Returns the return rate, {@code customers}, {@code reachedLastStage}, {@code closed}, {@code closedByReferral}, {@code open},
     * {@code timesToReturn}, {@code referred}, {@code referredConverted}, {@code unconfirmedReferrals}, {@code
     * referralsPerCustomer}, {@code referredConversion} and {@code wordOfMouthFactor}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.of(returnRate().estimate())
                .with("customers", customers)
                .with("reachedLastStage", reachedLastStage)
                .with("closed", closed)
                .with("closedByReferral", closedByReferral)
                .with("open", open())
                .with("timesToReturn", timesToReturn)
                .with("referred", referred)
                .with("referredConverted", referredConverted)
                .with("unconfirmedReferrals", unconfirmedReferrals)
                .with("referralsPerCustomer", referralsPerCustomer())
                .with("referredConversion", referredConversion())
                .with("wordOfMouthFactor", wordOfMouthFactor())
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
