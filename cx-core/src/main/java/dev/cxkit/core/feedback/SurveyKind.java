package dev.cxkit.core.feedback;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * Whether a survey is relational (about the company as a whole, from time to time) or transactional (after one interaction); an open set.
 *
 * <p>The text is kept exactly. In JSON it is a plain string.
 *
 * @param name the name, not blank
 */
public record SurveyKind(@JsonValue String name) implements Serializable {

    /** Sent from time to time, about the company as a whole. */
    public static final SurveyKind RELATIONAL = of("relational");

    /** Sent after one purchase, call or visit, about that. */
    public static final SurveyKind TRANSACTIONAL = of("transactional");

    /** Throws an {@link IllegalArgumentException} if the name is blank. */
    public SurveyKind {
        Require.text("kind of survey", name);
    }

    /** Returns the kind with this name; throws an {@link IllegalArgumentException} if the name is blank. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SurveyKind of(String name) {
        return new SurveyKind(name);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
