package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.examples.report.options.ReportOptions;
import dev.cxkit.examples.report.rows.Table;
import java.nio.file.Path;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recurring revenue month by month: its movements, NRR and GRR, and churn with its reasons. */
@Command(
        name = "subscriptions",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Net and gross revenue retention, churn and its reasons, and the movements of recurring revenue, from a ledger of what each "
                    + "customer paid in each month.",
            "A file is a table under a header, with rows in any order. A month of a customer without a row is one of 0, up to the last "
                    + "month of the file. A customer with a row that cannot be understood, or with a month twice, is rejected whole: named "
                    + "with the reason, and all rows counted."
        },
        footer = {"", "Exit code: 0, or 2 for wrong usage or input."})
public final class SubscriptionsCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "The ledger.")
    private Path file = Path.of("");

    @Option(names = "--customer", paramLabel = "COLUMN", required = true, description = "Who paid.")
    private String customer = "";

    @Option(
            names = "--month",
            paramLabel = "COLUMN",
            required = true,
            description =
                    "For which month: 2026-03, a day in it such as 2026-03-31, or the number of the month from any beginning.")
    private String month = "";

    @Option(
            names = "--mrr",
            paramLabel = "COLUMN",
            required = true,
            description = "How much, in whole units of the currency with a decimal point: 12.50.")
    private String mrr = "";

    @Option(
            names = "--reason",
            paramLabel = "COLUMN",
            description =
                    "Why the customer left, in the first month of 0 or, if that has no row, in the last before it. A blank field: unknown.")
    private @Nullable String reason;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description =
                    "The currency of all amounts, such as EUR or JPY; it says how many decimals there may be. Two if not given.")
    private @Nullable String currency;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Override
    public void run() {
        SubscriptionsRequest request = new SubscriptionsRequest(customer, month, mrr, reason, options.by(), currency());
        SubscriptionsFile ledger;
        try (Table table = Table.open(file, String.valueOf(file.getFileName()))) {
            ledger = SubscriptionsReader.read(table, request);
        }
        SubscriptionsReport report = SubscriptionsReport.of(request, ledger);
        options.write(() -> report, () -> SubscriptionsPage.of(report));
        SubscriptionsText.print(report, options.out());
    }

    private @Nullable Currency currency() {
        String code = currency;
        return code == null
                ? null
                : options.read("--currency", () -> Money.of("0", code).currency());
    }
}
