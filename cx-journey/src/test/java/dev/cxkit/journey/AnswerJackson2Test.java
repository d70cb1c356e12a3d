package dev.cxkit.journey;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Tag;

/** Runs twice in a build: on the newest Jackson 2 and, in an execution of its own, on the oldest that works. */
@Tag("jackson2")
class AnswerJackson2Test extends AnswerJsonSuite {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    String write(Object value) throws Exception {
        return MAPPER.writeValueAsString(value);
    }
}
