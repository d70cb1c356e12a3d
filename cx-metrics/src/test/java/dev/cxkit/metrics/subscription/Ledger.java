package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.MonthlyLedger;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The small ledger: what ten customers paid in six months, and what an independent program (pandas) made of it. */
final class Ledger {

    static final Currency EUR = Currency.getInstance("EUR");
    static final YearMonth FIRST = YearMonth.of(2024, 1);

    private Ledger() {}

    static List<String[]> table(String name) {
        try (var in = Ledger.class.getResourceAsStream("/loyalty/" + name)) {
            String text = new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Subscription> subscriptions() {
        return MonthlyLedger.read(
                table("mrr-ledger-small.csv").stream()
                        .map(row -> new MonthlyLedger.Row(
                                CustomerId.of(row[0]),
                                FIRST.plusMonths(Integer.parseInt(row[2])),
                                Money.of(row[3], "EUR"),
                                null))
                        .toList(),
                ZoneOffset.UTC);
    }

    static Map<String, String> segments() {
        Map<String, String> segments = new TreeMap<>();
        table("mrr-ledger-small.csv").forEach(row -> segments.put(row[0], row[1]));
        return segments;
    }

    /** The first moment of a month, counted from the first of the ledger. */
    static Instant month(int index) {
        return FIRST.plusMonths(index).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** So many months up to the end of one. */
    static TimeRange months(int number, int last) {
        return TimeRange.of(month(last + 1 - number), month(last + 1));
    }
}
