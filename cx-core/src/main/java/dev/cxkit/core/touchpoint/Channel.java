package dev.cxkit.core.touchpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * The channel of an interaction (web, email, phone, chat, in-app, store, ...); an open set.
 *
 * <p>A host adds its own with {@link #of(String)}, and its channels are equal in rank to the constants here. The text is kept exactly. In JSON
 * it is a plain string.
 *
 * @param name the name, not blank; lower case with hyphens by convention
 */
public record Channel(@JsonValue String name) implements Comparable<Channel>, Serializable {

    /** The web site. */
    public static final Channel WEB = of("web");

    /** An app on a phone, a television, a car. */
    public static final Channel IN_APP = of("in-app");

    /** Email. */
    public static final Channel EMAIL = of("email");

    /** Text messages to a phone. */
    public static final Channel SMS = of("sms");

    /** Messaging services. */
    public static final Channel MESSENGER = of("messenger");

    /** A call, in or out, answered by a person. */
    public static final Channel PHONE = of("phone");

    /** A call answered by a machine. */
    public static final Channel VOICE_BOT = of("voice-bot");

    /** A written conversation with a person on the web site or in the app. */
    public static final Channel CHAT = of("chat");

    /** A written conversation with a machine. */
    public static final Channel CHAT_BOT = of("chat-bot");

    /** A place that the customer comes to. */
    public static final Channel STORE = of("store");

    /** A meeting by appointment, on site or remote. */
    public static final Channel MEETING = of("meeting");

    /** An event, a fair. */
    public static final Channel EVENT = of("event");

    /** Social networks. */
    public static final Channel SOCIAL = of("social");

    /** Review sites and app stores. */
    public static final Channel REVIEW_SITE = of("review-site");

    /** Paid advertising, on any medium. */
    public static final Channel ADVERTISING = of("advertising");

    /** Letters and parcels. */
    public static final Channel POST = of("post");

    /** Someone who sells or serves for the company. */
    public static final Channel PARTNER = of("partner");

    /** A machine of the customer that talks to a machine of the company. */
    public static final Channel API = of("api");

    /** The channel is not known: it is no other one, and none that was planned. */
    public static final Channel UNKNOWN = of("unknown");

    /** Throws an {@link IllegalArgumentException} if the name is blank. */
    public Channel {
        Require.text("channel", name);
    }

    /** Returns the channel with this name; throws an {@link IllegalArgumentException} if the name is blank. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Channel of(String name) {
        return new Channel(name);
    }

    @Override
    public int compareTo(Channel other) {
        return name.compareTo(other.name);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
