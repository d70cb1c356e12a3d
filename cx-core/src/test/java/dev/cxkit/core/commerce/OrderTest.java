package dev.cxkit.core.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Order ORDER =
            Order.of(OrderId.of("o-1"), CustomerId.of("c-1"), NOON, Money.of("30.00", "EUR"));

    @Test
    void refunds_are_taken_off_the_amount() {
        Order refunded =
                ORDER.refunded(NOON, Money.of("10.00", "EUR")).refunded(NOON.plusSeconds(1), Money.of("0.01", "EUR"));
        assertThat(ORDER.net()).isEqualTo(ORDER.amount());
        assertThat(refunded.net()).isEqualTo(Money.of("19.99", "EUR"));
        assertThat(refunded.refunded(NOON, Money.of("20", "EUR")).net()).isEqualTo(Money.of("-0.01", "EUR"));
    }

    @Test
    void what_does_not_fit_the_order_is_refused() {
        assertThatThrownBy(() -> ORDER.refunded(NOON, Money.of("1", "USD")))
                .hasMessage("order o-1 in EUR has a part of 1.00 USD");
        assertThatThrownBy(() -> ORDER.with("tea", 1, Money.of("1", "JPY")))
                .hasMessage("order o-1 in EUR has a part of 1 JPY");
        assertThatThrownBy(() -> ORDER.refunded(NOON.minusSeconds(1), Money.of("1", "EUR")))
                .hasMessage("refund at 2026-01-31T11:59:59Z is before its order o-1 at 2026-01-31T12:00:00Z");
        assertThatThrownBy(() -> ORDER.refunded(NOON, Money.of("0", "EUR")))
                .hasMessage("refund of 0.00 EUR is not above 0");
        assertThatThrownBy(() -> ORDER.with("tea", 0, Money.of("1", "EUR"))).hasMessage("quantity 0 of tea is below 1");
        assertThatThrownBy(() -> ORDER.with(" ", 1, Money.of("1", "EUR"))).hasMessage("product of an item is blank");
        assertThatThrownBy(() -> OrderId.of(" ")).hasMessage("order id is blank");
    }

    @Test
    void the_text_of_an_order_says_nothing_of_the_customer_or_the_goods() {
        assertThat(ORDER.through(Channel.STORE).with("tea", 2, Money.of("30", "EUR")))
                .hasToString("Order[id=o-1, occurredAt=2026-01-31T12:00:00Z, amount=30.00 EUR, items=1, refunds=0]");
        assertThat(OrderId.of("b")).isGreaterThan(OrderId.of("a"));
    }

    @Test
    void parts_are_copied() {
        List<Order.Item> items = new ArrayList<>();
        Order order = new Order(ORDER.id(), ORDER.customer(), NOON, ORDER.amount(), null, items, List.of());
        items.add(new Order.Item("tea", 1, Money.of("1", "EUR")));
        assertThat(order.items()).isEmpty();
    }
}
