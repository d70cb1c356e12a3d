package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reader of the other tests, held against what Mermaid 11.17.2 made of 25 texts. */
class MermaidReaderTest {

    @TestFactory
    Stream<DynamicTest> readsAsMermaidDoes() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (var in = requireNonNull(getClass().getResourceAsStream("/render/mermaid_journey_cases.json"))) {
            new ObjectMapper().readTree(in).forEach(cases::add);
        }
        assertThat(cases).hasSize(25);
        return cases.stream().map(it -> DynamicTest.dynamicTest(it.get("case").asText(), () -> check(it)));
    }

    private static void check(JsonNode it) {
        String text = it.get("text").asText();
        if (!it.get("parses").asBoolean()) {
            assertThatThrownBy(() -> new MermaidReader(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(it.get("error").asText());
            return;
        }
        MermaidReader read = new MermaidReader(text);
        assertThat(read.title).isEqualTo(it.get("title").asText());
        assertThat(read.sections).isEqualTo(texts(it.get("sections")));
        List<MermaidReader.Task> tasks = new ArrayList<>();
        it.get("tasks")
                .forEach(task -> tasks.add(new MermaidReader.Task(
                        task.get("task").asText(),
                        task.get("score").asDouble(),
                        texts(task.get("people")),
                        task.get("section").asText())));
        assertThat(read.tasks).isEqualTo(tasks);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
