package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.examples.report.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Complaints to the Consumer Financial Protection Bureau, counted here by a plain loop over the rows and there by the program. */
class ComplaintsTest {

    private static final int DAY = 86_400;

    @TempDir
    Path folder;

    /** The fields of a row; those with a comma are in quotes. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    @Test
    void countsAndTimesAreWhatAPlainLoopFinds() throws IOException {
        String property = System.getProperty("cx.data", "");
        assumeThat(property)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotBlank();
        Path file = Path.of(property, "cfpb-complaints", "cfpb-complaints-subset.csv");
        long rows = 0;
        long days = 0;
        long within = 0;
        List<Long> lasted = new ArrayList<>();
        Map<String, Long> byProduct = new TreeMap<>();
        Map<String, Long> keptByProduct = new TreeMap<>();
        long openInMay = 0;
        LocalDate may = LocalDate.of(2019, 5, 1);
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("date_received")) {
                continue;
            }
            List<String> row = fields(line);
            LocalDate received = LocalDate.parse(row.get(0));
            LocalDate sent = LocalDate.parse(row.get(4));
            long took = ChronoUnit.DAYS.between(received, sent);
            rows++;
            days += took;
            within += took <= 7 ? 1 : 0;
            lasted.add(took);
            byProduct.merge(row.get(1), 1L, Long::sum);
            keptByProduct.merge(row.get(1), took <= 7 ? 1L : 0L, Long::sum);
            openInMay += !received.isAfter(may) && sent.isAfter(may) ? 1 : 0;
        }
        Object[] arguments = {
            "cases",
            file,
            "--date",
            "opened=date_received",
            "--date",
            "resolved=date_sent_to_company",
            "--by",
            "product",
            "--sla",
            "resolution=168h"
        };
        JsonNode json = Run.json(folder, arguments);
        assertThat(json.get("rows").asLong()).isEqualTo(rows).isEqualTo(280);
        assertThat(json.get("cases").asLong()).isEqualTo(rows);
        assertThat(json.get("rejected").asLong()).isZero();
        JsonNode first = json.get("calendar").get("first");
        assertThat(first.get("n").asLong()).isEqualTo(rows);
        assertThat(Run.seconds(first.get("mean"))).isCloseTo((double) days * DAY / rows, within(1e-6));
        // By Hyndman and Fan's type 7 the ninth decile of 280 lies a tenth of the way from the 252nd to the 253rd.
        Collections.sort(lasted);
        assertThat(Run.seconds(first.get("median"))).isEqualTo((lasted.get(139) + lasted.get(140)) / 2.0 * DAY);
        assertThat(Run.seconds(first.get("p90")))
                .isCloseTo((lasted.get(251) + 0.1 * (lasted.get(252) - lasted.get(251))) * DAY, within(1e-6));
        assertThat(json.get("calendar").get("waitingOn").get("us").asLong()).isEqualTo(days * DAY);
        JsonNode goal = json.get("attainment").get("resolution");
        assertThat(goal.get("count").asLong()).isEqualTo(within);
        assertThat(goal.get("total").asLong()).isEqualTo(rows);
        JsonNode by = json.get("by").get("product");
        assertThat(by.size()).isEqualTo(byProduct.size());
        byProduct.forEach((product, count) -> {
            assertThat(by.get(product).get("cases").asLong()).as(product).isEqualTo(count);
            assertThat(by.get(product)
                            .get("attainment")
                            .get("resolution")
                            .get("count")
                            .asLong())
                    .as(product)
                    .isEqualTo(keptByProduct.get(product));
        });
        Object[] then = Arrays.copyOf(arguments, arguments.length + 2);
        then[arguments.length] = "--as-of";
        then[arguments.length + 1] = may;
        assertThat(Run.json(folder, then).get("backlog").get("open").asLong()).isEqualTo(openInMay);
    }
}
