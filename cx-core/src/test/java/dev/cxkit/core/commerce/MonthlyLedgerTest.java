package dev.cxkit.core.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Movement.Kind;
import dev.cxkit.core.customer.CustomerId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonthlyLedgerTest {

    private static MonthlyLedger.Row row(String customer, String month, String amount) {
        return row(customer, month, amount, null);
    }

    private static MonthlyLedger.Row row(String customer, String month, String amount, @Nullable String reason) {
        return new MonthlyLedger.Row(CustomerId.of(customer), YearMonth.parse(month), Money.of(amount, "EUR"), reason);
    }

    private static Movement move(Kind kind, String at, String amount) {
        return Movement.of(kind, Instant.parse(at), Money.of(amount, "EUR"));
    }

    @Test
    void months_become_movements_at_their_first_moment() {
        List<MonthlyLedger.Row> rows = new ArrayList<>(List.of(
                row("ann", "2025-10", "0"),
                row("ann", "2025-11", "0"),
                row("ann", "2025-12", "10"),
                row("ann", "2026-01", "12"),
                row("ann", "2026-02", "9"),
                row("ann", "2026-03", "9"),
                row("bob", "2026-03", "5")));
        Collections.reverse(rows);
        List<Subscription> read = MonthlyLedger.read(rows, ZoneOffset.UTC);
        assertThat(read).extracting(Subscription::id).containsExactly("bob", "ann");
        assertThat(read.get(1).customer()).isEqualTo(CustomerId.of("ann"));
        assertThat(read.get(1).movements())
                .containsExactly(
                        move(Kind.START, "2025-10-01T00:00:00Z", "0"),
                        move(Kind.EXPANSION, "2025-12-01T00:00:00Z", "10"),
                        move(Kind.EXPANSION, "2026-01-01T00:00:00Z", "12"),
                        move(Kind.CONTRACTION, "2026-02-01T00:00:00Z", "9"));
        assertThat(MonthlyLedger.read(List.of(), ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void a_month_without_a_row_is_one_of_nothing_up_to_the_last_of_the_ledger() {
        List<Subscription> read = MonthlyLedger.read(
                List.of(
                        row("ann", "2025-11", "10"),
                        row("ann", "2026-02", "10"),
                        row("bob", "2025-11", "7", "price"),
                        row("cat", "2025-12", "7"),
                        row("cat", "2026-01", "0", "support"),
                        row("cat", "2026-02", "0", "too late")),
                ZoneId.of("Europe/Berlin"));
        assertThat(read.get(0).movements())
                .containsExactly(
                        move(Kind.START, "2025-10-31T23:00:00Z", "10"),
                        move(Kind.CHURN, "2025-11-30T23:00:00Z", "0"),
                        move(Kind.REACTIVATION, "2026-01-31T23:00:00Z", "10"));
        assertThat(read.get(1).movements().get(1))
                .isEqualTo(move(Kind.CHURN, "2025-11-30T23:00:00Z", "0").withReasons("price"));
        assertThat(read.get(2).movements())
                .containsExactly(
                        move(Kind.START, "2025-11-30T23:00:00Z", "7"),
                        move(Kind.CHURN, "2025-12-31T23:00:00Z", "0").withReasons("support"));
    }

    @Test
    void bad_customers_are_refused_with_the_first_of_them_and_their_number() {
        List<MonthlyLedger.Row> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            rows.add(row("c" + i, "2026-01", "5"));
            rows.add(row("c" + i, "2026-01", "6"));
        }
        rows.add(row("ok", "2026-01", "5"));
        assertThatThrownBy(() -> MonthlyLedger.read(rows, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("7 of 8 customers are rejected: customer c0 has month 2026-01 twice; customer c1 has month "
                        + "2026-01 twice; customer c2 has month 2026-01 twice; customer c3 has month 2026-01 twice; "
                        + "customer c4 has month 2026-01 twice; ...");
        List<MonthlyLedger.Row> mixed = List.of(
                row("ann", "2026-01", "5"),
                new MonthlyLedger.Row(CustomerId.of("ann"), YearMonth.of(2026, 2), Money.of("6", "USD"), null));
        assertThatThrownBy(() -> MonthlyLedger.read(mixed, ZoneOffset.UTC))
                .hasMessageStartingWith("1 of 1 customers are rejected: ")
                .hasMessageEndingWith("customer ann pays 5.00 EUR in 2026-01 and 6.00 USD in 2026-02");
    }

    @Test
    void rows_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> row("ann", "2026-01", "-1")).hasMessage("recurring -1.00 EUR is not at least 0");
        assertThatThrownBy(() -> row("ann", "2026-01", "1", " ")).hasMessage("reason is blank");
        YearMonth last = YearMonth.of(2026, 1);
        assertThatThrownBy(() -> MonthlyLedger.subscription(List.of(), last, ZoneOffset.UTC))
                .hasMessage("rows are empty");
        assertThatThrownBy(() -> MonthlyLedger.subscription(
                        List.of(row("ann", "2026-01", "1"), row("bob", "2026-01", "1")), last, ZoneOffset.UTC))
                .hasMessage("rows are of customers ann and bob");
        assertThatThrownBy(() -> MonthlyLedger.subscription(List.of(row("ann", "2026-02", "1")), last, ZoneOffset.UTC))
                .hasMessage("month 2026-02 of customer ann is after the last, 2026-01");
    }

    @Test
    void the_same_number_in_another_currency_is_another_amount() {
        List<MonthlyLedger.Row> rows = List.of(
                row("ann", "2026-01", "10"),
                new MonthlyLedger.Row(CustomerId.of("ann"), YearMonth.parse("2026-02"), Money.of("10", "USD"), null));
        assertThatThrownBy(() -> MonthlyLedger.read(rows, ZoneOffset.UTC))
                .hasMessageEndingWith("customer ann pays 10.00 EUR in 2026-01 and 10.00 USD in 2026-02");
    }
}
