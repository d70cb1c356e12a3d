package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Money;
import java.io.Serializable;

/**
 * Revenue of a customer in two consecutive years, and how the customer was won, for {@link EarnedGrowth}.
 *
 * @param before the revenue of the year before, at least 0; 0 for a new customer
 * @param now the revenue of this year, at least 0, in the same currency
 * @param won how the customer was won; it counts for new customers only
 */
public record CustomerRevenue(Money before, Money now, Won won) implements Serializable {

    /** How a customer was won. */
    public enum Won {
        /** By word of mouth: referred, or convinced by what others said. */
        EARNED,
        /** By advertising, sales or discounts. */
        BOUGHT,
        /** It is not known. */
        UNKNOWN
    }

    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException if an amount is negative or the currencies differ
     */
    public CustomerRevenue {
        requireNonNull(won, "won");
        if (requireNonNull(before, "before").signum() < 0
                || requireNonNull(now, "now").signum() < 0) {
            throw new IllegalArgumentException("before " + before + " or now " + now + " is below 0");
        }
        if (!before.currency().equals(now.currency())) {
            throw new IllegalArgumentException("before " + before + " and now " + now + " are of two currencies");
        }
    }
}
