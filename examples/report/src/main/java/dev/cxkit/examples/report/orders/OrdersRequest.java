package dev.cxkit.examples.report.orders;

import dev.cxkit.examples.report.rows.Times;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a log of orders.
 *
 * @param customer the column of who ordered
 * @param at the column of when
 * @param amount the column of what was paid
 * @param currency the currency of the amounts; null if it was not said, and they have two decimals
 * @param times reads its times
 * @param until the last day that the log sees; null for the day of the latest order
 */
record OrdersRequest(
        String customer,
        String at,
        String amount,
        @Nullable Currency currency,
        Times times,
        @Nullable LocalDate until) {

    private static final Currency TWO_DECIMALS = Currency.getInstance("EUR");

    /** Returns the currency by whose decimals amounts are read. */
    Currency decimals() {
        return currency == null ? TWO_DECIMALS : currency;
    }
}
