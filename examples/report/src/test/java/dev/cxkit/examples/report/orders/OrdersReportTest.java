package dev.cxkit.examples.report.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.Html;
import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Counted by hand on a small file; the real one is in {@link CdnowOrdersTest}. */
class OrdersReportTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    @TempDir
    Path folder;

    private Path orders() {
        return Run.file(
                folder,
                "orders.csv",
                "who,day,paid",
                "ann,2026-01-03,10.00",
                "ann,2026-01-03 18:00:00,5.50",
                "ann,2026-01-10,-2.00",
                "ann,2026-02-02,20.00",
                "ann,2026-02-02,-4.00",
                "ben,2026-01-20,8",
                "\"cid, jr\",2026-02-10,100.00",
                "\"cid, jr\",2026-02-14,1.00",
                "ben,2026-03-01,9.999",
                ",2026-03-01,9.99",
                "ben,yesterday,9.99",
                "ben,2026-03-01,",
                "ben,2026-03-02,7.00");
    }

    private static Object[] arguments(Path file, Object... more) {
        List<Object> all = new ArrayList<>(List.of("orders", file));
        all.addAll(List.of("--customer", "who", "--at", "day", "--amount", "paid"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void countsAndRatesAreThoseOfTheRows() {
        JsonNode json = Run.json(folder, arguments(orders(), "--until", "2026-02-28", "--currency", "EUR"));
        assertThat(json.at("/repeat/customers").asInt()).isEqualTo(3);
        assertThat(json.at("/repeat/orders").asInt()).isEqualTo(6);
        assertThat(json.at("/repeat/purchases").asInt()).isEqualTo(5);
        assertThat(json.get("rows").asInt()).isEqualTo(13);
        assertThat(json.get("later").asInt()).isEqualTo(1);
        assertThat(json.get("rejected").asInt()).isEqualTo(4);
        assertThat(json.at("/concentration/revenue").asLong()).isEqualTo(14050);
        assertThat(json.at("/repeat/unmatchedRefunds").asLong()).isEqualTo(200);
        assertThat(json.at("/repeat/value").asDouble()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(json.at("/repeat/ladder")).hasSize(2);
        assertThat(json.at("/repeat/ladder/1/count").asInt()).isZero();
        assertThat(json.at("/repeat/averageOrderValue/value").asDouble()).isCloseTo(14050 / 5.0, within(1e-10));
        assertThat(json.at("/interpurchase/moments/n").asInt()).isEqualTo(2);
        assertThat(json.at("/interpurchase/moments/value").asDouble()).isEqualTo(17);
        assertThat(json.at("/interpurchase/medianOfCustomers").asDouble()).isEqualTo(17);
        assertThat(json.at("/timeToSecond/events").asInt()).isEqualTo(2);
        assertThat(json.at("/cohorts/cohorts/0/size").asInt()).isEqualTo(2);
        assertThat(json.at("/cohorts/cohorts/0/cells/1/retained").asInt()).isEqualTo(1);
        assertThat(json.at("/revenue/cohorts/0/cells/1/retained").asLong()).isEqualTo(1600);
        assertThat(json.at("/revenue/cohorts/0/cells/1/perCustomer").asDouble()).isEqualTo(3950 / 2.0);
        assertThat(json.at("/revenue/cohorts/1/cells/1").has("perCustomer"))
                .as("March is not over")
                .isFalse();
        assertThat(json.at("/cohorts/cohorts/1/cells/1").has("value")).isFalse();
        assertThat(json.at("/topShares/10").asDouble()).isCloseTo(101 / 140.5, within(1e-12));
        assertThat(json.at("/segments")).hasSize(6);
        assertThat(json.at("/segments")
                        .valueStream()
                        .mapToInt(of -> of.at("/customers/count").asInt())
                        .sum())
                .isEqualTo(3);
        assertThat(json.at("/monetaryCuts")).hasSize(4);
        assertThat(json.get("rejectedRows")).hasSize(4);
        assertThat(json.at("/rejectedRows/0/reason").asString())
                .isEqualTo("amount 9.999 has more than the 2 decimals of EUR");
        assertThat(json.at("/rejectedRows/1/reason").asString()).isEqualTo("customer is missing");
        assertThat(json.at("/rejectedRows/2/position").asInt()).isEqualTo(12);
        assertThat(json.at("/rejectedRows/3/reason").asString()).isEqualTo("amount is missing");
    }

    @Test
    void theEndIsTheDayOfTheLatestOrderAndTheCurrencyMayBeUnknown() {
        JsonNode json = Run.json(folder, arguments(orders()));
        assertThat(json.get("until").asString()).isEqualTo("2026-03-02");
        assertThat(json.has("currency")).isFalse();
        assertThat(json.get("later").asInt()).isZero();
    }

    @Test
    void daysAreThoseOfTheZone() {
        Path file = Run.file(folder, "late.csv", "who,day,paid", "a,2026-01-03T23:30Z,1", "a,2026-01-04T00:30Z,1");
        assertThat(Run.json(folder, arguments(file)).at("/repeat/purchases").asInt())
                .isEqualTo(2);
        assertThat(Run.json(folder, arguments(file, "--zone", "Europe/Berlin"))
                        .at("/repeat/purchases")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theFileOfCustomersHasTheirTimesInTheUnit() {
        Path out = folder.resolve("customers.csv");
        Object[] days = arguments(orders(), "--until", "2026-02-28", "--customers", out, "--unit", "day");
        assertThat(Run.of(days).exit()).isZero();
        assertThat(Run.read(out).lines().map(line -> line.replaceAll("(,[-.0-9E]*){4}$", "")))
                .containsExactly(
                        "customer,x,tx,T,alive,expectedOrders,expectedSpend,value",
                        "ann,1,30.0,56.0",
                        "ben,0,0.0,39.0",
                        "\"cid, jr\",1,4.0,18.0");
        assertThat(Run.of(arguments(orders(), "--until", "2026-02-28", "--customers", out))
                        .exit())
                .isZero();
        assertThat(Run.read(out).lines()).anyMatch(line -> line.startsWith("ann,1,4.285714285714286,8.0,"));
    }

    @Test
    void thePageHasAPictureOfTheCohortsThatCanBeReadAloud() {
        Path html = folder.resolve("out.html");
        Run run = Run.of(arguments(orders(), "--until", "2026-03-01", "--currency", "EUR", "--html", html));
        assertThat(run.err()).isEmpty();
        Html page = Html.of(Run.read(html));
        page.loadsNothing();
        page.picturesAreDescribed();
        assertThat(page.elements("svg")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.words())
                .contains("orders.csv (13 rows), up to 2026-03-01.")
                .contains("Percent that bought again, by the month of the first purchase")
                .contains("2026-01-01: 1 of 2 bought again")
                .contains("4 rows were rejected. 1 later orders are not looked at. Unmatched refunds: 2.00 EUR.")
                .contains("row 10: amount 9.999 has more than the 2 decimals of EUR");
        assertThat(run.out())
                .contains("6 orders on 5 days of 3 customers up to 2026-03-01, 4 rejected, 1 later")
                .contains("revenue 140.50 EUR; unmatched refunds: 2.00 EUR");
    }

    @Test
    void whatIsInAFileIsTextOnAPage() {
        Path html = folder.resolve("out.html");
        Path file = Run.file(
                folder, HOSTILE.replace("/", "") + ".csv", "who,day,paid", HOSTILE + ",2026-01-01,1", "a,b," + HOSTILE);
        assertThat(Run.of(arguments(file, "--html", html)).exit()).isZero();
        assertThat(Run.read(html)).doesNotContain("<script");
        Html.of(Run.read(html));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--currency EURO | --currency: currency 'EURO' is not a code of ISO 4217",
                "--until 31.12.2026 | --until: '31.12.2026' is not a date like 2026-03-31",
                "--unit year | --unit: 'year' is not day, week or month",
                "--by who | Unknown option"
            })
    void wrongUsageIsOneLine(String more, String message) {
        Run run = Run.of(arguments(orders(), (Object[]) more.split(" ", -1)));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("cx-report: " + message).hasLineCount(1);
    }

    @Test
    void aFileWithoutAnyOrderSaysWhy() {
        Path file = Run.file(folder, "bad.csv", "who,day,paid", "a,b,c");
        assertThat(Run.of(arguments(file)).err())
                .startsWith("cx-report: bad.csv has no order in its 1 rows; row 2: time 'b' is not like");
        Path far = Run.file(folder, "far.csv", "who,day,paid", "a,+12345-01-01,1");
        assertThat(Run.of(arguments(far)).err()).contains("time is outside the years 1..9999");
    }

    @Test
    void whereAllIsLaterThereIsNothingToSay() {
        JsonNode json = Run.json(folder, arguments(orders(), "--until", "2025-01-01"));
        assertThat(json.at("/repeat/customers").asInt()).isZero();
        assertThat(json.get("repeat").has("value")).isFalse();
        assertThat(json.at("/repeat/ladder")).isEmpty();
        Path html = folder.resolve("out.html");
        assertThat(Run.of(arguments(orders(), "--until", "2025-01-01", "--html", html))
                        .exit())
                .isZero();
        assertThat(Html.of(Run.read(html)).words()).contains("No month after the first is over yet.");
    }
}
