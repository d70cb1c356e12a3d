package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.touchpoint.Attributes;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a case's {@index "event log"}: what happened, when, and by whom. All that is measured of a case is worked out from its events;
 * nothing is counted up in fields.
 *
 * <p>In JSON an object with the property {@code type}; an event of a newer version is kept as {@link Unknown}.
 */
@JsonIgnoreProperties(value = "type", allowGetters = true, ignoreUnknown = true)
@JsonPropertyOrder({"type", "occurredAt", "by"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface CaseEvent extends Serializable permits WorkflowEvent, ConversationEvent, CaseEvent.Unknown {

    /** Returns the name of the type in JSON. */
    @JsonProperty("type")
    default String type() {
        return EventTypes.NAMES.getOrDefault(getClass(), "");
    }

    // From the whole object, since Jackson 2 hands over the properties of an any-setter in reverse order.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static CaseEvent read(Map<String, @Nullable Object> all) {
        return EventTypes.read(all);
    }

    /** Returns when it happened. */
    @JsonProperty("occurredAt")
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    Instant occurredAt();

    /** Returns who did it. */
    @JsonProperty("by")
    Actor by();

    /**
     * Returns whether the event ends a case: a resolution, a closing or a merge. It is static since an interface method of an event of
     * unknown class costs a call, and metrics ask this of every event.
     */
    static boolean endsCase(CaseEvent event) {
        return event instanceof WorkflowEvent.Resolved
                || event instanceof WorkflowEvent.Closed
                || event instanceof WorkflowEvent.Merged;
    }

    /**
     * An event of a type that a newer version wrote. It is carried along, and nothing is concluded from it.
     *
     * @param type the name of the type
     * @param occurredAt when
     * @param by who
     * @param properties all other properties, in order
     */
    @JsonPropertyOrder({"type", "occurredAt", "by"})
    record Unknown(
            @JsonProperty("type") String type,

            @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Instant occurredAt,

            @JsonProperty("by") Actor by,
            @JsonAnyGetter Map<String, @Nullable Object> properties)
            implements CaseEvent {

        /** Copies the properties. */
        public Unknown {
            requireNonNull(type, "type of a case event is missing");
            EventTypes.check(occurredAt, by);
            properties = Attributes.of(properties).asMap();
        }

        /** Returns type and time, not the properties. */
        @Override
        public String toString() {
            return "Unknown[type=" + type + ", occurredAt=" + occurredAt + "]";
        }
    }
}
