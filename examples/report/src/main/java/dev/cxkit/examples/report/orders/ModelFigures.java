package dev.cxkit.examples.report.orders;

import dev.cxkit.core.feedback.Band;
import dev.cxkit.examples.report.chart.BarChart;
import dev.cxkit.examples.report.chart.LinesChart;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.lifetime.Holdout;
import dev.cxkit.metrics.lifetime.Tracking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is to come, on a page and on a terminal. */
final class ModelFigures {

    private final OrdersReport report;
    private final OrdersModel model;
    private final String unit;

    ModelFigures(OrdersReport report) {
        this.report = report;
        this.model = report.model();
        this.unit = CellText.word(model.request().unit());
    }

    /** The parameters of the models, under a header; only the header where there is no model. */
    List<List<String>> parameters() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("model", "customers", "parameters", "log-likelihood", "status"));
        model.fit()
                .ifPresent(fit -> rows.add(List.of(
                        model.request().model() + " in " + unit + "s",
                        Unit.count(fit.n()),
                        text(fit.parameters(), 1),
                        String.format(Locale.ROOT, "%.1f", fit.logLikelihood()),
                        fit.status().name())));
        model.spend()
                .ifPresent(fit -> rows.add(List.of(
                        "gamma-gamma",
                        Unit.count(fit.n()),
                        text(fit.parameters(), report.minorUnit()),
                        String.format(
                                Locale.ROOT, "%.1f", fit.logLikelihood() + fit.n() * Math.log(report.minorUnit())),
                        fit.status().name())));
        return rows;
    }

    private static String text(Map<String, Double> parameters, double minorUnit) {
        return String.join(
                ", ",
                parameters.entrySet().stream()
                        .map(of -> String.format(
                                Locale.ROOT,
                                "%s %.4g",
                                of.getKey(),
                                of.getKey().equals("gamma") ? of.getValue() / minorUnit : of.getValue()))
                        .toList());
    }

    /** The orders after the last day that the model saw, under a header. */
    static List<List<String>> holdout(Holdout of) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("repeats before", "customers", "orders after", "expected"));
        of.byFrequency()
                .forEach(bin -> rows.add(List.of(
                        bin.frequency() + (bin.frequency() == Holdout.MANY ? " and more" : ""),
                        Unit.count(bin.customers()),
                        Unit.count(bin.actual()),
                        String.format(Locale.ROOT, "%,.1f", bin.expected()))));
        rows.add(List.of(
                "all",
                Unit.count(of.customers()),
                Unit.count(of.actual()),
                String.format(Locale.ROOT, "%,.1f", of.expected())));
        return rows;
    }

    void on(Page page) {
        if (model.fit().isEmpty()) {
            return;
        }
        page.section(
                "What is to come",
                "By a model of customers who order for a while and then stop without saying so, and one of what they spend.");
        page.table(Page.Table.of("The models.", parameters()));
        model.tracking().ifPresent(tracking -> tracking(page, tracking));
        model.holdout()
                .ifPresent(of -> page.heading("What the model had not seen")
                        .table(Page.Table.of("Orders after " + model.request().calibrateUntil() + ".", holdout(of))));
        values(page);
        page.endSection();
    }

    private void tracking(Page page, Tracking tracking) {
        List<LinesChart.Point> points = tracking.rows().stream()
                .map(row -> new LinesChart.Point(Unit.count(row.time()), (double) row.actual(), row.expected()))
                .toList();
        Tracking.Row last = tracking.rows().get(tracking.rows().size() - 1);
        String text = Unit.count(last.actual()) + " repeat purchases, " + Unit.count(last.expected()) + " expected.";
        List<List<String>> rows = new ArrayList<>(List.of(List.of(unit, "actual", "expected")));
        tracking.rows()
                .forEach(row -> rows.add(
                        List.of(Unit.count(row.time()), Unit.count(row.actual()), Unit.count(row.expected()))));
        page.figure(
                new LinesChart("Repeat purchases so far", text, Unit.POINTS, 0, points),
                List.of(
                        new Page.Legend("rate", "what happened, solid line"),
                        new Page.Legend("second", "what the model expected, dashed line")),
                "Since the first order of all, by " + unit + ". " + text,
                Page.Table.of("Repeat purchases so far", rows));
    }

    /** How many customers are worth how much, in ranges of 1, 2 and 5 of each power of ten. */
    private void values(Page page) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        double total = 0;
        for (OrdersModel.Expected of : model.expected()) {
            if (of.value().isPresent()) {
                double value = of.value().getAsDouble() / report.minorUnit();
                total += value;
                counts.merge(atMost(value), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        List<BarChart.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>(List.of(List.of("value at most", "customers")));
        counts.forEach((most, count) -> {
            String label = most < 1 ? Double.toString(most) : Unit.count(most);
            bars.add(new BarChart.Bar(label, count, Band.NEUTRAL));
            rows.add(List.of(label, Unit.count(count)));
        });
        String text = "Expected within " + model.request().horizon() + " " + unit + "s, discounted to now: "
                + OrderCells.amount(report, Math.round(total * report.minorUnit())) + " of all customers together.";
        page.figure(
                new BarChart("Customers by their value", text, bars),
                List.of(),
                text + " Each bar is of customers worth at most so much, and more than the bar before it.",
                Page.Table.of("Customers by their value", rows));
    }

    private static double atMost(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(0.1, value))));
        for (int step : new int[] {1, 2, 5}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
