package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said in a case: a message or internal note, a question to the customer, a fact learned, a promise. */
public sealed interface ConversationEvent extends CaseEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static ConversationEvent read(Map<String, @Nullable Object> all) {
        return (ConversationEvent) EventTypes.read(all);
    }

    /** What a customer can be promised. */
    enum PromiseKind {
        /** News of how it goes: kept by the next message of ours that the customer sees. */
        UPDATE,
        /** A solution: kept by the resolution. */
        RESOLUTION
    }

    /**
     * Somebody wrote or spoke. The text is not kept.
     *
     * @param occurredAt when
     * @param by who
     * @param visibility whether the customer sees it
     * @param kind what sort of message it is
     */
    record Message(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("visibility") Visibility visibility,
            @JsonProperty("kind") Kind kind)
            implements ConversationEvent {

        /** Who can see a message. */
        public enum Visibility {
            /** The customer sees it. */
            PUBLIC,
            /** Only we see it: a note. */
            INTERNAL
        }

        /** The sorts of messages. */
        public enum Kind {
            /** Words of a person or a bot. */
            REPLY,
            /** Written by a machine, such as an acknowledgement or that somebody is away: it answers nothing and asks nothing. */
            AUTO_REPLY,
            /** News of how the case goes, unasked. */
            UPDATE,
            /** The customer asks for news. */
            ASKS_FOR_NEWS,
            /** The customer asks for a human. */
            ASKS_FOR_PERSON
        }

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Message {
            EventTypes.check(occurredAt, by);
            requireNonNull(visibility, "visibility of message is missing");
            requireNonNull(kind, "kind of message is missing");
        }

        // None of these is called "is...": it would stand in the JSON.

        /** Returns whether the customer says something, and no automatic reply in that name. */
        public boolean asks() {
            return by.kind() == Actor.Kind.CUSTOMER && kind != Kind.AUTO_REPLY;
        }

        /** Returns whether the customer asks for a human. */
        public boolean asksForHuman() {
            return asks() && kind == Kind.ASKS_FOR_PERSON;
        }

        /** Returns whether an agent says something that the customer sees, and no automatic reply in that name. */
        public boolean answers() {
            return by.kind() == Actor.Kind.AGENT && reachesCustomer();
        }

        /** Returns whether one of us, human or bot, says something that the customer sees, and no automatic reply. */
        public boolean reachesCustomer() {
            return visibility == Visibility.PUBLIC && kind != Kind.AUTO_REPLY && by.ours();
        }
    }

    /**
     * We asked the customer for a fact.
     *
     * @param occurredAt when
     * @param by who
     * @param fact the key of the fact, such as {@code order-number}
     */
    record Question(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("fact") String fact)
            implements ConversationEvent {

        /** Throws an {@link IllegalArgumentException} if the key of the fact is blank. */
        public Question {
            EventTypes.check(occurredAt, by);
            CaseId.text(type(), "fact", fact);
        }
    }

    /**
     * A fact became known. The fact itself is not kept, only that it is known.
     *
     * @param occurredAt when
     * @param by who
     * @param fact the key of the fact
     * @param source who told it
     * @param validUntil until when it can be relied on; null for always
     */
    record Fact(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("fact") String fact,
            @JsonProperty("source") Actor.Kind source,

            @JsonProperty("validUntil") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant validUntil)
            implements ConversationEvent {

        /** Throws an {@link IllegalArgumentException} if the key of the fact is blank. */
        public Fact {
            EventTypes.check(occurredAt, by);
            CaseId.text(type(), "fact", fact);
            requireNonNull(source, "source of learned is missing");
        }
    }

    /**
     * The customer was promised something by a time. A new promise of the same takes the place of one that is not due yet.
     *
     * @param occurredAt when
     * @param by who
     * @param what what was promised
     * @param dueAt by when, after the promise was made
     */
    record Promise(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("what") PromiseKind what,

            @JsonProperty("dueAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Instant dueAt)
            implements ConversationEvent {

        /** Throws an {@link IllegalArgumentException} if the promise is not due after it was made. */
        public Promise {
            EventTypes.check(occurredAt, by);
            requireNonNull(what, "what of promised is missing");
            requireNonNull(dueAt, "dueAt of promised is missing");
            if (!dueAt.isAfter(occurredAt)) {
                throw new IllegalArgumentException("promise for " + dueAt + " is not after " + occurredAt);
            }
        }
    }
}
