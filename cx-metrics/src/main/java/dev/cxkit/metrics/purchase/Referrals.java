package dev.cxkit.metrics.purchase;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * How customers bring others, from what a programme of invitations counts. What journeys tell of it is for the return loop of journeys.
 *
 * @param customers how many customers there are, those who invited nobody too
 * @param referrers how many of them invited somebody
 * @param invitations how many invitations they sent
 * @param accepted how many of these brought a customer
 */
public record Referrals(long customers, long referrers, long invitations, long accepted) {

    /**
     * What one customer did.
     *
     * @param invitations how many they sent, at least 0
     * @param accepted how many of these brought a customer
     */
    public record CustomerReferrals(long invitations, long accepted) implements Serializable {

        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException if {@code accepted} is outside 0..{@code invitations}
         */
        public CustomerReferrals {
            if (accepted < 0 || accepted > invitations) {
                throw new IllegalArgumentException("accepted " + accepted + " is outside 0.." + invitations);
            }
        }
    }

    /** Returns the metric; every customer is observed once. */
    public static Metric<CustomerReferrals, Referrals> metric() {
        return Sums.metric(
                "referrals",
                4,
                (made, to) -> {
                    to[0] = 1;
                    to[1] = made.invitations > 0 ? 1 : 0;
                    to[2] = made.invitations;
                    to[3] = made.accepted;
                },
                sums -> new Referrals(sums[0], sums[1], sums[2], sums[3]));
    }

    /** Returns the referral rate: the share of customers who invited somebody. */
    public Proportion rate() {
        return Proportion.of(referrers, customers);
    }

    /** Returns the share of invitations that brought a customer. */
    public Proportion acceptance() {
        return Proportion.of(accepted, invitations);
    }

    /** Returns how many others a customer invites on average; empty without customers. */
    public OptionalDouble invitationsPerCustomer() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) invitations / customers);
    }

    /**
     * Returns the word-of-mouth factor, or viral coefficient: invitations per customer times acceptance, which is how many new customers
     * each one brings. Empty without customers.
     */
    public OptionalDouble wordOfMouthFactor() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) accepted / customers);
    }
}
