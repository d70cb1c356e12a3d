package dev.cxkit.examples.report.orders;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.cxkit.examples.report.text.TextOutput;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.purchase.Purchases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Writes a row for each customer: how many purchases followed the first, when the last of them was, how long the customer was seen, and
 * what is to be expected. What is not known is empty.
 */
final class CustomersOutput {

    private static final List<String> HEADER =
            List.of("customer", "x", "tx", "T", "alive", "expectedOrders", "expectedSpend", "value");

    private CustomersOutput() {}

    /** Writes the file. */
    static void write(Path file, OrdersReport report) {
        double minorUnit = report.minorUnit();
        List<OrdersModel.Expected> expected = report.model().expected();
        List<Purchases> seen = report.model().seen();
        TextOutput.write(file, out -> {
            try (CsvWriter rows = CsvWriter.builder().build(out)) {
                rows.writeRecord(HEADER);
                for (int i = 0; i < seen.size(); i++) {
                    RecencyFrequency recency = seen.get(i)
                            .recencyFrequency(report.model().request().unit().length());
                    List<String> row = new ArrayList<>(List.of(
                            seen.get(i).customer().value(),
                            Long.toString(recency.frequency()),
                            Double.toString(recency.recency()),
                            Double.toString(recency.age())));
                    if (expected.isEmpty()) {
                        row.addAll(List.of("", "", "", ""));
                    } else {
                        OrdersModel.Expected of = expected.get(i);
                        row.add(Double.toString(of.alive()));
                        row.add(Double.toString(of.orders()));
                        row.add(text(of.spend(), minorUnit));
                        row.add(text(of.value(), minorUnit));
                    }
                    rows.writeRecord(row);
                }
            }
        });
    }

    private static String text(OptionalDouble minorUnits, double minorUnit) {
        return minorUnits.isEmpty() ? "" : Double.toString(minorUnits.getAsDouble() / minorUnit);
    }
}
