package dev.cxkit.examples.report.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Run;
import dev.cxkit.examples.report.rows.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger of ten customers in six months, and what an independent program (pandas) made of it. */
class SubscriptionsLedgerTest {

    private static final Path LEDGER = Run.module().resolve("src/test/resources/loyalty/mrr-ledger-small.csv");
    private static final Path EXPECTED =
            Run.module().resolve("src/test/resources/loyalty/mrr-ledger-small-monthly.csv");
    private static final List<String> COLUMNS =
            List.of("--customer", "customer", "--month", "month_index", "--mrr", "mrr");

    @TempDir
    Path folder;

    static Object[] arguments(Path file, Object... more) {
        List<Object> all = new ArrayList<>(List.of("subscriptions", file));
        all.addAll(COLUMNS);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static void is(JsonNode of, String name, String expected) {
        if (expected.isEmpty()) {
            assertThat(of.has(name)).as(name).isFalse();
        } else {
            assertThat(of.get(name).asDouble()).as(name).isCloseTo(Double.parseDouble(expected), within(5e-12));
        }
    }

    /** Amounts are in cents. */
    private static void isAmount(JsonNode of, String name, String expected) {
        assertThat(of.get(name).asLong())
                .as(name)
                .isEqualTo(new BigDecimal(expected).movePointRight(2).longValueExact());
    }

    @Test
    void everyMonthIsThatOfTheIndependentProgram() {
        JsonNode months = Run.json(folder, arguments(LEDGER)).get("total").get("months");
        List<String> rows = Run.read(EXPECTED).lines().skip(1).toList();
        assertThat(months).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i).split(",", -1);
            JsonNode month = Run.result(months, row[0]);
            assertThat(months.get(i).get("key").asString()).isEqualTo(row[0]);
            is(month.get("logoChurn"), "total", row[2]);
            is(month.get("logoChurn"), "count", row[3]);
            is(month.get("logoChurn"), "value", row[4]);
            JsonNode movements = month.get("all");
            isAmount(movements, "start", row[5]);
            isAmount(movements, "started", row[6]);
            isAmount(movements, "reactivation", row[7]);
            isAmount(movements, "expansion", row[8]);
            isAmount(movements, "contraction", row[9]);
            isAmount(movements, "churn", row[10]);
            isAmount(movements, "end", row[11]);
            is(month, "grr", row[12]);
            is(month, "nrr", row[13]);
            is(month, "quickRatio", row[14]);
        }
    }

    @Test
    void segmentsAddUpToTheWhole() {
        JsonNode json = Run.json(folder, arguments(LEDGER, "--by", "segment", "--currency", "USD"));
        assertThat(json.get("currency").asString()).isEqualTo("USD");
        long sum = 0;
        for (JsonNode part : json.get("by").get("segment").get("segments")) {
            sum += Run.result(part.get("result").get("months"), "5")
                    .get("all")
                    .get("end")
                    .asLong();
        }
        assertThat(sum).isEqualTo(2411_20);
        assertThat(json.get("total").has("trailing12")).isFalse();
        assertThat(json.get("total")
                        .get("churnReasons")
                        .get("reasons")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("unknown");
    }

    @Test
    void aReportIsAResultAndTheSameAfterATrip() {
        SubscriptionsRequest request =
                new SubscriptionsRequest("customer", "month_index", "mrr", null, List.of("segment"), null);
        SubscriptionsReport report =
                SubscriptionsReport.of(request, SubscriptionsReader.read(Table.open(LEDGER, "ledger"), request));
        assertThat(Run.copy(report)).isEqualTo(report);
        assertThat(JsonMapper.shared().writeValueAsString(report))
                .isEqualTo(JsonMapper.shared().writeValueAsString(report.document()));
    }
}
