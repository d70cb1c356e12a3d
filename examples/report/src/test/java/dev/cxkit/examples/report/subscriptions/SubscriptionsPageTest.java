package dev.cxkit.examples.report.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Html;
import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class SubscriptionsPageTest {

    private static final Path LEDGER = Run.module().resolve("src/test/resources/loyalty/mrr-ledger-small.csv");
    private static final String HOSTILE = "<script>alert('x')</script>";

    @TempDir
    Path folder;

    private Html page(Path file, Object... more) {
        Path html = folder.resolve("out.html");
        Object[] all = SubscriptionsLedgerTest.arguments(file, more);
        Object[] withPage = Arrays.copyOf(all, all.length + 2);
        withPage[all.length] = "--html";
        withPage[all.length + 1] = html;
        Run run = Run.of(withPage);
        assertThat(run.err()).isEmpty();
        return Html.of(Run.read(html));
    }

    private static List<Element> of(Html page, String tag, String kind) {
        return page.elements(tag).stream()
                .filter(each -> each.getAttribute("class").equals(kind))
                .toList();
    }

    @Test
    void thePageHasMovementsAndRatesWithDescriptionsAndLoadsNothing() {
        Html page = page(LEDGER, "--by", "segment");
        page.loadsNothing();
        page.picturesAreDescribed();
        assertThat(page.elements("svg")).hasSize(2 * 2);
        // Months 3, 4 and 5 have new ones; month 1 churn; each for wide and for narrow screens.
        assertThat(of(page, "rect", "began")).hasSize(2 * 3);
        assertThat(of(page, "rect", "left")).hasSize(2);
        assertThat(of(page, "rect", "less")).hasSize(2);
        assertThat(of(page, "rect", "more")).hasSize(2);
        assertThat(of(page, "rect", "reactivated")).isEmpty();
        assertThat(of(page, "circle", "point")).hasSize(2 * 5);
        assertThat(of(page, "circle", "point second")).hasSize(2 * 5);
        assertThat(page.words())
                .contains("mrr-ledger-small.csv (44 rows), 10 customers.")
                .contains("In 5 months 1,275.40 gained and 118.80 lost.")
                .contains("In 5 net 100.0 %, gross 100.0 %.")
                .contains("By segment");
    }

    @Test
    void whatGoesLiesBelowTheLineAndWhatComesAbove() {
        Html page = page(LEDGER);
        double left = Double.parseDouble(of(page, "rect", "left").get(0).getAttribute("y"));
        for (Element began : of(page, "rect", "began")) {
            double bottom =
                    Double.parseDouble(began.getAttribute("y")) + Double.parseDouble(began.getAttribute("height"));
            assertThat(bottom).as("each rounded to a hundredth").isLessThanOrEqualTo(left + 0.011);
        }
    }

    @Test
    void textsOfTheFileAreTextOnThePage() {
        Path file = Run.file(
                folder,
                HOSTILE.replaceAll("[^a-z]", "") + ".csv",
                "customer,month_index,mrr,why,seg",
                "a,1,10,," + HOSTILE,
                "b,1,10,," + HOSTILE,
                "a,2,0," + HOSTILE + ",x",
                "b,2,10,,x",
                HOSTILE + ",2,ten,,x");
        Html page = page(file, "--reason", "why", "--by", "seg");
        page.loadsNothing();
        assertThat(page.elements("script")).isEmpty();
        assertThat(page.words()).contains("Why customers left", HOSTILE);
    }

    @Test
    void aMonthWithoutACohortIsAGapAndOneMonthAloneHasNoPicture() {
        Path gap = Run.file(folder, "gap.csv", "customer,month_index,mrr", "a,1,10", "a,4,10", "a,5,12");
        Html page = page(gap);
        assertThat(page.words()).contains("In 5 net 120.0 %, gross 100.0 %.");
        assertThat(of(page, "circle", "point")).hasSize(2 * 2);
        Path one = Run.file(folder, "one.csv", "customer,month_index,mrr", "a,1,10");
        Html none = page(one);
        assertThat(none.elements("svg")).isEmpty();
        assertThat(none.words()).contains("There are fewer than two months.");
    }
}
