package dev.cxkit.core.touchpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who in the company answers for a touchpoint: a team and a role in it, never a person.
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

    /** Checks the names; throws an {@link IllegalArgumentException} if the team or the role is blank. */
    public Owner {
        if (requireNonNull(team, "team").isBlank()) {
            throw new IllegalArgumentException("team of owner is blank");
        }
        if (role != null && role.isBlank()) {
            throw new IllegalArgumentException("role of owner is blank");
        }
    }

    /** Returns a team as a whole. */
    public static Owner of(String team) {
        return new Owner(team, null);
    }

    /** Returns a role in a team. */
    public static Owner of(String team, String role) {
        return new Owner(team, requireNonNull(role, "role"));
    }
}
