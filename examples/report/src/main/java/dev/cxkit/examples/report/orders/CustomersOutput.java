package dev.cxkit.examples.report.orders;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.cxkit.examples.report.text.TextOutput;
import dev.cxkit.metrics.loyalty.Purchases;
import java.nio.file.Path;

/** Writes a row for each customer: how many purchases followed the first, when the last of them was, and how long the customer was seen. */
final class CustomersOutput {

    private CustomersOutput() {}

    /** Writes the file. */
    static void write(Path file, OrdersReport report, TimeUnit unit) {
        TextOutput.write(file, out -> {
            try (CsvWriter rows = CsvWriter.builder().build(out)) {
                rows.writeRecord("customer", "x", "tx", "T");
                for (Purchases of : report.customers()) {
                    if (of.size() > 0) {
                        rows.writeRecord(
                                of.customer().value(),
                                Integer.toString(of.size() - 1),
                                Double.toString(unit.of(of.age() - of.recency())),
                                Double.toString(unit.of(of.age())));
                    }
                }
            }
        });
    }
}
