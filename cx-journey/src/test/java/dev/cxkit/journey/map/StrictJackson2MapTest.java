package dev.cxkit.journey.map;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Tag;

/** Runs twice in a build, as {@link Jackson2MapTest} does. */
@Tag("jackson2")
class StrictJackson2MapTest extends StrictMapSuite {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Override
    protected Object read(String json, Class<?> type) throws Exception {
        return MAPPER.readValue(json, type);
    }

    @Override
    protected String write(Object value) throws Exception {
        return MAPPER.writeValueAsString(value);
    }
}
