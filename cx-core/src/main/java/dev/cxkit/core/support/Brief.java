package dev.cxkit.core.support;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "handover note"}: what one who hands a case over tells the next, so that the customer need not repeat it.
 *
 * @param tried what was tried so far
 * @param facts the keys of the facts that are passed on
 * @param questions what is still open
 * @param promises what the customer was promised
 */
@JsonPropertyOrder({"tried", "facts", "questions", "promises"})
public record Brief(
        @JsonProperty("tried") List<String> tried,
        @JsonProperty("facts") List<String> facts,
        @JsonProperty("questions") List<String> questions,
        @JsonProperty("promises") List<String> promises)
        implements Serializable {

    /** Copies the lists; an absent one is empty. */
    public Brief {
        tried = tried == null ? List.of() : JsonValues.list("tried of brief", tried);
        facts = facts == null ? List.of() : JsonValues.list("facts of brief", facts);
        questions = questions == null ? List.of() : JsonValues.list("questions of brief", questions);
        promises = promises == null ? List.of() : JsonValues.list("promises of brief", promises);
    }

    @JsonCreator
    static Brief read(
            @JsonProperty("tried") @Nullable Object tried,
            @JsonProperty("facts") @Nullable Object facts,
            @JsonProperty("questions") @Nullable Object questions,
            @JsonProperty("promises") @Nullable Object promises) {
        return new Brief(
                JsonValues.texts("tried of brief", tried),
                JsonValues.texts("facts of brief", facts),
                JsonValues.texts("questions of brief", questions),
                JsonValues.texts("promises of brief", promises));
    }

    /** Returns a brief that passes on these facts. */
    public static Brief of(String... facts) {
        return new Brief(List.of(), List.of(facts), List.of(), List.of());
    }

    /** Returns how much is passed on, and none of the words. */
    @Override
    public String toString() {
        return "Brief[tried=" + tried.size() + ", facts=" + facts.size() + ", questions=" + questions.size()
                + ", promises=" + promises.size() + "]";
    }
}
