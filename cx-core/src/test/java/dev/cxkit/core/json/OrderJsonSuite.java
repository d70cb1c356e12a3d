package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Instant;
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

    @Test
    void an_order_is_the_same_text() throws Exception {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        Order order = Order.of(OrderId.of("o-1"), CustomerId.of("c-1"), noon, Money.of("30.00", "EUR"));
        String text = """
                {"id":"o-1","customer":"c-1","occurredAt":"2026-01-31T12:00:00Z",\
                "amount":{"minorUnits":3000,"currency":"EUR"}""";
        same(order, Order.class, text + "}");
        same(
                order.through(Channel.STORE)
                        .with("tea", 2, Money.of("25", "EUR"))
                        .refunded(noon.plusSeconds(60), Money.of("0.50", "EUR")),
                Order.class,
                text + """
                        ,"channel":"store",\
                        "items":[{"product":"tea","quantity":2,"amount":{"minorUnits":2500,"currency":"EUR"}}],\
                        "refunds":[{"occurredAt":"2026-01-31T12:01:00Z","amount":{"minorUnits":50,"currency":"EUR"}}]}""");
        assertThat(json().read(text + ",\"basket\":7}", Order.class)).isEqualTo(order);
    }

    @Test
    void an_order_without_what_every_order_has_is_refused() {
        refused("{\"id\":\"o-1\",\"customer\":\"c-1\",\"occurredAt\":\"2026-01-31T12:00:00Z\"}", Order.class, "amount");
        refused(
                "{\"product\":\"tea\",\"amount\":{\"minorUnits\":1,\"currency\":\"EUR\"}}",
                Order.Item.class,
                "quantity");
        refused(
                "{\"product\":\"tea\",\"quantity\":1.5,\"amount\":{\"minorUnits\":1,\"currency\":\"EUR\"}}",
                Order.Item.class,
                "quantity is 1.5; allowed is a whole number");
    }

    private <T> void refused(String text, Class<T> type, String message) {
        assertThatThrownBy(() -> json().read(text, type)).rootCause().hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"currency\":\"EUR\"} | minorUnits",
                "{\"minorUnits\":null,\"currency\":\"EUR\"} | minorUnits",
                "{\"minorUnits\":5} | currency",
                "{\"minorUnits\":12.5,\"currency\":\"EUR\"} | minorUnits is 12.5; allowed is a whole number within"
                        + " -9223372036854775808..9223372036854775807",
                "{\"minorUnits\":\"12\",\"currency\":\"EUR\"} | minorUnits is '12'; allowed is a whole number within"
                        + " -9223372036854775808..9223372036854775807",
                "{\"minorUnits\":9223372036854775808,\"currency\":\"EUR\"} | minorUnits is 9223372036854775808; allowed is a"
                        + " whole number within -9223372036854775808..9223372036854775807"
            })
    void money_that_is_not_whole_is_refused(String text, String message) {
        refused(text, Money.class, message);
    }
}
