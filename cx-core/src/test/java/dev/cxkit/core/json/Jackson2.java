package dev.cxkit.core.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cxkit.core.touchpoint.Interaction;

/** Jackson 2 as it comes, with the module for times. */
record Jackson2(JsonMapper mapper) implements Json {

    static Jackson2 create() {
        return new Jackson2(builder().build());
    }

    private static JsonMapper.Builder builder() {
        JsonMapper.Builder builder = JsonMapper.builder().addModule(new JavaTimeModule());
        builder.registerSubtypes(StoreVisit.class, JsonSuite.Tour.class);
        builder.registerSubtypes(new NamedType(Interaction.class, "tasting"));
        return builder;
    }

    @Override
    public String write(Object value) throws Exception {
        return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type) throws Exception {
        return mapper.readValue(json, type);
    }

    @Override
    public Json setUpOtherwise() {
        return new Jackson2(builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .build());
    }

    @Override
    public Json strict() {
        return new Jackson2(builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build());
    }
}
