package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Estimate;
import java.io.Serializable;
import java.util.Optional;

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
 * @param effectiveRate the effective discount rate of one period, at least 0
 * @param payment when the orders of a period count as paid
 */
public record Horizon(int periods, double length, double effectiveRate, Payment payment) implements Serializable {

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
        Check.notNegative("effectiveRate", effectiveRate);
        requireNonNull(payment, "payment");
    }

    /** Returns the horizon with payment at the end of each period. */
    public static Horizon of(int periods, double length, double effectiveRate) {
        return new Horizon(periods, length, effectiveRate, Payment.END_OF_PERIOD);
    }

    /** Returns this horizon with payment in the middle of each period. */
    public Horizon midPeriod() {
        return new Horizon(periods, length, effectiveRate, Payment.MID_PERIOD);
    }

    /**
     * Returns the expected orders of the customer within the horizon, each discounted to now. Times the mean spend they are the value
     * within the horizon; the value over an infinite horizon is {@link TransactionModel#continuouslyDiscountedOrders} times the mean spend.
     */
    public double discountedOrders(TransactionModel model, RecencyFrequency customer) {
        double sum = 0;
        double before = 0;
        double factor = payment == Payment.MID_PERIOD ? Math.sqrt(1 + effectiveRate) : 1;
        for (int i = 1; i <= periods; i++) {
            double orders = model.expectedOrders(customer, i * length);
            factor /= 1 + effectiveRate;
            sum += Math.max(0, orders - before) * factor;
            before = orders;
        }
        return sum;
    }

    /**
     * Returns the {@index "customer lifetime value"} within the horizon, the discounted orders times what the customer is expected to spend on
     * one, with its confidence interval by the delta method. The two fits are taken as independent, as the models have orders and spend.
     *
     * <p>Empty where one of the fits has no standard errors or the mean spend is infinite, and where the value is 0.
     *
     * @param orders the fit of a model of orders
     * @param spend the fit of what is spent on one
     * @param customer the customer's orders so far
     * @param spent what the customer has spent on them
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> value(
            Fit<? extends TransactionModel> orders,
            Fit<GammaGamma> spend,
            RecencyFrequency customer,
            Spend spent,
            double level) {
        double ordersError = orders.logError(model -> discountedOrders(model, customer));
        double spendError = spend.logError(model -> model.mean(spent).orElse(Double.NaN));
        double mean = spend.model().mean(spent).orElse(Double.NaN);
        boolean isKnown = ordersError > 0 && spendError > 0;
        return Fit.aboveZero(
                discountedOrders(orders.model(), customer) * mean,
                isKnown ? Math.hypot(ordersError, spendError) : 0,
                level,
                Math.min(orders.n(), spend.n()));
    }
}
