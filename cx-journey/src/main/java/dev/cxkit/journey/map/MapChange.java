package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two journey maps: something added, removed, moved or changed.
 *
 * @param kind whether it was added, removed, moved or changed
 * @param element what kind of thing it is
 * @param name the name of the stage, the activity of the touchpoint, or the loop as text; {@code map} for the map itself
 * @param field what of it is different, as in JSON; of a touchpoint that was added or removed {@code stage}, of what moved {@code stage} or
 *     {@code position} (from 1 on); absent for stages and loops that were added or removed
 * @param before the old value as text; absent if there was none
 * @param after the new value as text; absent if there is none
 */
public record MapChange(
        Kind kind,
        Element element,
        String name,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after)
        implements Result {

    /** The kind of a change. */
    public enum Kind {
        /** It is only on the second map. */
        ADDED,
        /** It is only on the first map. */
        REMOVED,
        /** It is in another stage or place. */
        MOVED,
        /** One of its values is another. */
        CHANGED
    }

    /** What a map is made of. */
    public enum Element {
        /** The map itself: persona, scenario, goal. */
        MAP,
        /** A stage. */
        STAGE,
        /** A touchpoint. */
        TOUCHPOINT,
        /** A loop. */
        LOOP
    }

    public MapChange {
        requireNonNull(kind, "kind");
        requireNonNull(element, "element");
        requireNonNull(name, "name");
    }

    /** Returns {@code kind}, {@code element}, {@code name}, {@code field}, {@code before} and {@code after}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("kind", kind)
                .with("element", element)
                .with("name", name)
                .with("field", field)
                .with("before", before)
                .with("after", after)
                .map();
    }
}
