package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What recurring retention counts: monthly recurring revenue in the smallest unit of one currency, of one customer up to 1.6 * 10^14, or
 * seats.
 *
 * @param currency the currency; null for seats
 */
public record RecurringUnit(@Nullable Currency currency) implements Serializable {

    /** Reads the amount of a row of the host in the smallest unit of the currency, such as cents. */
    @FunctionalInterface
    public interface Amount<T> extends Serializable {
        /** Returns the amount; what is below 0 is a credit. */
        long of(T row);
    }

    /** Returns {@index "monthly recurring revenue"} (MRR) in the currency. A subscription in another one is refused by name. */
    public static RecurringUnit amount(Currency currency) {
        return new RecurringUnit(requireNonNull(currency, "currency"));
    }

    /** Returns seats. A subscription of which a movement before the end of the window does not tell them is excluded and counted. */
    public static RecurringUnit seats() {
        return new RecurringUnit(null);
    }

    /** Whether the unit is known of all movements before the instant. */
    boolean isKnown(Subscription subscription, Instant to) {
        if (currency != null) {
            check(subscription, currency);
            return true;
        }
        return subscription.movements().stream()
                .allMatch(movement -> movement.seats() != null
                        || movement.kind() == Movement.Kind.CHURN
                        || !movement.occurredAt().isBefore(to));
    }

    /** How many parts of the unit are counted, so that amounts of any term are whole. */
    long parts() {
        return currency == null ? 1 : Movement.COMMON_TERM;
    }

    /** What holds after the movement, in {@link #parts}. */
    long after(Movement movement) {
        Long seats = movement.seats();
        return currency != null
                ? Math.multiplyExact(movement.recurring().minorUnits(), (long) Movement.COMMON_TERM / movement.term())
                : seats == null ? 0 : seats;
    }

    static void check(Subscription subscription, Currency wanted) {
        check("subscription " + subscription.id(), subscription.currency(), wanted);
    }

    /** Refuses by name what is in another currency. */
    static void check(String what, Currency currency, Currency wanted) {
        if (!currency.equals(wanted)) {
            throw new IllegalArgumentException(what + " is in " + currency + "; this metric is of " + wanted);
        }
    }

    /** Returns {@code EUR} or {@code seats}. */
    @Override
    public String toString() {
        return currency == null ? "seats" : currency.toString();
    }
}
