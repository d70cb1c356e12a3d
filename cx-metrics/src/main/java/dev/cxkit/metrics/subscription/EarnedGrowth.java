package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.util.Currency;
import java.util.OptionalDouble;

/**
 * How much of the growth of revenue was earned, by customers who stay and by those they bring, and how much was bought (Reichheld,
 * Darnell and Burns, Winning on Purpose, 2021). Amounts are in the smallest unit of one currency.
 *
 * @param existing how many customers there were the year before
 * @param before what they brought then
 * @param retained what they bring now
 * @param earned customers won by word of mouth
 * @param bought customers won by advertising and sales
 * @param unknown new customers of whom that is not known; they count as not earned, so the rates are the least that is certain
 */
public record EarnedGrowth(long existing, long before, long retained, Gained earned, Gained bought, Gained unknown) {

    private static final int SIZE = 9;

    /**
     * New customers.
     *
     * @param customers how many
     * @param amount what they bring
     */
    public record Gained(long customers, long amount) {}

    /**
     * Checks the parts.
     *
     * @throws ArithmeticException if all amounts together are beyond a {@code long}
     */
    public EarnedGrowth {
        requireNonNull(earned, "earned");
        requireNonNull(bought, "bought");
        requireNonNull(unknown, "unknown");
        Math.addExact(Math.addExact(retained, earned.amount), Math.addExact(bought.amount, unknown.amount));
    }

    /** Returns the metric of the currency; revenue in another one is refused by name. Who brought nothing in both years is passed over. */
    public static Metric<CustomerRevenue, EarnedGrowth> metric(Currency currency) {
        requireNonNull(currency, "currency");
        return Sums.metric(
                "earned growth(" + currency + ")",
                SIZE,
                (customer, to) -> write(customer, currency, to),
                s -> new EarnedGrowth(
                        s[0], s[1], s[2], new Gained(s[3], s[4]), new Gained(s[5], s[6]), new Gained(s[7], s[8])));
    }

    private static void write(CustomerRevenue customer, Currency currency, long[] to) {
        if (!customer.now().currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "revenue " + customer.now() + " is not in " + currency + ", of which this metric is");
        }
        if (customer.before().signum() > 0) {
            to[0] = 1;
            to[1] = customer.before().minorUnits();
            to[2] = customer.now().minorUnits();
        } else if (customer.now().signum() > 0) {
            int place = switch (customer.won()) {
                case EARNED -> 3;
                case BOUGHT -> 5;
                case UNKNOWN -> 7;
            };
            to[place] = 1;
            to[place + 1] = customer.now().minorUnits();
        }
    }

    /** Returns what all customers bring now. */
    public long now() {
        return retained + earned.amount + bought.amount + unknown.amount;
    }

    /** Returns net revenue retention: what the customers of the year before bring now, over what they brought. Empty without them. */
    public OptionalDouble nrr() {
        return of(retained, before);
    }

    /** Returns the earned growth rate: net retention, and what earned customers bring, less 1. Empty if there was no revenue before. */
    public OptionalDouble rate() {
        return of(retained + earned.amount - before, before);
    }

    /** Returns the earned growth rate if all were earned of whom it is not known. Empty if there was no revenue before. */
    public OptionalDouble rateAtMost() {
        return of(retained + earned.amount + unknown.amount - before, before);
    }

    /** Returns by how much revenue grew. Empty if there was none before. */
    public OptionalDouble growth() {
        return of(now() - before, before);
    }

    /** Returns the earned growth ratio: the part of the growth that was earned. Empty if revenue did not grow. */
    public OptionalDouble ratio() {
        return before > 0 && now() > before
                ? of(retained + earned.amount - before, now() - before)
                : OptionalDouble.empty();
    }

    private static OptionalDouble of(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
