package dev.cxkit.examples.report.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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

    @Test
    void everyMonthIsThatOfTheIndependentProgram() {
        JsonNode months = Run.json(folder, arguments(LEDGER)).get("months");
        List<String> rows = Run.read(EXPECTED).lines().skip(1).toList();
        assertThat(months).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i).split(",", -1);
            JsonNode month = months.get(i);
            assertThat(month.get("month").asString()).isEqualTo(row[0]);
            is(month, "customers", row[2]);
            is(month, "lost", row[3]);
            is(month, "logoChurn", row[4]);
            JsonNode movements = month.get("movements");
            is(movements, "start", row[5]);
            is(movements, "new", row[6]);
            is(movements, "reactivation", row[7]);
            is(movements, "expansion", row[8]);
            is(movements, "contraction", row[9]);
            is(movements, "churn", row[10]);
            is(movements, "end", row[11]);
            is(month, "grr", row[12]);
            is(month, "nrr", row[13]);
            is(month, "quickRatio", row[14]);
        }
    }

    @Test
    void segmentsAddUpToTheWhole() {
        JsonNode json = Run.json(folder, arguments(LEDGER, "--by", "segment", "--currency", "USD"));
        assertThat(json.get("currency").asString()).isEqualTo("USD");
        double sum = 0;
        for (JsonNode part : json.get("by").get("segment")) {
            sum += part.get("months").get(4).get("movements").get("end").asDouble();
        }
        assertThat(sum).isCloseTo(2411.2, within(1e-9));
        assertThat(json.has("trailing12")).isFalse();
        assertThat(json.get("churnReasons").get("reasons").get(0).get("reason").asString())
                .isEqualTo("unknown");
    }
}
