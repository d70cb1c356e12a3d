package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who did something in a case: the customer, an agent, a bot, the system or a partner.
 *
 * @param kind what sort of actor
 * @param id the id, not blank
 */
@JsonPropertyOrder({"kind", "id"})
public record Actor(
        @JsonProperty("kind") Kind kind, @JsonProperty("id") String id) implements Serializable {

    /** The sorts of actors. Only an {@link #AGENT} is a human of ours. */
    public enum Kind {
        /** The customer, or somebody for the customer. */
        CUSTOMER,
        /** A human of ours. */
        AGENT,
        /** A program that talks with the customer. */
        BOT,
        /** A rule or an automatic reply. */
        SYSTEM,
        /** A third party: a supplier, a carrier. */
        PARTNER
    }

    /** The host's own automatic rules, where no more is known of them. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system");

    /** Throws an {@link IllegalArgumentException} if the id is blank. */
    public Actor {
        requireNonNull(kind, "kind of actor is missing");
        Require.text("id of actor", id);
    }

    @JsonCreator
    static Actor read(@JsonProperty("kind") @Nullable Object kind, @JsonProperty("id") @Nullable Object id) {
        return new Actor(JsonValues.constant("kind of actor", kind, Kind.class), JsonValues.text("id of actor", id));
    }

    /** Returns the customer with this id. */
    public static Actor customer(String id) {
        return new Actor(Kind.CUSTOMER, id);
    }

    /** Returns the agent with this id. */
    public static Actor agent(String id) {
        return new Actor(Kind.AGENT, id);
    }

    /** Returns the bot with this id. */
    public static Actor bot(String id) {
        return new Actor(Kind.BOT, id);
    }

    /** Returns whether this is one of us, human or not. */
    public boolean ours() {
        return kind == Kind.AGENT || kind == Kind.BOT || kind == Kind.SYSTEM;
    }

    /** Returns the kind; the id may be that of a person. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
