package dev.cxkit.metrics.columns;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.purchase.OrderLog;
import dev.cxkit.metrics.purchase.Purchases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Orders in arrays, one row for each; {@link #over} answers a metric of purchases. The arrays are read in place, in any order of the rows.
 *
 * @param customers the customers, each once; those without a row are excluded
 * @param codes for each row the place of its customer in {@code customers}; not copied
 * @param epochSeconds for each row its time in seconds since 1970-01-01T00:00:00Z; not copied
 * @param minorUnits for each row its amount in the smallest unit of the currency, below 0 for a refund; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record OrderColumns(List<CustomerId> customers, int[] codes, long[] epochSeconds, long[] minorUnits) {

    private static final int NAMED = 5;

    /**
     * Refuses arrays that are not of one length, and a code outside the customers, naming its row, with an
     * {@link IllegalArgumentException}.
     */
    public OrderColumns {
        customers = List.copyOf(customers);
        int rows = requireNonNull(codes, "codes").length;
        if (rows != requireNonNull(epochSeconds, "epochSeconds").length
                || rows != requireNonNull(minorUnits, "minorUnits").length) {
            throw new IllegalArgumentException(rows + " codes, " + epochSeconds.length + " times and "
                    + minorUnits.length + " amounts are not of the same rows");
        }
        for (int row = 0; row < rows; row++) {
            if (codes[row] < 0 || codes[row] >= customers.size()) {
                throw new IllegalArgumentException("code " + codes[row] + " of row " + row + " is outside 0.."
                        + (customers.size() - 1) + ", the customers");
            }
        }
    }

    /**
     * Returns the answer of a metric of purchases: equal to that of {@link OrderLog#metric}, at many times the speed.
     *
     * @throws IllegalArgumentException if the time of an order is outside the years 1 to 9999, naming the first customers and how many
     *     orders there are
     */
    public <R> R over(OrderLog log, Metric<Purchases, R> question) {
        Accumulator<Purchases, R> answer = question.start();
        forEach(log, answer::add);
        return answer.result();
    }

    /**
     * Returns the purchases of each customer who has a row, in the order of the customers; who has rows after the end alone, has none.
     *
     * @throws IllegalArgumentException as {@link #over} does
     */
    public List<Purchases> purchases(OrderLog log) {
        List<Purchases> all = new ArrayList<>();
        forEach(log, all::add);
        return all;
    }

    private void forEach(OrderLog log, Consumer<Purchases> action) {
        checkTimes();
        long end = log.to().getEpochSecond();
        int[] starts = new int[customers.size() + 1];
        boolean[] seen = new boolean[customers.size()];
        for (int row = 0; row < codes.length; row++) {
            seen[codes[row]] = true;
            starts[codes[row] + 1] += epochSeconds[row] < end ? 1 : 0;
        }
        for (int code = 0; code < customers.size(); code++) {
            starts[code + 1] += starts[code];
        }
        int[] next = starts.clone();
        long[] ticks = new long[starts[customers.size()]];
        long[] amounts = new long[ticks.length];
        for (int row = 0; row < codes.length; row++) {
            if (epochSeconds[row] < end) {
                int place = next[codes[row]]++;
                ticks[place] = log.purchaseRule().tick(epochSeconds[row]);
                amounts[place] = minorUnits[row];
            }
        }
        for (int code = 0; code < customers.size(); code++) {
            if (seen[code]) {
                action.accept(
                        Purchases.ofRows(log, customers.get(code), ticks, amounts, starts[code], starts[code + 1]));
            }
        }
    }

    private void checkTimes() {
        long bad = 0;
        Set<CustomerId> first = new LinkedHashSet<>();
        for (int row = 0; row < codes.length; row++) {
            if (!OrderLog.isInRange(epochSeconds[row])) {
                bad++;
                if (first.size() < NAMED) {
                    first.add(customers.get(codes[row]));
                }
            }
        }
        if (bad > 0) {
            throw new IllegalArgumentException(bad + " orders are outside the years 1..9999, the first of customers "
                    + first + "; are their times in another unit than seconds?");
        }
    }
}
