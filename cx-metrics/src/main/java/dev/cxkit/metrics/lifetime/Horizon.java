package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

/**
 * The time over which the value of customers is counted, in periods at the end of which what came in them is discounted. Only what is
 * to come counts; what customers have paid so far is no part of it.
 *
 * @param periods how many, at least 1
 * @param length the length of one period in the unit of the model, above 0: a month is {@code 30.4375 / 7} weeks, not 4
 * @param discountRate of one period, at least 0
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

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Horizon {
        ModelChecks.atLeastOne("periods", periods);
        ModelChecks.positive("length", length);
        ModelChecks.notNegative("discountRate", discountRate);
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
     * within the horizon; the value for ever is {@link TransactionModel#discountedOrders} times the mean spend.
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
