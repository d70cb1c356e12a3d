package dev.cxkit.core.touchpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * Whether a touchpoint is direct (the company had a hand in it) or indirect (reviews by others, the press, word of mouth); an open set.
 *
 * <p>The text is kept exactly. In JSON it is a plain string.
 *
 * @param name the name, not blank
 */
public record Directness(@JsonValue String name) implements Serializable {

    /** Under the company's control: its web site, its people, its advertisements. */
    public static final Directness DIRECT = of("direct");

    /** Out of its control: reviews by others, the press, word of mouth. */
    public static final Directness INDIRECT = of("indirect");

    /** Throws an {@link IllegalArgumentException} if the name is blank. */
    public Directness {
        Require.text("directness", name);
    }

    /** Returns the directness with this name; throws an {@link IllegalArgumentException} if the name is blank. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Directness of(String name) {
        return new Directness(name);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
