package dev.cxkit.examples.report.subscriptions;

import java.io.Serializable;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a ledger.
 *
 * @param customer the column of who paid
 * @param month the column of the month
 * @param mrr the column of the amount
 * @param reason the column of why somebody left; null if there is none
 * @param by the columns of segments
 * @param named the currency; null if it was not named
 */
record SubscriptionsRequest(
        String customer,
        String month,
        String mrr,
        @Nullable String reason,
        List<String> by,
        @Nullable Currency named) implements Serializable {

    /** Any currency of two decimals stands for one that is not named. */
    private static final Currency TWO_DECIMALS = Currency.getInstance("EUR");

    /** Copies the list. */
    SubscriptionsRequest {
        by = List.copyOf(by);
    }

    /** Returns the currency of the amounts. */
    Currency currency() {
        return named == null ? TWO_DECIMALS : named;
    }
}
