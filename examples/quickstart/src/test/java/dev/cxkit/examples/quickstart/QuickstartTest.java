package dev.cxkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuickstartTest {

    @Test
    void runsOnTheModulePath() {
        assertThat(Quickstart.class.getModule().isNamed()).isTrue();
        assertThat(dev.cxkit.metrics.Metric.class.getModule().getName()).isEqualTo("dev.cxkit.metrics");
    }

    /** 10 answers of pro with 7 promoters and 1 detractor; 8 of basic with 2 and 3. */
    @Test
    void printsWhatItMeasured() throws Exception {
        String printed = Printed.by(() -> Quickstart.main(new String[0]));
        assertThat(printed.lines())
                .anyMatch(line -> line.startsWith("NPS pro: 60.0 (") && line.endsWith("n 10)"))
                .anyMatch(line -> line.startsWith("NPS basic: -12.5 (") && line.endsWith("n 8)"))
                .anyMatch(line -> line.startsWith("NPS in all: 27.8 (") && line.endsWith("n 18)"))
                .contains("recorded live: 18", "purchases north: 1 of 2", "purchases south: 1 of 1", "true")
                .anyMatch(line -> line.endsWith(" answers, unfinished"));
    }
}
