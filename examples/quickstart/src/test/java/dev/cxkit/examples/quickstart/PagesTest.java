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

    private static final int MOST_LINES = 15;

    /** Of pro 2 promoters of 3, of basic one promoter and one detractor. */
    @Test
    void npsByPlan() throws Exception {
        assertThat(Printed.by(() -> NpsByPlan.main(new String[0])).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("pro: 66.7 (") && line.endsWith("n 3)"))
                .anyMatch(line -> line.startsWith("basic: 0.0 (") && line.endsWith("n 2)"));
    }

    /** Friday 16:00 in Berlin: an hour is left, and Monday 10:00 is the second; of two hours and 45 minutes the median is 1.375. */
    @Test
    void resolutionByTeam() throws Exception {
        assertThat(Printed.by(() -> ResolutionByTeam.main(new String[0])).lines())
                .anyMatch(line -> line.startsWith("red: median 1.375 h") && line.endsWith("open 1"))
                .anyMatch(line -> line.startsWith("blue: median 0.33") && line.endsWith("open 0"));
    }

    /** Ben's 48 hours are over, Cem's are not. */
    @Test
    void shopFunnel() throws Exception {
        assertThat(Printed.by(() -> ShopFunnel.main(new String[0])).lines())
                .containsExactly("product: 3", "basket: 2", "order: 1", "dropped off 1, still open 1");
    }

    @Test
    void monthlyCohorts() throws Exception {
        assertThat(Printed.by(() -> MonthlyCohorts.main(new String[0])).lines())
                .containsExactly("JANUARY: 2 customers, 1 and 1", "FEBRUARY: 1 customers, 1 and 0");
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
        for (String page : List.of("NpsByPlan", "ResolutionByTeam", "ShopFunnel", "MonthlyCohorts", "DrawnMap")) {
            String source = Files.readString(folder.resolve(page + ".java"));
            Matcher main = Pattern.compile(
                            "static void main\\(String\\[\\] args\\) \\{\\n(.*?)\\n    }\\n", Pattern.DOTALL)
                    .matcher(source);
            assertThat(main.find()).isTrue();
            // The data come first; behind the empty line stands the question.
            String body = main.group(1);
            String question = body.substring(body.indexOf("\n\n") + 1);
            assertThat(question.lines().filter(line -> !line.isBlank()))
                    .as(page)
                    .hasSizeLessThanOrEqualTo(MOST_LINES);
        }
    }
}
