package dev.cxkit.journey.map;

import tools.jackson.databind.json.JsonMapper;

class StrictJackson3MapTest extends StrictMapSuite {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    protected Object read(String json, Class<?> type) {
        return MAPPER.readValue(json, type);
    }

    @Override
    protected String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
