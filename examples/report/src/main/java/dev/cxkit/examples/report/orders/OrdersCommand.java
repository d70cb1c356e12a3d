package dev.cxkit.examples.report.orders;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.examples.report.options.TimeOptions;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.rows.Times;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who buys again, how soon, and what customers are worth. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Who buys again, how soon, and what customers are worth, from a table with a row for each order.",
            "The orders of one customer on one day are one purchase. An amount below 0 is a refund: it is taken off the purchase of "
                    + "that day, and counted as an unmatched refund where there is none. A row that cannot be understood is rejected and counted."
        },
        footer = {"", "Exit code: 0, or 2 for wrong usage or input."})
public final class OrdersCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "The orders.")
    private Path file = Path.of("");

    @Option(names = "--customer", required = true, paramLabel = "COLUMN", description = "Who ordered.")
    private String customer = "";

    @Option(
            names = "--at",
            required = true,
            paramLabel = "COLUMN",
            description = "When: 2026-03-31, 2026-03-31 14:05:00, 2026-03-31T14:05:00+02:00.")
    private String at = "";

    @Option(names = "--amount", required = true, paramLabel = "COLUMN", description = "What was paid.")
    private String amount = "";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description =
                    "The currency of the amounts, such as EUR or JPY, which says how many decimals they may have; two if not given.")
    private @Nullable String currency;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description =
                    "The last day to look at; that of the latest order if not given. Later orders are counted and not looked at.")
    private @Nullable String until;

    @Option(
            names = "--calibrate-until",
            paramLabel = "DATE",
            description =
                    "The last day that the model may see: what came after it is compared with what it expected (holdout).")
    private @Nullable String calibrateUntil;

    @Option(names = "--model", paramLabel = "NAME", description = "bg-nbd, mbg-nbd or pareto-nbd; bg-nbd if not given.")
    private String model = "bg-nbd";

    @Option(
            names = "--unit",
            paramLabel = "day|week|month",
            description =
                    "The unit of time of the model and of the file of customers; week if not given. A month is 30.4375 days.")
    private String unit = "week";

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Expect orders and value over so many units of time; a year if not given.")
    private @Nullable Integer horizon;

    @Option(
            names = "--discount",
            paramLabel = "RATE/UNIT",
            description = "How much less later money is worth, such as 0.15/year; nothing if not given.")
    private String discount = "0/year";

    @Option(
            names = "--customers",
            paramLabel = "OUT.csv",
            description =
                    "Write a row for each customer to this file: the repeat purchases x, the time tx of the last one and T, how long "
                            + "the customer was seen by the model, all from the first purchase on; P(alive), "
                            + "the probability that the customer is alive, and the expected orders, spend on each and discounted value within the horizon.")
    private @Nullable Path customers;

    @Mixin
    private TimeOptions options = new TimeOptions();

    @Override
    public void run() {
        ModelRequest expecting = expecting();
        OrdersRequest request = request();
        OrderFile orders;
        try (Table table = Table.open(file, String.valueOf(file.getFileName()))) {
            orders = OrdersReader.read(table, request);
        }
        LocalDate seen = expecting.calibrateUntil();
        if (seen != null
                && expecting
                        .end(orders, request.times().zone())
                        .isAfter(orders.log().to())) {
            throw options.wrong("--calibrate-until: " + seen + " is after the last day of the log");
        }
        OrdersReport report = OrdersReport.of(request, expecting, orders);
        options.write(() -> report, () -> OrdersPage.of(report));
        if (customers != null) {
            CustomersOutput.write(customers, report);
        }
        OrdersText.print(report, options.out());
    }

    private OrdersRequest request() {
        String code = currency;
        String day = until;
        return new OrdersRequest(
                customer,
                at,
                amount,
                code == null ? null : options.read("--currency", () -> currency(code)),
                Times.in(options.zone()),
                day == null ? null : options.read("--until", () -> date(day)));
    }

    private ModelRequest expecting() {
        String day = calibrateUntil;
        Integer many = horizon;
        TimeUnit times = options.read("--unit", () -> TimeUnit.named(unit));
        int units = many == null ? (int) Math.round(ModelRequest.DAYS_OF_A_YEAR / times.days()) : many;
        if (units < 1) {
            throw options.wrong("--horizon: " + units + " is below 1");
        }
        LocalDate seen = day == null ? null : options.read("--calibrate-until", () -> date(day));
        double rate = options.read("--discount", () -> ModelRequest.discount(discount, times));
        return options.read("--model", () -> new ModelRequest(model, times, units, rate, seen));
    }

    private static Currency currency(String code) {
        return Money.of("0", code).currency();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date like 2026-03-31", e);
        }
    }
}
