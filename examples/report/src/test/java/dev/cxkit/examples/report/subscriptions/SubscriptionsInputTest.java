package dev.cxkit.examples.report.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SubscriptionsInputTest {

    @TempDir
    Path folder;

    private Object[] arguments(Path file, Object... more) {
        List<Object> all = new ArrayList<>(List.of("subscriptions", file, "--customer", "who", "--month", "month"));
        all.addAll(List.of("--mrr", "paid", "--reason", "why"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private Path ledger() {
        List<String> rows = new ArrayList<>(List.of("who,month,paid,why,plan"));
        for (int month = 1; month <= 14; month++) {
            String name = month > 12 ? "2026-0" + (month - 12) : String.format("2025-%02d", month);
            rows.add("stays," + name + ",100,,pro");
            if (month < 4 || month > 5) {
                rows.add("back," + name + ",50,,pro");
            }
            if (month < 9) {
                rows.add("leaves," + name + (month < 8 ? ",30,," : ",0,price,") + "basic");
            }
        }
        return Run.file(folder, "ledger.csv", rows.toArray(new String[0]));
    }

    @Test
    void twelveMonthsFromPointToPointAndByMovementsAreBesideEachOther() {
        JsonNode json = Run.json(folder, arguments(ledger()));
        assertThat(json.get("decimals").asInt()).isEqualTo(2);
        JsonNode months = json.get("total").get("months");
        assertThat(months).hasSize(13);
        JsonNode april = Run.result(months, "2025-04");
        assertThat(months.get(2).get("result")).isEqualTo(april);
        assertThat(april.get("logoChurn").get("value").asDouble()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(april.get("logoChurn").get("low").asDouble()).isLessThan(1 / 3.0);
        assertThat(april.get("all").get("churn").asLong()).isEqualTo(50_00);
        assertThat(months.get(4).get("result").get("all").get("reactivation").asLong())
                .isEqualTo(50_00);
        JsonNode year = json.get("total").get("trailing12");
        assertThat(year.get("pointToPoint")).hasSize(2);
        assertThat(Run.result(year.get("pointToPoint"), "2026-01").get("nrr").asDouble())
                .isCloseTo(150 / 180.0, within(1e-15));
        assertThat(Run.result(year.get("movements"), "2026-01").get("nrr").asDouble())
                .isCloseTo(100 / 180.0, within(1e-15));
        JsonNode reasons = json.get("total").get("churnReasons");
        assertThat(reasons.get("churned").asLong()).isEqualTo(2);
        assertThat(reasons.get("reasons").get(0).get("name").asString()).isEqualTo("price");
        assertThat(reasons.get("reasons").get(0).get("amountShare").asDouble()).isCloseTo(30 / 80.0, within(1e-15));
        assertThat(reasons.get("reasons").get(1).get("name").asString()).isEqualTo("unknown");
    }

    @Test
    void aCustomerWithABadRowIsRejectedWhole() {
        Path file = Run.file(
                folder,
                "bad.csv",
                "who,month,paid,why",
                "ok,2026-01-31,10,",
                "ok,2026-02-28,12.5,",
                "a,2026-01,10,",
                "a,2026-02,ten,",
                "b,2026-01,10.999,",
                "c,2026-01,-1,",
                "d,2026-01,10,",
                "d,2026-01-15,10,",
                "e,01/2026,10,",
                "f,7,10,",
                "g,,10,",
                "h,2026-01,,",
                ",2026-01,10,",
                "i,2026-01",
                "j,2026-13,10,");
        JsonNode json = Run.json(folder, arguments(file));
        assertThat(json.get("rows").asLong()).isEqualTo(15);
        assertThat(json.get("customers").asLong()).isEqualTo(1);
        assertThat(json.get("rejected").asLong()).isEqualTo(13);
        assertThat(json.get("rejectedCustomers").asLong()).isEqualTo(11);
        assertThat(Run.result(json.get("total").get("months"), "2026-02")
                        .get("nrr")
                        .asDouble())
                .isEqualTo(1.25);
        List<String> reasons = new ArrayList<>();
        json.get("rejectedGroups")
                .forEach(rejected -> reasons.add(rejected.get("reason").asString()));
        assertThat(reasons)
                .containsExactly(
                        "amount 'ten' is not a decimal number",
                        "amount 10.999 has more than the 2 decimals of EUR",
                        "recurring -1.00 EUR is not at least 0",
                        "customer d has month 2026-01 twice",
                        "month '01/2026' is not like 2026-03, 2026-03-31 or 27",
                        "month '7' is not written like those before it",
                        "month is missing",
                        "amount is missing",
                        "customer is missing",
                        "row has 2 fields; the header has 4",
                        "month '2026-13' is not like 2026-03, 2026-03-31 or 27");
        Run run = Run.of(arguments(file));
        assertThat(run.out())
                .contains("bad.csv: 15 rows of 1 customers, 13 rejected")
                .contains("row 5, customer a with 2 rows: amount 'ten' is not a decimal number")
                .contains("and 1 more");
    }

    @Test
    void whatIsPrintedHasAllTables() {
        Run run = Run.of(arguments(ledger(), "--by", "plan", "--currency", "EUR"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("ledger.csv: 34 rows of 3 customers, 0 rejected", "amounts in EUR")
                .containsPattern("2025-04 +180\\.00 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +50\\.00 +130\\.00")
                .containsPattern("2025-04 +3 +1 +33\\.3 % +6\\.1 to 79\\.2 % +72\\.2 % +72\\.2 % +0\\.00")
                .containsPattern("2026-01 +33\\.3 % +83\\.3 % +83\\.3 % +55\\.6 % +55\\.6 %")
                .containsPattern("price +1 +50\\.0 % +9\\.5 to 90\\.5 % +50\\.0 % +30\\.00 +37\\.5 %")
                .containsPattern("basic +0 +0 +- +- +0\\.00 +0\\.00");
    }

    @Test
    void oneMonthAloneHasNothingToBeComparedWith() {
        Path file = Run.file(folder, "one.csv", "who,month,paid,why", "a,3,10,", "b,3,10,");
        JsonNode json = Run.json(folder, arguments(file));
        assertThat(json.get("customers").asLong()).isEqualTo(2);
        assertThat(json.has("total")).isFalse();
        assertThat(Run.of(arguments(file)).out())
                .contains("there are fewer than two months, so nothing can be compared");
        Path none = Run.file(folder, "none.csv", "who,month,paid,why");
        assertThat(Run.json(folder, arguments(none)).get("customers").asLong()).isZero();
    }

    @Test
    void aCurrencyWithoutDecimalsTakesNone() {
        Path file = Run.file(folder, "yen.csv", "who,month,paid,why", "a,3,1000,", "b,3,10.5,", "a,4,1500,");
        JsonNode json = Run.json(folder, arguments(file, "--currency", "JPY"));
        assertThat(json.get("decimals").asInt()).isZero();
        assertThat(Run.result(json.get("total").get("months"), "4")
                        .get("all")
                        .get("expansion")
                        .asLong())
                .isEqualTo(500);
        assertThat(json.get("rejectedGroups").get(0).get("reason").asString())
                .isEqualTo("amount 10.5 has more than the 0 decimals of JPY");
    }

    @Test
    void tooManySegmentsOrReasonsAreRefused() {
        List<String> rows = new ArrayList<>(List.of("who,month,paid,why"));
        for (int i = 0; i <= 1_000; i++) {
            rows.add("c" + i + ",1,10,");
            rows.add("c" + i + ",2,10,words " + (i < 990 ? i : 0));
        }
        Path many = Run.file(folder, "many.csv", rows.toArray(new String[0]));
        assertThat(Run.of(arguments(many)).exit()).isZero();
        Run run = Run.of(arguments(many, "--by", "who"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("many.csv: column who has more than 1000 values, too many for segments");
        for (int i = 0; i < 20; i++) {
            rows.add("d" + i + ",2,0,other words " + i);
        }
        Run words = Run.of(arguments(Run.file(folder, "words.csv", rows.toArray(new String[0]))));
        assertThat(words.exit()).isEqualTo(2);
        assertThat(words.err()).contains("words.csv: column why has more than 1000 values, too many for reasons");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--mrr price|ledger.csv has no column 'price'; it has who, month, paid, why, plan",
                "--by region|ledger.csv has no column 'region'",
                "--currency euro|--currency: currency 'euro' is not a code of ISO 4217",
                "--currency XAU|--currency: currency XAU has no smallest unit"
            })
    void wrongUsageIsSaidInOneLine(String options, String message) {
        List<Object> all = new ArrayList<>(List.of("subscriptions", ledger(), "--customer", "who", "--month", "month"));
        if (!options.startsWith("--mrr")) {
            all.addAll(List.of("--mrr", "paid"));
        }
        all.addAll(List.of((Object[]) options.split(" ", -1)));
        Run run = Run.of(all.toArray());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }
}
