package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cxkit.core.touchpoint.Attributes;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a case's {@index "event log"}: what happened, when, and by whom. All that is measured of a case is worked out from its events;
 * nothing is counted up in fields.
 *
 * <p>In JSON an object with the property {@code type}; an event of a newer version is kept as {@link Unknown}.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "type",
        visible = true,
        defaultImpl = CaseEvent.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkflowEvent.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = ConversationEvent.Message.class, name = "message"),
    @JsonSubTypes.Type(value = WorkflowEvent.Assigned.class, name = "assigned"),
    @JsonSubTypes.Type(value = WorkflowEvent.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = WorkflowEvent.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = ConversationEvent.Question.class, name = "asked"),
    @JsonSubTypes.Type(value = ConversationEvent.Fact.class, name = "learned"),
    @JsonSubTypes.Type(value = ConversationEvent.Promise.class, name = "promised"),
    @JsonSubTypes.Type(value = WorkflowEvent.Escalated.class, name = "escalated"),
    @JsonSubTypes.Type(value = WorkflowEvent.Classified.class, name = "classified"),
    @JsonSubTypes.Type(value = WorkflowEvent.Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = WorkflowEvent.Reopened.class, name = "reopened"),
    @JsonSubTypes.Type(value = WorkflowEvent.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = WorkflowEvent.Linked.class, name = "linked"),
    @JsonSubTypes.Type(value = WorkflowEvent.Merged.class, name = "merged-into"),
    @JsonSubTypes.Type(value = WorkflowEvent.SlaPolicyApplied.class, name = "under-policy")
})
@JsonIgnoreProperties(value = "type", allowGetters = true, ignoreUnknown = true)
@JsonPropertyOrder({"type", "occurredAt", "by"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface CaseEvent extends Serializable permits WorkflowEvent, ConversationEvent, CaseEvent.Unknown {

    /** Returns the name of the type in JSON. */
    @JsonProperty("type")
    default String type() {
        return EventTypes.NAMES.getOrDefault(getClass(), "");
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
            requireNonNull(type, "type");
            requireNonNull(occurredAt, "occurredAt");
            requireNonNull(by, "by");
            properties = Attributes.of(properties).asMap();
        }

        // From the whole object, since Jackson 2 hands over the properties of an any-setter in reverse order.
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Unknown read(Map<String, @Nullable Object> all) {
            Map<String, @Nullable Object> others = new LinkedHashMap<>(all);
            Object by = others.remove("by");
            if (!(others.remove("type") instanceof String type)
                    || !(others.remove("occurredAt") instanceof String at)
                    || !(by instanceof Map<?, ?> actor)
                    || !(actor.get("kind") instanceof String kind)
                    || !(actor.get("id") instanceof String id)) {
                throw new IllegalArgumentException("type, occurredAt or by of a case event is missing");
            }
            return new Unknown(type, Instant.parse(at), new Actor(Actor.Kind.valueOf(kind), id), others);
        }

        /** Returns type and time, not the properties. */
        @Override
        public String toString() {
            return "Unknown[type=" + type + ", occurredAt=" + occurredAt + "]";
        }
    }
}
