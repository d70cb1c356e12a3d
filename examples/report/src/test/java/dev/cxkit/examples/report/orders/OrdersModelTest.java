package dev.cxkit.examples.report.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is to be expected of customers: on the log of CDNOW as published, and on files with too little in them. */
class OrdersModelTest {

    @TempDir
    Path folder;

    private static Object[] orders(Path file, Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("orders", file, "--customer", "customer_id", "--at", "date", "--amount", "amount"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static Path cdnow() {
        String property = System.getProperty("cx.data", "");
        assumeThat(property)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotEmpty();
        return Path.of(property, "cdnow", "cdnow_sample_transactions.csv");
    }

    @Test
    void theModelsOfCdnowAreThePublishedOnes() {
        // Fader, Hardie and Lee (2005), table 2; Fader and Hardie (2013), note 025; tests of CLVTools.
        Path customers = folder.resolve("customers.csv");
        JsonNode report = Run.json(
                folder,
                orders(
                        cdnow(),
                        "--currency",
                        "USD",
                        "--calibrate-until",
                        "1997-09-30",
                        "--unit",
                        "week",
                        "--horizon",
                        39,
                        "--customers",
                        customers));
        JsonNode model = report.at("/model/fit");
        assertThat(model.at("/model/name").asString()).isEqualTo("bg-nbd");
        assertThat(model.get("status").asString()).isEqualTo("converged");
        assertThat(model.get("parameters").get("r").asDouble()).isCloseTo(0.243, within(0.0005));
        assertThat(model.get("parameters").get("alpha").asDouble()).isCloseTo(4.414, within(0.002));
        assertThat(model.get("parameters").get("a").asDouble()).isCloseTo(0.793, within(0.0005));
        assertThat(model.get("parameters").get("b").asDouble()).isCloseTo(2.426, within(0.0005));
        assertThat(model.get("standardErrors").size()).isEqualTo(4);
        assertThat(model.get("logLikelihood").asDouble()).isCloseTo(-9582.4, within(0.1));
        JsonNode spend = report.at("/model/spend");
        assertThat(spend.at("/parameters/p").asDouble()).isCloseTo(6.25, within(0.03));
        assertThat(spend.at("/parameters/q").asDouble()).isCloseTo(3.74, within(0.005));
        // In cents: the scale is a hundred times as large, the density of each of the n means a hundredth.
        assertThat(spend.at("/parameters/gamma").asDouble() / 100).isCloseTo(15.44, within(0.08));
        assertThat(spend.get("logLikelihood").asDouble() + spend.get("n").asInt() * Math.log(100))
                .isCloseTo(-4055.9177, within(1e-3));
        JsonNode holdout = report.at("/model/holdout");
        assertThat(holdout.get("actual").asLong()).isEqualTo(1882);
        assertThat(holdout.get("expected").asDouble()).isCloseTo(1653.9, within(3.0));
        assertThat(holdout.get("byFrequency").size()).isEqualTo(8);
        // Repeats before the end of 39, 77 and 78 weeks, counted in Python by days before the 274th, 540th and 547th.
        assertThat(report.at("/model/tracking/rows").size()).isEqualTo(78);
        assertThat(report.at("/model/tracking/rows").get(38).get("actual").asLong())
                .isEqualTo(2457);
        assertThat(report.at("/model/tracking/rows").get(76).get("actual").asLong())
                .isEqualTo(4311);
        assertThat(report.at("/model/tracking/rows").get(77).get("actual").asLong())
                .isEqualTo(4339);

        List<String> rows = Run.read(customers).lines().toList();
        assertThat(rows.get(0)).isEqualTo("customer,x,tx,T,alive,expectedOrders,expectedSpend,value");
        assertThat(rows).hasSize(2358);
        // The spreadsheet's customer: x = 2, t_x = 30.43, T = 38.86; 1.226 orders in 39 weeks.
        String[] first = rows.get(1).split(",", -1);
        assertThat(first[1]).isEqualTo("2");
        assertThat(Double.parseDouble(first[2])).isCloseTo(30.43, within(0.005));
        assertThat(Double.parseDouble(first[3])).isCloseTo(38.86, within(0.005));
        assertThat(Double.parseDouble(first[5])).isCloseTo(1.226, within(0.001));
        assertThat(Double.parseDouble(first[6])).isCloseTo(24.65, within(0.01));
        assertThat(Double.parseDouble(first[7]))
                .as("without a discount")
                .isCloseTo(Double.parseDouble(first[5]) * Double.parseDouble(first[6]), within(1e-9));
    }

    @Test
    void thePageShowsTheModelAgainstWhatHappened() {
        Path page = folder.resolve("out.html");
        Run run = Run.of(orders(
                cdnow(),
                "--calibrate-until",
                "1997-09-30",
                "--model",
                "pareto-nbd",
                "--discount",
                "0.15/year",
                "--html",
                page));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("pareto-nbd in weeks", "gamma-gamma", "7 and more");
        assertThat(Run.read(page))
                .contains("What is to come", "Repeat purchases so far", "Customers by their value", "within 52 weeks");
    }

    @Test
    void withTooLittleThereIsNoModelAndNoMadeUpNumber() {
        Path file = Run.file(folder, "orders.csv", "customer_id,date,amount", "a,2026-01-01,5", "b,2026-01-02,7");
        Path customers = folder.resolve("customers.csv");
        JsonNode report = Run.json(folder, orders(file, "--customers", customers));
        assertThat(report.get("model").has("fit")).isFalse();
        assertThat(report.get("model").has("spend")).isFalse();
        assertThat(report.get("model").has("holdout")).isFalse();
        assertThat(Run.read(customers).lines())
                .containsExactly(
                        "customer,x,tx,T,alive,expectedOrders,expectedSpend,value",
                        "a,0,0.0,0.14285714285714285,,,,",
                        "b,0,0.0,0.0,,,,");
    }

    @Test
    void wrongUsageIsNamed() {
        Path file = Run.file(folder, "orders.csv", "customer_id,date,amount", "a,2026-01-01,5", "b,2026-01-02,7");
        assertThat(Run.of(orders(file, "--model", "nbd")).err())
                .contains("--model: 'nbd' is not bg-nbd, mbg-nbd or pareto-nbd");
        assertThat(Run.of(orders(file, "--discount", "x/year")).err())
                .contains("--discount: 'x/year' is not a rate like 0.15/year");
        assertThat(Run.of(orders(file, "--discount", "0.1/decade")).err())
                .contains("--discount: '0.1/decade' is not a rate");
        assertThat(Run.of(orders(file, "--horizon", "0")).err()).contains("--horizon: 0 is below 1");
        assertThat(Run.of(orders(file, "--calibrate-until", "soon")).err())
                .contains("--calibrate-until: 'soon' is not a date like 2026-03-31");
        assertThat(Run.of(orders(file, "--calibrate-until", "2027-01-01")).err())
                .contains("--calibrate-until: 2027-01-01 is after the last day of the log");
    }
}
