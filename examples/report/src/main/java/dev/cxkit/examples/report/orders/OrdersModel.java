package dev.cxkit.examples.report.orders;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.columns.RecencyFrequencyColumns;
import dev.cxkit.metrics.lifetime.Fit;
import dev.cxkit.metrics.lifetime.GammaGamma;
import dev.cxkit.metrics.lifetime.Holdout;
import dev.cxkit.metrics.lifetime.Horizon;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.lifetime.Spend;
import dev.cxkit.metrics.lifetime.Tracking;
import dev.cxkit.metrics.lifetime.TransactionModel;
import dev.cxkit.metrics.purchase.Purchases;
import dev.cxkit.metrics.stats.Estimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A model of what customers will order, and of what they spend, fitted to what they had bought by the last day that it may see.
 *
 * @param request what was asked
 * @param seen the purchases of each customer who had bought by that day, as of it
 * @param fit the model of orders; empty where there is too little to fit it to
 * @param spend the model of spending, in the smallest unit of the currency; empty likewise
 * @param correlation of the number of orders and what is spent on one
 * @param holdout what came after that day, if there are days after it
 * @param tracking the repeat orders up to each time since the first order of all
 */
record OrdersModel(
        ModelRequest request,
        List<Purchases> seen,
        Optional<? extends Fit<? extends TransactionModel>> fit,
        Optional<Fit<GammaGamma>> spend,
        Optional<Estimate> correlation,
        Optional<Holdout> holdout,
        Optional<Tracking> tracking)
        implements Result {

    private static final int MOST_ROWS = 200;

    /** Returns the unit of times, the fits, the correlation, the holdout and the tracking; what there is too little for is absent. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("unit", request.unit())
                .with("fit", fit)
                .with("spend", spend)
                .with("correlation", correlation)
                .with("holdout", holdout)
                .with("tracking", tracking)
                .map();
    }

    static OrdersModel of(ModelRequest request, OrdersRequest orders, OrderFile file, List<Purchases> until) {
        Instant end = request.end(file, orders.times().zone());
        List<Purchases> seen = file.orders().purchases(file.log().to(end)).stream()
                .filter(of -> of.size() > 0)
                .toList();
        Optional<? extends Fit<? extends TransactionModel>> fit =
                request.fit(columns(seen, request.unit()).patterns());
        List<Spend> spends = seen.stream().map(Purchases::spend).toList();
        List<Purchases> all = until.stream().filter(of -> of.size() > 0).toList();
        return new OrdersModel(
                request,
                seen,
                fit,
                GammaGamma.metric().over(spends),
                GammaGamma.correlationMetric().over(spends),
                fit.filter(of -> all.get(0).lastTick() > seen.get(0).lastTick())
                        .map(of -> file.log()
                                .holdout(of.model(), end, request.unit().length())
                                .over(all)),
                fit.map(of -> tracking(of.model(), all, request.unit())));
    }

    private static RecencyFrequencyColumns columns(List<Purchases> customers, TimeUnit unit) {
        List<RecencyFrequency> summaries =
                customers.stream().map(of -> of.recencyFrequency(unit.length())).toList();
        return RecencyFrequencyColumns.of(
                summaries.stream().mapToInt(of -> (int) of.frequency()).toArray(),
                summaries.stream().mapToDouble(RecencyFrequency::recency).toArray(),
                summaries.stream().mapToDouble(RecencyFrequency::age).toArray(),
                row -> customers.get(row).customer().value());
    }

    private static Tracking tracking(TransactionModel model, List<Purchases> all, TimeUnit unit) {
        Instant first =
                all.stream().map(of -> of.at(0)).min(Comparator.naturalOrder()).orElseThrow();
        double length = unit.of(all.stream().mapToLong(Purchases::age).max().orElse(0) + 1);
        return all.get(0)
                .log()
                .tracking(model, first, unit.length(), unit.length().multipliedBy((long)
                        Math.max(1, Math.ceil(length / MOST_ROWS))))
                .over(all);
    }

    /** What is expected of a customer within the horizon; no value where the mean spend is not known. */
    record Expected(Purchases customer, double alive, double orders, OptionalDouble spend, OptionalDouble value) {}

    /** Returns what is expected of each customer; spend and value in the smallest unit of the currency. Empty without a model. */
    List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        fit.ifPresent(of -> {
            TransactionModel model = of.model();
            Horizon horizon = request.over();
            RecencyFrequencyColumns columns = columns(seen, request.unit());
            ToDoubleFunction<RecencyFrequency> orders = each -> model.expectedOrders(each, request.horizon());
            double[] alive = columns.each(model::probabilityAlive);
            double[] ordered = columns.each(orders);
            double[] discounted = columns.each(each -> horizon.discountedOrders(model, each));
            for (int i = 0; i < alive.length; i++) {
                Spend before = seen.get(i).spend();
                OptionalDouble mean =
                        spend.map(other -> other.model().mean(before)).orElse(OptionalDouble.empty());
                double times = discounted[i];
                expected.add(new Expected(
                        seen.get(i),
                        alive[i],
                        ordered[i],
                        mean,
                        mean.isEmpty() ? mean : OptionalDouble.of(mean.getAsDouble() * times)));
            }
        });
        return expected;
    }
}
