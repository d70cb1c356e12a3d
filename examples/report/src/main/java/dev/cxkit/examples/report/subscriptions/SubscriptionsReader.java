package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.MonthlyLedger;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.examples.report.rows.Column;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Row;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.subscriptions.SubscriptionsFile.Entered;
import dev.cxkit.examples.report.text.RejectedGroup;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a ledger and puts the rows of each customer together; one with a bad row would be another customer. */
final class SubscriptionsReader {

    private static final String BLANK = "(blank)";
    private static final int MOST_REASONS = 1_000;
    private static final String CUSTOMER = "customer";

    private final Table table;
    private final SubscriptionsRequest request;
    private final Column customer;
    private final Column month;
    private final Column mrr;
    private final @Nullable Column reason;
    private final List<Column> by;
    private final Map<String, Rows> byCustomer = new LinkedHashMap<>();
    private final Set<String> reasons = new HashSet<>();
    private final List<RejectedGroup> rejectedGroups = new ArrayList<>();
    private @Nullable MonthText months;
    private @Nullable YearMonth first;
    private @Nullable YearMonth last;
    private long rows;

    /** The rows of a customer, with the first fault among them. */
    private static final class Rows {
        private final List<MonthlyLedger.Row> ledger = new ArrayList<>();
        private final List<List<String>> segments = new ArrayList<>();
        private long rows;
        private long line;
        private @Nullable String fault;
    }

    private SubscriptionsReader(Table table, SubscriptionsRequest request) {
        this.table = table;
        this.request = request;
        this.customer = table.column(request.customer());
        this.month = table.column(request.month());
        this.mrr = table.column(request.mrr());
        this.reason = request.reason() == null ? null : table.column(request.reason());
        this.by = request.by().stream().map(table::column).toList();
    }

    /**
     * Returns the customers in the table.
     *
     * @throws InputException if a column is not there, or there are too many reasons
     */
    static SubscriptionsFile read(Table table, SubscriptionsRequest request) {
        return new SubscriptionsReader(table, request).read();
    }

    private SubscriptionsFile read() {
        table.forEach(this::take);
        List<Entered> entered = new ArrayList<>();
        byCustomer.forEach((name, of) -> build(name, of, entered));
        rejectedGroups.sort(Comparator.comparingLong(RejectedGroup::line));
        boolean none = entered.isEmpty();
        return new SubscriptionsFile(
                table.name(),
                rows,
                months == null ? MonthText.CALENDAR : months,
                none ? null : first,
                none ? null : last,
                entered,
                rejectedGroups);
    }

    private void take(Row row) {
        rows++;
        try {
            table.checkWidth(row);
        } catch (IllegalArgumentException e) {
            rejectedGroups.add(new RejectedGroup(row.line(), CUSTOMER, null, String.valueOf(e.getMessage()), 1));
            return;
        }
        String name = row.text(customer);
        if (name.isEmpty()) {
            rejectedGroups.add(new RejectedGroup(row.line(), CUSTOMER, null, "customer is missing", 1));
            return;
        }
        Rows of = byCustomer.computeIfAbsent(name, key -> new Rows());
        of.rows++;
        of.line = of.rows == 1 ? row.line() : of.line;
        try {
            of.ledger.add(entry(name, row));
            of.segments.add(by.stream()
                    .map(column -> row.text(column).isEmpty() ? BLANK : row.text(column))
                    .toList());
        } catch (IllegalArgumentException e) {
            if (of.fault == null) {
                of.fault = String.valueOf(e.getMessage());
                of.line = row.line();
            }
        }
    }

    private MonthlyLedger.Row entry(String name, Row row) {
        String text = row.text(month);
        MonthText form = months == null ? MonthText.of(text) : months;
        YearMonth at = form.read(text);
        String amount = row.text(mrr);
        if (amount.isEmpty()) {
            throw new IllegalArgumentException("amount is missing");
        }
        String why = reason == null ? "" : row.text(reason);
        reasons.add(why);
        if (reasons.size() > MOST_REASONS) {
            throw new InputException(table.name() + ": column " + request.reason() + " has more than " + MOST_REASONS
                    + " values, too many for reasons");
        }
        MonthlyLedger.Row read = new MonthlyLedger.Row(
                CustomerId.of(name),
                at,
                Money.of(amount, request.currency().getCurrencyCode()),
                why.isEmpty() ? null : why);
        months = form;
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        return read;
    }

    private void build(String name, Rows of, List<Entered> entered) {
        YearMonth end = last;
        if (of.fault != null || end == null) {
            rejectedGroups.add(new RejectedGroup(of.line, CUSTOMER, name, String.valueOf(of.fault), of.rows));
            return;
        }
        try {
            Subscription read = MonthlyLedger.subscription(of.ledger, end, ZoneOffset.UTC);
            int latest = 0;
            for (int i = 1; i < of.ledger.size(); i++) {
                latest = of.ledger.get(i).month().isAfter(of.ledger.get(latest).month()) ? i : latest;
            }
            entered.add(new Entered(read, of.segments.get(latest)));
        } catch (IllegalArgumentException e) {
            rejectedGroups.add(new RejectedGroup(of.line, CUSTOMER, name, String.valueOf(e.getMessage()), of.rows));
        }
    }
}
