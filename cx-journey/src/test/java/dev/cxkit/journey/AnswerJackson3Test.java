package dev.cxkit.journey;

import tools.jackson.databind.json.JsonMapper;

class AnswerJackson3Test extends AnswerJsonSuite {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
