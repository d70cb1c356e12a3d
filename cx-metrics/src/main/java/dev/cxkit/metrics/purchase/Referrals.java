package dev.cxkit.metrics.purchase;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.io.Serializable;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@index "Referral rate"}, acceptance rate and {@index "viral coefficient"} of a referral programme.
 *
 * <ul>
 *   <li>Counted: what the programme counts of each customer, those who invited nobody too.
 *   <li>Referral rate: customers who sent an invitation, of all customers.
 *   <li>Acceptance rate: accepted invitations of those sent.
 *   <li>Viral coefficient (word-of-mouth factor): {@code accepted / customers}, which is invitations per customer times acceptance (Croll
 *       and Yoskovitz, Lean Analytics, 2013).
 *   <li>Rates are empty without customers or invitations.
 * </ul>
 *
 * <p>What journeys tell of referrals is the work of the return loop of journeys.
 *
 * @param customers all customers
 * @param referrers customers who sent an invitation
 * @param invitations invitations sent
 * @param accepted invitations that brought a customer
 */
public record Referrals(long customers, long referrers, long invitations, long accepted) implements Result {

    /** Checks that no count is above the one that it is a part of. */
    public Referrals {
        Require.range("referrers", referrers, 0, customers);
        Require.range("accepted", accepted, 0, invitations);
    }

    /**
     * The referrals of one customer.
     *
     * @param invitations invitations sent, at least 0
     * @param accepted invitations that brought a customer
     */
    public record CustomerReferrals(long invitations, long accepted) implements Serializable {

        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException if {@code accepted} is outside 0..{@code invitations}
         */
        public CustomerReferrals {
            Require.range("accepted", accepted, 0, invitations);
        }
    }

    /** Returns the metric; each customer is observed once. */
    public static Metric<CustomerReferrals, Referrals> metric() {
        return Sums.metric(
                "referrals",
                4,
                (customer, sums) -> {
                    sums[0] = 1;
                    sums[1] = customer.invitations > 0 ? 1 : 0;
                    sums[2] = customer.invitations;
                    sums[3] = customer.accepted;
                },
                sums -> new Referrals(sums[0], sums[1], sums[2], sums[3]));
    }

    /** Returns the referral rate: the share of customers who sent an invitation. */
    public Proportion rate() {
        return Proportion.of(referrers, customers);
    }

    /** Returns the acceptance rate: the share of invitations that brought a customer. */
    public Proportion acceptance() {
        return Proportion.of(accepted, invitations);
    }

    /** Returns the mean number of invitations of a customer; empty without customers. */
    public OptionalDouble invitationsPerCustomer() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) invitations / customers);
    }

    /**
     * Returns the word-of-mouth factor (viral coefficient): the number of new customers that a customer brings. Empty without
     * customers.
     */
    public OptionalDouble wordOfMouthFactor() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) accepted / customers);
    }

    /** Returns the referral rate, the counts, the {@code acceptance} rate, {@code invitationsPerCustomer} and {@code wordOfMouthFactor}. */
    @Override
    public Map<String, Object> document() {
        return Document.of(rate().estimate())
                .with("customers", customers)
                .with("referrers", referrers)
                .with("invitations", invitations)
                .with("accepted", accepted)
                .with("acceptance", acceptance().estimate())
                .with("invitationsPerCustomer", invitationsPerCustomer())
                .with("wordOfMouthFactor", wordOfMouthFactor())
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
