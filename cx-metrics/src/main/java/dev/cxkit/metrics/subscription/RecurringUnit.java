package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What recurs in a subscription and is counted: the amount per month in the smallest unit of one currency, or seats.
 *
 * @param currency the currency; absent for seats
 */
public record RecurringUnit(@Nullable Currency currency) implements Serializable {

    /** Returns amounts of the currency. A subscription in another one is refused by name. */
    public static RecurringUnit amount(Currency currency) {
        return new RecurringUnit(requireNonNull(currency, "currency"));
    }

    /** Returns seats. A subscription of which a movement up to the end of the window does not tell them is left out and counted. */
    public static RecurringUnit seats() {
        return new RecurringUnit(null);
    }

    /** Whether what is counted is known of all movements before the instant. */
    boolean isKnown(Subscription of, Instant to) {
        if (currency != null) {
            of(of, currency);
            return true;
        }
        return of.movements().stream()
                .allMatch(movement -> movement.seats() != null
                        || movement.kind() == Movement.Kind.CHURN
                        || !movement.occurredAt().isBefore(to));
    }

    long after(Movement movement) {
        Long seats = movement.seats();
        return currency != null ? movement.recurring().minorUnits() : seats == null ? 0 : seats;
    }

    /** Returns the subscription if it is in the currency. */
    static Subscription of(Subscription subscription, Currency currency) {
        if (!subscription.currency().equals(currency)) {
            throw new IllegalArgumentException("subscription " + subscription.id() + " is in " + subscription.currency()
                    + "; this metric is of " + currency);
        }
        return subscription;
    }

    /** Returns {@code EUR} or {@code seats}. */
    @Override
    public String toString() {
        return currency == null ? "seats" : currency.toString();
    }
}
