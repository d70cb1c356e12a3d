package dev.cxkit.metrics.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurringRetentionTest {

    static Stream<List<String>> months() {
        return Ledger.table("mrr-ledger-small-monthly.csv").stream().map(List::of);
    }

    private static long cents(String amount) {
        return amount.isEmpty() ? 0 : Math.round(100 * Double.parseDouble(amount));
    }

    private static void is(OptionalDouble actual, String expected) {
        if (expected.isEmpty()) {
            assertThat(actual).isEmpty();
        } else {
            assertThat(actual.orElseThrow()).isCloseTo(Double.parseDouble(expected), within(5e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void months_of_the_small_ledger_are_those_of_an_independent_program(List<String> row) {
        for (RevenueConvention convention : RevenueConvention.values()) {
            RecurringRetention month = RecurringRetention.in(
                            Ledger.months(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(0))),
                            Recurring.amount(Ledger.EUR),
                            convention)
                    .over(Ledger.subscriptions());
            assertThat(month.lost().of()).isEqualTo(Long.parseLong(row.get(2)));
            assertThat(month.lost().count()).isEqualTo(Long.parseLong(row.get(3)));
            is(month.lost().share(), row.get(4));
            assertThat(month.all())
                    .isEqualTo(new RecurringMovements(
                            cents(row.get(5)),
                            cents(row.get(6)),
                            cents(row.get(7)),
                            cents(row.get(8)),
                            cents(row.get(9)),
                            cents(row.get(10)),
                            cents(row.get(11))));
            is(month.grr(), row.get(12));
            is(month.nrr(), row.get(13));
            is(month.quickRatio(), row.get(14));
        }
    }
}
