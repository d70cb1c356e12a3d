package dev.cxkit.core.json;

import dev.cxkit.core.touchpoint.Interaction;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Jackson 3 as it comes. */
record Jackson3(JsonMapper mapper) implements Json {

    static Jackson3 create() {
        return new Jackson3(builder().build());
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .registerSubtypes(StoreVisit.class, JsonSuite.Tour.class)
                .registerSubtypes(new NamedType(Interaction.class, "tasting"));
    }

    @Override
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    @Override
    public Json setUpOtherwise() {
        return new Jackson3(builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .build());
    }

    @Override
    public Json strict() {
        return new Jackson3(builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build());
    }
}
