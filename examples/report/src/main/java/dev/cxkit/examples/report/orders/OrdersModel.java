package dev.cxkit.examples.report.orders;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
        Optional<Tracking> tracking) {

    private static final int MOST_ROWS = 200;

    static OrdersModel of(ModelRequest request, OrdersRequest orders, OrderFile file, List<Purchases> until) {
        Instant end = request.end(file, orders.times().zone());
        List<Purchases> seen = file.orders().purchases(file.log().to(end)).stream()
                .filter(of -> of.size() > 0)
                .toList();
        Optional<? extends Fit<? extends TransactionModel>> fit =
                request.fit(columns(seen, request.unit()).patterns());
        List<Spend> spends = seen.stream().map(OrdersModel::spending).toList();
        List<Purchases> all = until.stream().filter(of -> of.size() > 0).toList();
        double ahead = seen.isEmpty() || all.isEmpty()
                ? 0
                : request.unit().of(all.get(0).lastTick() - seen.get(0).lastTick());
        return new OrdersModel(
                request,
                seen,
                fit,
                GammaGamma.metric().over(spends),
                GammaGamma.correlationMetric().over(spends),
                ahead > 0
                        ? fit.map(of -> Holdout.metric(of.model(), ahead).over(outcomes(seen, all, request.unit())))
                        : Optional.empty(),
                fit.map(of -> tracking(of.model(), all, request.unit())));
    }

    private static RecencyFrequencyColumns columns(List<Purchases> customers, TimeUnit unit) {
        return RecencyFrequencyColumns.of(
                customers.stream().mapToInt(of -> of.size() - 1).toArray(),
                customers.stream()
                        .mapToDouble(of -> unit.of(of.age() - of.recency()))
                        .toArray(),
                customers.stream().mapToDouble(of -> unit.of(of.age())).toArray(),
                row -> customers.get(row).customer().value());
    }

    static RecencyFrequency recency(Purchases of, TimeUnit unit) {
        return new RecencyFrequency(of.size() - 1, unit.of(of.age() - of.recency()), unit.of(of.age()));
    }

    /** The mean of the repeat purchases, in the smallest unit of the currency. */
    private static Spend spending(Purchases of) {
        int repeats = of.size() - 1;
        double sum = IntStream.rangeClosed(1, repeats).mapToDouble(of::amount).sum();
        return new Spend(repeats, repeats == 0 ? 0 : sum / repeats);
    }

    private static List<Holdout.Outcome> outcomes(List<Purchases> seen, List<Purchases> all, TimeUnit unit) {
        Map<String, Integer> later = new HashMap<>();
        all.forEach(of -> later.put(of.customer().value(), of.size()));
        return seen.stream()
                .map(of -> new Holdout.Outcome(
                        recency(of, unit),
                        Math.max(0, later.getOrDefault(of.customer().value(), of.size()) - of.size())))
                .toList();
    }

    private static Tracking tracking(TransactionModel model, List<Purchases> all, TimeUnit unit) {
        long first = all.stream().mapToLong(of -> of.tick(0)).min().orElse(0);
        double length = unit.of(all.get(0).lastTick() - first);
        int step = Math.max(1, (int) Math.ceil(length / MOST_ROWS));
        List<Tracking.History> histories = all.stream()
                .map(of -> new Tracking.History(
                        unit.of(of.tick(0) - first),
                        LongStream.range(1, of.size())
                                .mapToObj(i -> unit.of(of.tick((int) i) - first))
                                .toList()))
                .toList();
        return Tracking.metric(model, step, Math.max(1, (int) (length / step))).over(histories);
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
                Spend before = spending(seen.get(i));
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
