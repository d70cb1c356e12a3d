package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Whom a case is assigned to: a team, a person of a team, or a bot.
 *
 * @param bot whether it is a program; then {@code person} is its name
 * @param team the team, or null where there is none
 * @param person the person, or null while it is with the team as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"bot", "team", "person"})
public record Assignee(
        @JsonProperty("bot") Boolean bot,
        @JsonProperty("team") @Nullable String team,
        @JsonProperty("person") @Nullable String person)
        implements Serializable {

    /** Throws an {@link IllegalArgumentException} if there is neither team nor person, or one is blank. */
    public Assignee {
        requireNonNull(bot, "bot of assignee is missing: true if it is a program");
        if (team == null && person == null) {
            throw new IllegalArgumentException("assignee has neither team nor person");
        }
        if ((team != null && team.isBlank()) || (person != null && person.isBlank())) {
            throw new IllegalArgumentException("team or person of assignee is blank");
        }
    }

    @JsonCreator
    static Assignee read(
            @JsonProperty("bot") @Nullable Object bot,
            @JsonProperty("team") @Nullable Object team,
            @JsonProperty("person") @Nullable Object person) {
        return new Assignee(
                JsonValues.flag("bot of assignee", bot),
                JsonValues.text("team of assignee", team),
                JsonValues.text("person of assignee", person));
    }

    /** Returns a team, with nobody of it yet. */
    public static Assignee team(String team) {
        return new Assignee(false, team, null);
    }

    /** Returns a person without a team. */
    public static Assignee person(String person) {
        return new Assignee(false, null, person);
    }

    /** Returns a person of a team. */
    public static Assignee person(String team, String person) {
        return new Assignee(false, team, person);
    }

    /** Returns a bot. */
    public static Assignee bot(String name) {
        return new Assignee(true, null, name);
    }

    /** Returns whether it is a human or a team of humans. */
    public boolean human() {
        return !bot;
    }

    /** Returns the team, or what stands for it; a person may be behind the rest. */
    @Override
    public String toString() {
        return bot ? "bot" : team == null ? "person" : "team " + team;
    }
}
