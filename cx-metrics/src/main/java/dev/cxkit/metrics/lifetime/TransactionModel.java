package dev.cxkit.metrics.lifetime;

import java.io.Serializable;

/**
 * A probability model of repeat buying and dropout in a non-contractual setting ("{@index "buy till you die"}"): customers order for a
 * while, each at a rate of their own, and then drop out without saying so.
 *
 * <p>Its parameters may be those of a {@link Fit} or come from elsewhere. Immutable and thread-safe; a model of your own has the six
 * methods without a body.
 *
 * <ul>
 *   <li>Every probability is within 0..1, every expected number finite and at least 0, for all that {@link RecencyFrequency} allows and
 *       times that are finite and at least 0.
 *   <li>Other times are refused with an {@link IllegalArgumentException}.
 *   <li>Times are in the unit of the customers that the model was fitted to.
 *   <li>A new customer is {@link RecencyFrequency#NEW}.
 * </ul>
 */
public interface TransactionModel extends Serializable {

    /** Returns the log-likelihood of one customer. */
    double logLikelihood(RecencyFrequency customer);

    /**
     * Returns P(alive) at some time after now: the probability that the customer, of whom no order is known since the recency, has not
     * dropped out by then.
     *
     * @param later the time after the customer's age; 0 for now
     */
    double probabilityAlive(RecencyFrequency customer, double later);

    /**
     * Returns the expected number of orders from now on.
     *
     * @param span how long from now, at least 0
     */
    double expectedOrders(RecencyFrequency customer, double span);

    /**
     * Returns the probability of exactly this number of orders from now on.
     *
     * @param span how long from now, at least 0
     * @param orders the number, at least 0
     */
    double probabilityOfOrders(RecencyFrequency customer, double span, int orders);

    /**
     * Returns the discounted expected residual transactions (DERT; Fader, Hardie and Lee, 2005): the expected number of all orders from now
     * on, each discounted to now. Without a discount the sum may be infinite, so there must be one.
     *
     * @param continuousRate the continuous discount rate in one unit of time, above 0: {@code ln(1 + annual) / units per year}
     */
    double continuouslyDiscountedOrders(RecencyFrequency customer, double continuousRate);

    /**
     * Returns the time from now by which the next order comes with this probability, <em>if</em> the customer is alive and does not drop
     * out before. There is no mean of it in general: for customers with few orders it is infinite.
     *
     * @param probability above 0 and below 1
     * @return the time, at most {@link Double#MAX_VALUE}
     */
    double timeToNextOrder(RecencyFrequency customer, double probability);

    /** Returns {@index "P(alive)"}: the probability that the customer has not dropped out by now. */
    default double probabilityAlive(RecencyFrequency customer) {
        return probabilityAlive(customer, 0);
    }

    /** Returns the probability of at least one order from now on. */
    default double probabilityOfAnyOrder(RecencyFrequency customer, double span) {
        return Math.max(0, 1 - probabilityOfOrders(customer, span, 0));
    }

    /**
     * Returns whether the time since the last order is longer than that until the next order with this probability, for customers of this
     * kind as they were at the last order.
     *
     * @param probability above 0 and below 1, such as 0.9
     */
    default boolean isOverdue(RecencyFrequency customer, double probability) {
        RecencyFrequency then = new RecencyFrequency(customer.frequency(), customer.recency(), customer.recency());
        return customer.age() - customer.recency() > timeToNextOrder(then, probability);
    }
}
