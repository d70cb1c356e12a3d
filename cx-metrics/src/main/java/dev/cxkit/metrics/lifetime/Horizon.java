package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.Check;

/**
 * Finite horizon over which expected orders are discounted: periods, {@index "discount rate"}, time of payment.
 *
 * <p>The orders of a period count as paid at its end, or in its middle, and are discounted to now from there: sum over the periods of
 * (E[Y(t_i)] - E[Y(t_i-1)]) / (1 + d)^i. Times the mean spend that is the {@index "customer lifetime value"} within the horizon. Only what
 * is to come counts; what customers have paid so far is no part of it.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.lifetime.BgNbd;
 * import dev.cxkit.metrics.lifetime.Horizon;
 * import dev.cxkit.metrics.lifetime.RecencyFrequency;
 * import java.util.Locale;
 *
 * var model = BgNbd.of(0.243, 4.414, 0.793, 2.426); // weeks
 * var customer = new RecencyFrequency(2, 30.43, 38.86);
 * var year = Horizon.of(12, 30.4375 / 7, 0.01); // 12 months of 30.4375 days, 1 % a month
 * double orders = year.discountedOrders(model, customer);
 * System.out.printf(Locale.ROOT, "%.3f orders, worth %.2f%n", orders, 35.0 * orders);
 * // -> 1.472 orders, worth 51.53
 * }</pre>
 *
 * @param periods how many, at least 1
 * @param length the length of one period in the unit of the model, above 0: a month is {@code 30.4375 / 7} weeks, not 4
 * @param discountRate the discount rate of one period, at least 0
 * @param payment when the orders of a period count as paid
 */
public record Horizon(int periods, double length, double discountRate, Payment payment) {

    /** When the orders of a period count as paid. */
    public enum Payment {
        /** At the end of the period. */
        END_OF_PERIOD,
        /** In the middle of the period. */
        MID_PERIOD
    }

    /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
    public Horizon {
        Check.atLeastOne("periods", periods);
        Check.positive("length", length);
        Check.notNegative("discountRate", discountRate);
        requireNonNull(payment, "payment");
    }

    /** Returns the horizon with payment at the end of each period. */
    public static Horizon of(int periods, double length, double discountRate) {
        return new Horizon(periods, length, discountRate, Payment.END_OF_PERIOD);
    }

    /** Returns this horizon with payment in the middle of each period. */
    public Horizon midPeriod() {
        return new Horizon(periods, length, discountRate, Payment.MID_PERIOD);
    }

    /**
     * Returns the expected orders of the customer within the horizon, each discounted to now. Times the mean spend they are the value
     * within the horizon; the value over an infinite horizon is {@link TransactionModel#discountedOrders} times the mean spend.
     */
    public double discountedOrders(TransactionModel model, RecencyFrequency customer) {
        double sum = 0;
        double before = 0;
        double factor = payment == Payment.MID_PERIOD ? Math.sqrt(1 + discountRate) : 1;
        for (int i = 1; i <= periods; i++) {
            double orders = model.expectedOrders(customer, i * length);
            factor /= 1 + discountRate;
            sum += Math.max(0, orders - before) * factor;
            before = orders;
        }
        return sum;
    }
}
