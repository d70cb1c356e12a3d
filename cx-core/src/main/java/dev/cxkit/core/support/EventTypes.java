package dev.cxkit.core.support;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of the types of events, which stand in one place: the annotation of {@link CaseEvent}. */
final class EventTypes {

    static final Map<Class<?>, String> NAMES = Arrays.stream(
                    CaseEvent.class.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private EventTypes() {}
}
