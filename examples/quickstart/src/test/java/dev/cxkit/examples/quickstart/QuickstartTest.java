package dev.cxkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.journey.map.JourneyMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuickstartTest {

    @Test
    void runsOnTheModulePath() {
        assertThat(Quickstart.class.getModule().isNamed()).isTrue();
        assertThat(dev.cxkit.metrics.Metric.class.getModule().getName()).isEqualTo("dev.cxkit.metrics");
    }

    /** What makes a noun is not public, so a host on the module path reads it only if the module lets its mapper in. */
    @Test
    void nounsAreReadOnTheModulePath() {
        String order = "{\"id\":\"o\",\"customer\":\"c\",\"occurredAt\":\"2026-01-31T12:00:00Z\","
                + "\"amount\":{\"minorUnits\":5,\"currency\":\"EUR\"}}";
        String answer = "{\"kind\":\"rated\",\"scale\":\"nps\",\"value\":9}";
        String map = "{\"schema\":1,\"stages\":[{\"name\":\"s\"}]}";
        JsonMapper mapper = JsonMapper.shared();
        assertThat(mapper.readValue(order, Order.class).amount()).isEqualTo(Money.of("0.05", "EUR"));
        assertThat(mapper.readValue(answer, Answer.class)).isEqualTo(Scale.NPS.rate(9));
        assertThat(mapper.readValue(map, JourneyMap.class).stage("s")).isPresent();
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
