package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of money and orders, on each version of Jackson. */
abstract class OrderJsonSuite {

    abstract Json json();

    private <T> void same(T value, Class<T> type, String text) throws Exception {
        assertThat(json().write(value)).isEqualTo(text);
        assertThat(json().read(text, type)).isEqualTo(value);
        assertThat(json().setUpOtherwise().write(value)).isEqualTo(text);
    }

    @Test
    void money_is_the_same_text() throws Exception {
        same(Money.of("12.50", "EUR"), Money.class, "{\"minorUnits\":1250,\"currency\":\"EUR\"}");
        same(
                Money.of("-90000000000000000", "EUR"),
                Money.class,
                "{\"minorUnits\":-9000000000000000000,\"currency\":\"EUR\"}");
        assertThat(json().read("{\"currency\":\"JPY\",\"minorUnits\":5,\"rate\":1}", Money.class))
                .isEqualTo(Money.of("5", "JPY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"currency\":\"EUR\"} | minorUnits",
                "{\"minorUnits\":null,\"currency\":\"EUR\"} | minorUnits",
                "{\"minorUnits\":5} | currency",
                "{\"minorUnits\":12.5,\"currency\":\"EUR\"} | minorUnits 12.5 is not a whole number within"
                        + " -9223372036854775808..9223372036854775807",
                "{\"minorUnits\":\"12\",\"currency\":\"EUR\"} | minorUnits 12 is not a whole number within"
                        + " -9223372036854775808..9223372036854775807",
                "{\"minorUnits\":9223372036854775808,\"currency\":\"EUR\"} | minorUnits 9223372036854775808 is not a"
                        + " whole number within -9223372036854775808..9223372036854775807"
            })
    void money_that_is_not_whole_is_refused(String text, String message) {
        assertThatThrownBy(() -> json().read(text, Money.class)).rootCause().hasMessage(message);
    }
}
