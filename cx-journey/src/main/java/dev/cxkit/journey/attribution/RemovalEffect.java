package dev.cxkit.journey.attribution;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/**
 * The {@index "removal effect"} of an activity: the relative loss of conversions, or of value, when all states with it lead nowhere, and
 * what is attributed to it.
 *
 * @param effect the part of all conversions, or of all value, that passes through the activity, 0..1. Effects of several activities
 *     overlap, so they seldom add up to 1
 * @param attributed the effect as a share of the sum of all effects, times the observed total
 */
public record RemovalEffect(double effect, double attributed) implements Result {

    /** Returns {@code effect} and {@code attributed}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("effect", effect)
                .with("attributed", attributed)
                .map();
    }
}
