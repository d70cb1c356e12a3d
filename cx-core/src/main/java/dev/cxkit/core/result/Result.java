package dev.cxkit.core.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Map;

/**
 * An answer that can leave the host: as JSON, the same on any mapper, as a line of text, and through Java serialisation.
 *
 * <ul>
 *   <li>Jackson writes {@link #document()} by itself, without a module; other mappers write the map.
 *   <li>{@code toString} of an answer that has one leading figure is its {@link #text} with two decimals.
 * </ul>
 */
public interface Result extends Serializable {

    /**
     * Returns what a reader needs, in a fixed order, made of nothing but texts, whole and finite floating point numbers, truth values, lists
     * and maps.
     *
     * <ul>
     *   <li>What has an estimate begins with {@code value, low, high, level, n}; counts and the convention by its name follow.
     *   <li>A number that there is not is absent, never 0.
     *   <li>Times and durations are texts of ISO 8601; constants are in lower case with hyphens; what is asked by key is a list of
     *       {@code key} and {@code result}.
     * </ul>
     */
    @JsonValue
    Map<String, Object> document();

    /**
     * Returns the figure for people, rounded here and nowhere before; halves are rounded away from zero.
     *
     * @param decimals how many digits follow the point, 0 to 15
     * @throws IllegalArgumentException if {@code decimals} is outside 0..15
     */
    default String text(int decimals) {
        return Document.text(document(), decimals);
    }
}
