package dev.cxkit.examples.report.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The purchases of CDNOW (Fader and Hardie), counted here by a plain loop over the rows and there by the program. */
class CdnowOrdersTest {

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void find() {
        String property = System.getProperty("cx.data", "");
        assumeThat(property)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        data = Path.of(property, "cdnow");
    }

    private Object[] arguments(Object... more) {
        return Stream.concat(
                        Stream.of(
                                "orders",
                                data.resolve("cdnow_sample_transactions.csv"),
                                "--customer",
                                "customer_id",
                                "--at",
                                "date",
                                "--amount",
                                "amount"),
                        Stream.of(more))
                .toArray();
    }

    @Test
    void theCountsAreThoseOfAPlainLoop() {
        Map<String, TreeSet<String>> days = new TreeMap<>();
        List<String> rows = Run.read(data.resolve("cdnow_sample_transactions.csv"))
                .lines()
                .skip(1)
                .toList();
        for (String row : rows) {
            String[] fields = row.split(",", -1);
            days.computeIfAbsent(fields[0], key -> new TreeSet<>()).add(fields[1]);
        }
        JsonNode json = Run.json(folder, arguments());
        assertThat(json.at("/repeat/orders").asInt()).isEqualTo(rows.size()).isEqualTo(6919);
        assertThat(json.at("/repeat/customers").asInt()).isEqualTo(days.size()).isEqualTo(2357);
        assertThat(json.at("/repeat/purchases").asInt())
                .isEqualTo(days.values().stream().mapToInt(TreeSet::size).sum())
                .isEqualTo(6696);
        assertThat(json.at("/repeatCustomers/count").asLong())
                .isEqualTo(days.values().stream().filter(of -> of.size() > 1).count())
                .isEqualTo(1139);
        assertThat(json.at("/cohorts/cohorts")).hasSize(3);
    }

    /** The summary of the first 39 weeks that comes with the data, rounded there to two decimals. */
    @Test
    void theFileOfCustomersIsThePublishedSummary() {
        Path out = folder.resolve("customers.csv");
        assertThat(Run.of(arguments("--until", "1997-09-30", "--customers", out))
                        .exit())
                .isZero();
        List<String> published = Run.read(data.resolve("cdnow_calibration_summary.csv"))
                .lines()
                .skip(1)
                .toList();
        List<String> ours = Run.read(out).lines().skip(1).toList();
        assertThat(ours).hasSameSizeAs(published);
        for (int i = 0; i < ours.size(); i++) {
            String[] mine = ours.get(i).split(",", -1);
            String[] theirs = published.get(i).split(",", -1);
            assertThat(mine[0]).isEqualTo(theirs[0]);
            assertThat(mine[1]).isEqualTo(theirs[1]);
            assertThat(Double.parseDouble(mine[2])).isCloseTo(Double.parseDouble(theirs[2]), within(0.0051));
            assertThat(Double.parseDouble(mine[3])).isCloseTo(Double.parseDouble(theirs[3]), within(0.0051));
        }
    }
}
