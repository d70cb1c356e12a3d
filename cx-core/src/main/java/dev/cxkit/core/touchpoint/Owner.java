package dev.cxkit.core.touchpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The {@index "touchpoint owner" owner} of a touchpoint: the team, and perhaps the role in it, that answers for it; never a person.
 *
 * @param team the team, not blank
 * @param role the role in the team; absent if the team as a whole answers for it
 */
@JsonPropertyOrder({"team", "role"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Owner(
        @JsonProperty("team") String team,
        @JsonProperty("role") @Nullable String role) implements Serializable {

    /** Throws an {@link IllegalArgumentException} if the team or the role is blank. */
    public Owner {
        Require.text("team of owner", team);
        if (role != null && role.isBlank()) {
            throw new IllegalArgumentException("role of owner is blank");
        }
    }

    @JsonCreator
    static Owner read(@JsonProperty("team") @Nullable Object team, @JsonProperty("role") @Nullable Object role) {
        return new Owner(JsonValues.text("team of owner", team), JsonValues.text("role of owner", role));
    }

    /** Returns a team as a whole. */
    public static Owner of(String team) {
        return new Owner(team, null);
    }

    /** Returns a role in a team. */
    public static Owner of(String team, String role) {
        return new Owner(team, requireNonNull(role, "role"));
    }

    /** Returns the team, with the role behind it if there is one: {@code logistics (driver)}. */
    @Override
    public String toString() {
        return role == null ? team : team + " (" + role + ")";
    }
}
