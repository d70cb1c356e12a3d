package dev.cxkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of the first ten minutes: what each prints, worked out by hand, and that what is to be read of it stays short. */
class PagesTest {

    private static final int MOST_LINES = 12;

    /** The pages of the wishes in their order, and the drawn map. */
    private static final List<String> PAGES = List.of(
            "NpsByPlan",
            "RollingNps",
            "NpsChange",
            "ResolutionByTeam",
            "SolvedInTime",
            "ShopFunnel",
            "ProcessMap",
            "WeeklyCohorts",
            "BoughtAgain",
            "ExpectedOrders",
            "RevenueByMonth",
            "LiveNps",
            "NpsAsJson",
            "ChurnByPlan",
            "DrawnMap");

    private static List<String> lines(Printed.Code page) throws Exception {
        return Printed.by(page).lines().toList();
    }

    /** Of pro 2 promoters of 3, of basic one promoter and one detractor. */
    @Test
    void npsByPlan() throws Exception {
        assertThat(lines(() -> NpsByPlan.main(new String[0])))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("pro: 66.7 (") && line.endsWith("n 3)"))
                .anyMatch(line -> line.startsWith("basic: 0.0 (") && line.endsWith("n 2)"));
    }

    /** By hand: 10 and 3; with 9; the same without any of March; 9 and 8. */
    @Test
    void rollingNps() throws Exception {
        assertThat(lines(() -> RollingNps.main(new String[0])))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("up to 2026-02-01T00:00:00Z: 0.0 (")
                                .endsWith("n 2)"),
                        line -> assertThat(line)
                                .startsWith("up to 2026-03-01T00:00:00Z: 33.3 (")
                                .endsWith("n 3)"),
                        line -> assertThat(line)
                                .startsWith("up to 2026-04-01T00:00:00Z: 33.3 (")
                                .endsWith("n 3)"),
                        line -> assertThat(line)
                                .startsWith("up to 2026-05-01T00:00:00Z: 50.0 (")
                                .endsWith("n 2)"));
    }

    /**
     * Of 5 answers 2 promoters and 2 detractors, of 4 three promoters: 75 less 0. Interval and p-value by the formula of the adjusted Wald
     * interval (three answers added to each group, a quarter of them on either side) in Python:
     * {@code 75.0, -33.4394 to 119.1537, p 0.27092}.
     */
    @Test
    void npsChange() throws Exception {
        assertThat(lines(() -> NpsChange.main(new String[0])))
                .containsExactly("75.0 (-33.4 to 119.2 at 95 %, p 0.2709)");
    }

    /** Friday 16:00 in Berlin: an hour is left, and Monday 10:00 is the second; between 45 and 120 minutes lie 82.5 and 112.5. */
    @Test
    void resolutionByTeam() throws Exception {
        assertThat(lines(() -> ResolutionByTeam.main(new String[0])))
                .containsExactly(
                        "blue: median PT20M, p90 PT20M, open 0", "red: median PT1H22M30S, p90 PT1H52M30S, open 1");
    }

    /**
     * From Thursday 9:00 in Berlin 2 h, and 8 h + 1 h; the third has 8 h + 4 h and is open, so late; that of Friday has 4 h and may still be in
     * time. Wilson's interval of 1 of 3 and 1 of 1 by hand in Python.
     */
    @Test
    void solvedInTime() throws Exception {
        assertThat(lines(() -> SolvedInTime.main(new String[0])))
                .containsExactly(
                        "high: 0.33 (0.06 to 0.79 at 95 %, n 3), open 1, overdue 1",
                        "low: 1.00 (0.21 to 1.00 at 95 %, n 1), open 0, overdue 0");
    }

    /** Ben's 48 hours are over, Cem's are not. */
    @Test
    void shopFunnel() throws Exception {
        assertThat(lines(() -> ShopFunnel.main(new String[0])))
                .containsExactly("product: 3", "basket: 2", "order: 1", "dropped off 1, still open 1");
    }

    /** From the product to the basket 1 h and 5 h. */
    @Test
    void processMap() throws Exception {
        assertThat(lines(() -> ProcessMap.main(new String[0])))
                .containsExactlyInAnyOrder(
                        "product > basket: 2 times, median 10800.0", "basket > order: 1 times, median 3600.0");
    }

    @Test
    void weeklyCohorts() throws Exception {
        assertThat(lines(() -> WeeklyCohorts.main(new String[0])))
                .containsExactly("2026-01-05: 2 customers, 1 and 1", "2026-01-12: 1 customers, 1 and 0");
    }

    /** 37, 90, 91 and 1 days; Eve has had 31. Wilson's interval of 3 of 4 in Python: 0.3006 to 0.9544. */
    @Test
    void boughtAgain() throws Exception {
        assertThat(lines(() -> BoughtAgain.main(new String[0])))
                .containsExactly("0.75 (0.30 to 0.95 at 95 %, n 4), too young 1");
    }

    /**
     * By SciPy: the likelihood of Fader, Hardie and Lee (2005) maximised by Nelder-Mead (r 0.27538, alpha 0.52400, a 8.0168, b 24.810; weeks) and
     * their formula of the expected number with {@code hyp2f1}.
     */
    @Test
    void expectedOrders() throws Exception {
        assertThat(lines(() -> ExpectedOrders.main(new String[0])))
                .hasSize(60)
                .startsWith("c10 0.347", "c11 0.349", "c12 0.089", "c13 0.351", "c14 0.006", "c15 0.015");
    }

    /** 9 of 10 and 7 of 10 thousand; 8 of 10 and 8 of 10: Ben's 2 are lost, Dan's 1 stays. */
    @Test
    void revenueByMonth() throws Exception {
        assertThat(lines(() -> RevenueByMonth.main(new String[0])))
                .containsExactly("2026-02-01T00:00:00Z: NRR 0.9, GRR 0.7", "2026-03-01T00:00:00Z: NRR 0.8, GRR 0.8");
    }

    /** A promoter before the restart and a passive after it. */
    @Test
    void liveNps() throws Exception {
        assertThat(lines(() -> LiveNps.main(new String[0])))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("BASIC: -100.0 (") && line.endsWith("n 1)"))
                .anyMatch(line -> line.startsWith("PRO: 50.0 (") && line.endsWith("n 2)"));
    }

    /** One promoter and two detractors of four. */
    @Test
    void npsAsJson() throws Exception {
        assertThat(lines(() -> NpsAsJson.main(new String[0])))
                .singleElement()
                .asString()
                .startsWith("{\"segments\":[{\"key\":\"basic\",\"result\":{\"value\":-25.0,\"low\":")
                .contains("\"n\":4,\"promoters\":1,\"passives\":1,\"detractors\":2");
    }

    /** The trial of Gehan (1965) under other names: medians 23 and 8, log-rank chi-squared 16.79, p 0.000042. */
    @Test
    void churnByPlan() throws Exception {
        assertThat(lines(() -> ChurnByPlan.main(new String[0])))
                .containsExactly("basic: median 8.0 months", "pro: median 23.0 months", "p 0.000042");
    }

    @Test
    void drawnMap() throws Exception {
        assertThat(Printed.by(() -> DrawnMap.main(new String[0])).lines())
                .startsWith("journey")
                .anyMatch(line -> line.contains("section Explore"))
                .anyMatch(line -> line.contains("compare"));
    }

    @Test
    void pagesAreShort() throws IOException {
        Path folder = Snippets.project().resolve("examples/quickstart/src/main/java/dev/cxkit/examples/quickstart");
        String readme = Files.readString(Snippets.project().resolve("README.md"));
        for (String page : PAGES) {
            String source = Files.readString(folder.resolve(page + ".java"));
            Matcher main = Pattern.compile(
                            "static void main\\(String\\[\\] args\\)[^{]* \\{\\n(.*?)\\n    }\\n", Pattern.DOTALL)
                    .matcher(source);
            assertThat(main.find()).isTrue();
            // The data come first; behind the empty line stands the question.
            String body = main.group(1);
            String question = body.substring(body.indexOf("\n\n") + 1);
            long lines = question.lines().filter(line -> !line.isBlank()).count();
            assertThat(lines).as(page).isLessThanOrEqualTo(MOST_LINES);
            assertThat(readme).contains("/quickstart/" + page + ".java) | " + lines + " |");
        }
    }
}
