package dev.cxkit.core.commerce;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.commerce.Movement.Kind;
import dev.cxkit.core.customer.CustomerId;
import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives subscriptions and their movements from a ledger of recurring revenue by customer and month.
 *
 * <p>A movement is at the first moment of its month. A month without a row between two others, or after the last row of the customer and
 * up to the last month of the ledger, is one of 0. A ledger does not tell a pause from an end: 0 after something is churn, and something
 * after that a reactivation. 0 from the beginning is a start for nothing.
 */
public final class MonthlyLedger {

    private static final int MOST_NAMED = 5;

    private MonthlyLedger() {}

    /**
     * The recurring revenue of a customer in a month.
     *
     * @param customer the customer
     * @param month the month
     * @param recurring the amount of the month, at least 0
     * @param reason why it became nothing, or soon will: used for churn in this month, and in the next one if that has no row; null
     *     where it is not known
     */
    public record Row(
            CustomerId customer,
            YearMonth month,
            Money recurring,
            @Nullable String reason) implements Serializable {

        /**
         * Makes a row.
         *
         * @throws IllegalArgumentException if the amount is negative or the reason blank
         */
        public Row {
            requireNonNull(customer, "customer");
            requireNonNull(month, "month");
            if (requireNonNull(recurring, "recurring").signum() < 0) {
                throw new IllegalArgumentException("recurring " + recurring + " is not at least 0");
            }
            if (reason != null && reason.isBlank()) {
                throw new IllegalArgumentException("reason is blank");
            }
        }
    }

    /**
     * Returns the subscription of each customer, in the order of their first rows; rows may come in any order. The id is that of the
     * customer.
     *
     * @param zone where months begin
     * @throws IllegalArgumentException if customers have a month twice or several currencies, with their number and the first of them
     */
    public static List<Subscription> read(Collection<Row> rows, ZoneId zone) {
        requireNonNull(zone, "zone");
        Map<CustomerId, List<Row>> byCustomer = new LinkedHashMap<>();
        rows.forEach(row -> byCustomer
                .computeIfAbsent(row.customer, customer -> new ArrayList<>())
                .add(row));
        List<Subscription> read = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        YearMonth last =
                rows.stream().map(Row::month).max(Comparator.naturalOrder()).orElse(YearMonth.of(1, 1));
        byCustomer.forEach((customer, own) -> {
            try {
                read.add(subscription(own, last, zone));
            } catch (IllegalArgumentException fault) {
                faults.add(String.valueOf(fault.getMessage()));
            }
        });
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.size() + " of " + byCustomer.size() + " customers are rejected: "
                    + String.join("; ", faults.subList(0, Math.min(MOST_NAMED, faults.size())))
                    + (faults.size() > MOST_NAMED ? "; ..." : ""));
        }
        return List.copyOf(read);
    }

    /**
     * Returns the subscription that the rows of one customer tell of.
     *
     * @param last the last month of the ledger
     * @param zone where months begin
     * @throws IllegalArgumentException if there is no row, or rows are of two customers, one month, two currencies or after the last month
     */
    public static Subscription subscription(Collection<Row> rows, YearMonth last, ZoneId zone) {
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(Row::month));
        Require.that(!ordered.isEmpty(), () -> "rows are empty");
        CustomerId customer = ordered.get(0).customer;
        List<Movement> movements = new ArrayList<>();
        Row before = null;
        for (Row row : ordered) {
            check(row, customer, before, last);
            if (before != null && before.month.plusMonths(1).isBefore(row.month)) {
                move(
                        movements,
                        before.month.plusMonths(1),
                        Money.zero(before.recurring.currency()),
                        before.reason,
                        zone);
            }
            move(movements, row.month, row.recurring, row.reason, zone);
            before = row;
        }
        if (before != null && before.month.isBefore(last)) {
            move(movements, before.month.plusMonths(1), Money.zero(before.recurring.currency()), before.reason, zone);
        }
        return new Subscription(customer.value(), customer, null, movements);
    }

    private static void check(Row row, CustomerId customer, @Nullable Row before, YearMonth last) {
        Require.that(row.customer.equals(customer), () -> "rows are of customers " + customer + " and " + row.customer);
        if (before != null && before.month.equals(row.month)) {
            throw new IllegalArgumentException("customer " + customer + " has month " + row.month + " twice");
        }
        if (before != null && !before.recurring.currency().equals(row.recurring.currency())) {
            throw new IllegalArgumentException("customer " + customer + " pays " + before.recurring + " in "
                    + before.month + " and " + row.recurring + " in " + row.month);
        }
        if (row.month.isAfter(last)) {
            throw new IllegalArgumentException(
                    "month " + row.month + " of customer " + customer + " is after the last, " + last);
        }
    }

    private static void move(
            List<Movement> to, YearMonth month, Money recurring, @Nullable String reason, ZoneId zone) {
        Instant at = month.atDay(1).atStartOfDay(zone).toInstant();
        if (to.isEmpty()) {
            to.add(Movement.of(Kind.START, at, recurring));
            return;
        }
        Movement before = to.get(to.size() - 1);
        int change = Long.compare(recurring.minorUnits(), before.recurring().minorUnits());
        if (change > 0) {
            to.add(Movement.of(before.kind() == Kind.CHURN ? Kind.REACTIVATION : Kind.EXPANSION, at, recurring));
        } else if (change < 0 && recurring.signum() == 0) {
            Movement churn = Movement.of(Kind.CHURN, at, recurring);
            to.add(reason == null ? churn : churn.withReasons(reason));
        } else if (change < 0) {
            to.add(Movement.of(Kind.CONTRACTION, at, recurring));
        }
    }
}
