package dev.cxkit.core.commerce;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.touchpoint.Channel;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order (purchase, transaction): what a customer bought at one time, by which channel, and what was refunded of it.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import java.time.Instant;
 *
 * Instant noon = Instant.parse("2026-01-31T12:00:00Z");
 * Order order = Order.of(OrderId.of("o-1"), CustomerId.of("ann"), noon, Money.of("30.00", "EUR"))
 *         .through(Channel.WEB)
 *         .with("tea", 2, Money.of("25.00", "EUR"))
 *         .refunded(noon.plusSeconds(86_400), Money.of("12.50", "EUR"));
 * System.out.println(order.net());
 * // -> 17.50 EUR
 * }</pre>
 *
 * @param id the id
 * @param customer who ordered
 * @param occurredAt when
 * @param amount what the customer had to pay; below 0 where the host knows of a refund but not of what, and books it as a row of its own
 * @param channel the channel by which it came; absent if that is not known
 * @param items what was ordered; may be empty. Their amounts need not add up to that of the order, which has shipping and discounts too
 * @param refunds what was paid back of this order
 */
@JsonPropertyOrder({"id", "customer", "occurredAt", "amount", "channel", "items", "refunds"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(
        @JsonProperty("id") OrderId id,
        @JsonProperty("customer") CustomerId customer,

        @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant occurredAt,

        @JsonProperty("amount") Money amount,
        @JsonProperty("channel") @Nullable Channel channel,
        @JsonProperty("items") List<Item> items,
        @JsonProperty("refunds") List<Refund> refunds)
        implements Serializable {

    /**
     * One line of an order.
     *
     * @param product what, not blank
     * @param quantity how many, above 0
     * @param amount the price of the line
     */
    @JsonPropertyOrder({"product", "quantity", "amount"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(
            @JsonProperty("product") String product,
            @JsonProperty("quantity") long quantity,
            @JsonProperty("amount") Money amount)
            implements Serializable {

        /**
         * Makes one.
         *
         * @throws IllegalArgumentException if the product is blank or the quantity below 1
         */
        public Item {
            Require.text("product of an item", product);
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity " + quantity + " of " + product + " is below 1");
            }
            requireNonNull(amount, "amount of an item is missing");
        }

        @JsonCreator
        static Item read(
                @JsonProperty("product") @Nullable Object product,
                @JsonProperty("quantity") @Nullable Object quantity,
                @JsonProperty("amount") Money amount) {
            return new Item(
                    JsonValues.text("product of an item", product),
                    requireNonNull(JsonValues.whole("quantity", quantity), "quantity of an item is missing"),
                    amount);
        }
    }

    /**
     * Money that was paid back.
     *
     * @param occurredAt when
     * @param amount how much, above 0
     */
    @JsonPropertyOrder({"occurredAt", "amount"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Refund(
            @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Instant occurredAt,

            @JsonProperty("amount") Money amount)
            implements Serializable {

        /**
         * Makes one.
         *
         * @throws IllegalArgumentException if the amount is not above 0
         */
        public Refund {
            requireNonNull(occurredAt, "occurredAt of a refund is missing");
            if (requireNonNull(amount, "amount of a refund is missing").signum() <= 0) {
                throw new IllegalArgumentException("refund of " + amount + " is not above 0");
            }
        }

        @JsonCreator
        static Refund read(
                @JsonProperty("occurredAt") @Nullable Object occurredAt, @JsonProperty("amount") Money amount) {
            return new Refund(JsonValues.time("occurredAt of a refund", occurredAt), amount);
        }
    }

    /**
     * Checks and copies the parts; absent items or refunds are none.
     *
     * @throws IllegalArgumentException if an amount is in another currency than the order, or a refund is before the order
     */
    public Order {
        requireNonNull(id, "id of order is missing");
        requireNonNull(customer, "customer of order is missing");
        requireNonNull(occurredAt, "occurredAt of order is missing");
        Money paid = requireNonNull(amount, "amount of order is missing");
        items = items == null ? List.of() : JsonValues.list("items of order " + id, items);
        refunds = refunds == null ? List.of() : JsonValues.list("refunds of order " + id, refunds);
        Stream.concat(items.stream().map(Item::amount), refunds.stream().map(Refund::amount))
                .filter(part -> !part.currency().equals(paid.currency()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(
                            "order " + id + " in " + paid.currency() + " has a part of " + other);
                });
        for (Refund refund : refunds) {
            if (refund.occurredAt.isBefore(occurredAt)) {
                throw new IllegalArgumentException(
                        "refund at " + refund.occurredAt + " is before its order " + id + " at " + occurredAt);
            }
        }
    }

    @JsonCreator
    static Order read(
            @JsonProperty("id") OrderId id,
            @JsonProperty("customer") CustomerId customer,
            @JsonProperty("occurredAt") @Nullable Object occurredAt,
            @JsonProperty("amount") Money amount,
            @JsonProperty("channel") @Nullable Channel channel,
            @JsonProperty("items") List<Item> items,
            @JsonProperty("refunds") List<Refund> refunds) {
        return new Order(
                id, customer, JsonValues.time("occurredAt of order", occurredAt), amount, channel, items, refunds);
    }

    /** Returns an order of which no more is known. */
    public static Order of(OrderId id, CustomerId customer, Instant occurredAt, Money amount) {
        return new Order(id, customer, occurredAt, amount, null, List.of(), List.of());
    }

    /** Returns the same order as come by this channel. */
    public Order through(Channel by) {
        return new Order(id, customer, occurredAt, amount, requireNonNull(by, "channel"), items, refunds);
    }

    /**
     * Returns the same order with one more item.
     *
     * @throws IllegalArgumentException if the product is blank, the quantity below 1 or the currency another one
     */
    public Order with(String product, long quantity, Money price) {
        List<Item> more = Stream.concat(items.stream(), Stream.of(new Item(product, quantity, price)))
                .toList();
        return new Order(id, customer, occurredAt, amount, channel, more, refunds);
    }

    /**
     * Returns the same order after so much was paid back.
     *
     * @throws IllegalArgumentException if it is not above 0, in another currency, or before the order
     */
    public Order refunded(Instant at, Money back) {
        List<Refund> more =
                Stream.concat(refunds.stream(), Stream.of(new Refund(at, back))).toList();
        return new Order(id, customer, occurredAt, amount, channel, items, more);
    }

    /**
     * Returns the amount less all refunds; below 0 if more was paid back than was paid.
     *
     * @throws ArithmeticException if it does not fit
     */
    public Money net() {
        Money net = amount;
        for (Refund refund : refunds) {
            net = net.minus(refund.amount);
        }
        return net;
    }

    /** Returns the id, the time and the amount; nothing of the customer and of what was bought. */
    @Override
    public String toString() {
        return "Order[id=" + id + ", occurredAt=" + occurredAt + ", amount=" + amount + ", items=" + items.size()
                + ", refunds=" + refunds.size() + "]";
    }
}
