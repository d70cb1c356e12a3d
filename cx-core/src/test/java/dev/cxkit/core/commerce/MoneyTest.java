package dev.cxkit.core.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decimals of the currencies are those of ISO 4217. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.50, EUR, 1250, 12.50 EUR",
        "12.5, EUR, 1250, 12.50 EUR",
        "-0.01, EUR, -1, -0.01 EUR",
        "1.2E3, EUR, 120000, 1200.00 EUR",
        "12.500, EUR, 1250, 12.50 EUR",
        "1200, JPY, 1200, 1200 JPY",
        "1.234, KWD, 1234, 1.234 KWD",
        "0.000, JPY, 0, 0 JPY",
        "92233720368547758.07, EUR, 9223372036854775807, 92233720368547758.07 EUR",
        "-92233720368547758.08, EUR, -9223372036854775808, -92233720368547758.08 EUR"
    })
    void an_amount_is_exact_in_the_smallest_unit(String amount, String currency, long minorUnits, String text) {
        Money money = Money.of(amount, currency);
        assertThat(money).isEqualTo(new Money(minorUnits, Currency.getInstance(currency)));
        assertThat(money).hasToString(text);
        assertThat(money.amount()).isEqualByComparingTo(amount);
        assertThat(money.signum()).isEqualTo(Long.signum(minorUnits));
    }

    @ParameterizedTest
    @CsvSource({
        "12.505, EUR, amount 12.505 has more than the 2 decimals of EUR",
        "0.5, JPY, amount 0.5 has more than the 0 decimals of JPY",
        "1e-999999999, EUR, amount 1E-999999999 has more than the 2 decimals of EUR",
        "12;50, EUR, amount '12;50' is not a decimal number",
        "1, ZZZ, currency 'ZZZ' is not a code of ISO 4217",
        "1, XAU, currency XAU has no smallest unit",
        "92233720368547758.08, EUR, amount 92233720368547758.08 is outside"
                + " -92233720368547758.08 EUR..92233720368547758.07 EUR",
        "1e2147483647, EUR, amount 1E+2147483647 is outside -92233720368547758.08 EUR..92233720368547758.07 EUR",
        "1e999999999, EUR, amount 1E+999999999 is outside -92233720368547758.08 EUR..92233720368547758.07 EUR"
    })
    void an_amount_that_cannot_be_exact_is_refused(String amount, String currency, String message) {
        assertThatThrownBy(() -> Money.of(amount, currency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void amounts_of_one_currency_add_up_and_those_of_two_never_do() {
        Money five = Money.of("5.00", "EUR");
        assertThat(five.plus(Money.of("0.30", "EUR"))).isEqualTo(Money.of("5.30", "EUR"));
        assertThat(five.minus(Money.of("7", "EUR"))).isEqualTo(Money.of("-2", "EUR"));
        assertThat(Money.zero(five.currency()).plus(five)).isEqualTo(five);
        assertThatThrownBy(() -> five.plus(Money.of("5", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amounts in EUR and USD cannot be added or compared");
        assertThatThrownBy(() -> five.minus(Money.of("5", "USD"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_that_does_not_fit_is_no_other_number() {
        Money most = new Money(Long.MAX_VALUE, Currency.getInstance("EUR"));
        assertThatThrownBy(() -> most.plus(Money.of("0.01", "EUR"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, most.currency()).minus(Money.of("0.01", "EUR")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> new Money(1, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("currency is missing");
        assertThatThrownBy(() -> Money.of((BigDecimal) null, Currency.getInstance("EUR")))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000", "-0", "0e30", "0e-30"})
    void nothing_is_nothing_however_it_is_written(String amount) {
        assertThat(Money.of(amount, "EUR")).isEqualTo(Money.zero(Currency.getInstance("EUR")));
    }
}
