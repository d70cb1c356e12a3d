package dev.cxkit.journey.attribution;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/**
 * The conversions and value that are attributed to an activity.
 *
 * @param conversions its part of the conversions, at least 0, seldom a whole number
 * @param value its part of their value, in the unit of the table, at least 0
 */
public record Credit(double conversions, double value) implements Result {

    /** Returns {@code conversions} and {@code creditedValue}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("conversions", conversions)
                .with("creditedValue", value)
                .map();
    }
}
