package dev.cxkit.journey.map;

import tools.jackson.databind.json.JsonMapper;

class Jackson3MapTest extends MapJsonSuite {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    String write(JourneyMap map) {
        return MAPPER.writeValueAsString(map);
    }

    @Override
    JourneyMap read(String json) {
        return MAPPER.readValue(json, JourneyMap.class);
    }
}
