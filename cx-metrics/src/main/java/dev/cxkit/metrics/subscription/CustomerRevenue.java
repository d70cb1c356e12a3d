package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Money;
import java.io.Serializable;

/**
 * What a customer brought in one year and in the next, and how they were won.
 *
 * @param before the revenue of the year before, at least 0; 0 if they are new
 * @param now the revenue of this year, at least 0
 * @param won how they were won; it matters only if they are new
 */
public record CustomerRevenue(Money before, Money now, Won won) implements Serializable {

    /** How a customer was won. */
    public enum Won {
        /** By word of mouth: referred, or come because of what others said. */
        EARNED,
        /** By advertising, sales or discounts. */
        BOUGHT,
        /** It is not known. */
        UNKNOWN
    }

    /**
     * Checks the parts.
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
