package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.util.Currency;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@index "Earned growth rate"} and ratio: the growth of revenue that comes from retained customers and from new customers won by word of
 * mouth (Reichheld, Darnell and Burns, Winning on Purpose, 2021).
 *
 * <ul>
 *   <li>Amounts are in the smallest unit of one currency; revenue in another one is refused by name.
 *   <li>Earned growth rate: {@code (retained + earned) / before - 1}, that is NRR plus earned new customers, less 1.
 *   <li>Earned growth ratio: the part of the growth that was earned, {@code (retained + earned - before) / (now - before)}.
 *   <li>New customers of unknown origin count as not earned, so the rate is a lower bound; {@link #rateAtMost()} is the upper one.
 *   <li>Excluded: customers without revenue in both years.
 *   <li>Rates are empty without revenue in the year before; the ratio also if revenue did not grow.
 * </ul>
 *
 * @param existing the customers of the year before
 * @param before their revenue then
 * @param retained their revenue now
 * @param earned new customers won by word of mouth
 * @param bought new customers won by advertising and sales
 * @param unknown new customers of unknown origin
 */
public record EarnedGrowth(long existing, long before, long retained, Gained earned, Gained bought, Gained unknown)
        implements Result {

    private static final int SIZE = 9;

    /**
     * New customers.
     *
     * @param customers the number of customers
     * @param amount their revenue
     */
    public record Gained(long customers, long amount) implements Result {
        /** Returns {@code customers} and {@code amount}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("customers", customers)
                    .with("amount", amount)
                    .map();
        }
    }

    /**
     * Checks that the amounts can be added up.
     *
     * @throws ArithmeticException if all amounts together are beyond a {@code long}
     */
    public EarnedGrowth {
        requireNonNull(earned, "earned");
        requireNonNull(bought, "bought");
        requireNonNull(unknown, "unknown");
        Math.addExact(Math.addExact(retained, earned.amount), Math.addExact(bought.amount, unknown.amount));
    }

    /** Returns the metric of revenue in the currency. */
    public static Metric<CustomerRevenue, EarnedGrowth> metric(Currency currency) {
        requireNonNull(currency, "currency");
        return Sums.metric(
                Definition.of("earned growth", currency.getCurrencyCode()),
                SIZE,
                (customer, sums) -> write(customer, currency, sums),
                s -> new EarnedGrowth(
                        s[0], s[1], s[2], new Gained(s[3], s[4]), new Gained(s[5], s[6]), new Gained(s[7], s[8])));
    }

    private static void write(CustomerRevenue customer, Currency currency, long[] sums) {
        RecurringUnit.check("revenue " + customer.now(), customer.now().currency(), currency);
        if (customer.before().signum() > 0) {
            sums[0] = 1;
            sums[1] = customer.before().minorUnits();
            sums[2] = customer.now().minorUnits();
        } else if (customer.now().signum() > 0) {
            int place = switch (customer.won()) {
                case EARNED -> 3;
                case BOUGHT -> 5;
                case UNKNOWN -> 7;
            };
            sums[place] = 1;
            sums[place + 1] = customer.now().minorUnits();
        }
    }

    /** Returns the revenue of all customers now. */
    public long now() {
        return retained + earned.amount + bought.amount + unknown.amount;
    }

    /** Returns net revenue retention (NRR): revenue now of the customers of the year before, over their revenue then. Empty without it. */
    public OptionalDouble nrr() {
        return ratio(retained, before);
    }

    /** Returns the earned growth rate; empty if there was no revenue before. */
    public OptionalDouble rate() {
        return ratio(retained + earned.amount - before, before);
    }

    /** Returns the earned growth rate if all new customers of unknown origin were earned. Empty if there was no revenue before. */
    public OptionalDouble rateAtMost() {
        return ratio(retained + earned.amount + unknown.amount - before, before);
    }

    /** Returns the growth rate of revenue; empty if there was no revenue before. */
    public OptionalDouble growth() {
        return ratio(now() - before, before);
    }

    /** Returns the earned growth ratio: the part of the growth that was earned. Empty if revenue did not grow. */
    public OptionalDouble ratio() {
        return before > 0 && now() > before
                ? ratio(retained + earned.amount - before, now() - before)
                : OptionalDouble.empty();
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** Returns the rates, revenue and gains. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("rate", rate())
                .with("rateAtMost", rateAtMost())
                .with("ratio", ratio())
                .with("growth", growth())
                .with("nrr", nrr())
                .with("existing", existing)
                .with("before", before)
                .with("retained", retained)
                .with("now", now())
                .with("earned", earned)
                .with("bought", bought)
                .with("unknown", unknown)
                .map();
    }
}
