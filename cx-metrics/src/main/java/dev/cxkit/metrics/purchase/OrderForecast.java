package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.lifetime.Fit;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.lifetime.TransactionModel;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A model of repeat buying fitted to the customers of an {@link OrderLog}, and what it expects of each of them.
 *
 * <ul>
 *   <li>Excluded, and counted: customers without a purchase before the end of the log.
 *   <li>Times are {@link Duration}s here, whatever the unit that the model was fitted in.
 *   <li>Nothing is expected where there is no fit.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.lifetime.BgNbd;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.Currency;
 * import java.util.List;
 * import java.util.Locale;
 *
 * record Sale(String customer, Instant at, long cents) {}
 * int[] repeats = {0, 0, 1, 0, 3, 7, 0, 2, 1, 12};
 * List<Sale> sales = new ArrayList<>();
 * for (int customer = 10; customer < 70; customer++) {
 *     Instant at = Instant.parse("2026-01-01T10:00:00Z").plus(Duration.ofDays(customer));
 *     for (int order = 0; order <= repeats[customer % 10]; order++) {
 *         sales.add(new Sale("c" + customer, at.plus(Duration.ofDays((3L + customer * 5 % 11) * order)), 2500));
 *     }
 * }
 * Instant end = Instant.parse("2026-09-01T00:00:00Z");
 * var log = OrderLog.of(Sale::customer, Sale::at, Sale::cents, Currency.getInstance("EUR"), ZoneOffset.UTC, end);
 * var forecast = log.forecast(BgNbd.metric(), Duration.ofDays(7)).over(sales);
 * forecast.expectedOrders(Duration.ofDays(365)).entrySet().stream().limit(3).forEach(each ->
 *         System.out.printf(Locale.ROOT, "%s %.2f%n", each.getKey().value(), each.getValue()));
 * // -> c10 0.35
 * // -> c11 0.35
 * // -> c12 0.09
 * }</pre>
 *
 * @param <M> the model
 * @param fitted the fit, or null where there is none
 * @param unit the unit of time of the model
 * @param customers each customer with a purchase as the model sees them, in the order of their ids; unmodifiable
 * @param withoutPurchase how many customers are excluded, since they have no purchase
 */
public record OrderForecast<M extends TransactionModel>(
        @Nullable Fit<M> fitted, Duration unit, Map<CustomerId, RecencyFrequency> customers, long withoutPurchase)
        implements Result {

    /** Refuses a unit that is not above 0, and a count below 0, with an {@link IllegalArgumentException}; copies the map in its order. */
    public OrderForecast {
        PurchaseRule.positive("unit", unit);
        Require.atLeast("withoutPurchase", withoutPurchase, 0);
        customers = Collections.unmodifiableMap(new LinkedHashMap<>(customers));
    }

    static <M extends TransactionModel> OrderForecast<M> of(
            Metric<RecencyFrequency, Optional<Fit<M>>> model, Duration unit, Iterable<Purchases> all) {
        SortedMap<CustomerId, RecencyFrequency> customers = new TreeMap<>();
        long without = 0;
        for (Purchases purchases : all) {
            if (purchases.size() == 0) {
                without++;
            } else {
                customers.put(purchases.customer(), purchases.recencyFrequency(unit));
            }
        }
        Fit<M> fit = model.over(customers.values()).orElse(null);
        return new OrderForecast<>(fit, unit, customers, without);
    }

    /** Returns the fit; empty where the model has none. */
    public Optional<Fit<M>> fit() {
        return Optional.ofNullable(fitted);
    }

    /**
     * Returns the expected number of orders of each customer from now on, in the order of their ids; empty without a fit.
     *
     * @param span how long from the end of the log, at least 0
     * @throws IllegalArgumentException if it is below 0
     */
    public Map<CustomerId, Double> expectedOrders(Duration span) {
        Require.notNegative("span", requireNonNull(span, "span"));
        double units = seconds(span) / seconds(unit);
        return each((model, customer) -> model.expectedOrders(customer, units));
    }

    /** Returns the probability of each customer not to have dropped out by now, in the order of their ids; empty without a fit. */
    public Map<CustomerId, Double> probabilityAlive() {
        return each(TransactionModel::probabilityAlive);
    }

    private Map<CustomerId, Double> each(ToDoubleBiFunction<M, RecencyFrequency> figure) {
        Map<CustomerId, Double> figures = new LinkedHashMap<>();
        Fit<M> fit = fitted;
        if (fit != null) {
            customers.forEach((id, customer) -> figures.put(id, figure.applyAsDouble(fit.model(), customer)));
        }
        return Collections.unmodifiableMap(figures);
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / 1e9;
    }

    /** Returns the {@code unit}, the numbers of {@code customers} and of those {@code withoutPurchase}, and the {@code fit}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("unit", unit)
                .with("customers", customers.size())
                .with("withoutPurchase", withoutPurchase)
                .with("fit", fitted)
                .map();
    }
}
