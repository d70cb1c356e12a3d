package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.numeric.Check;
import java.io.Serializable;

/**
 * Monetary value of a customer: the mean amount of an order, and of how many orders it is the mean.
 *
 * @param orders how many orders the mean is of, at least 0: as a rule the repeats, since the first order often differs
 * @param mean the mean amount of them in a unit of the host, net of refunds; any finite number, without meaning where there are no orders
 */
public record Spend(long orders, double mean) implements Serializable {

    /** A customer of whose spending nothing is known. */
    public static final Spend NONE = new Spend(0, 0);

    /** Refuses fewer than 0 orders and a mean that is not finite, with an {@link IllegalArgumentException}. */
    public Spend {
        Check.count("orders", orders);
        Check.finite("mean", mean);
        mean = orders == 0 ? 0 : mean + 0.0;
    }
}
