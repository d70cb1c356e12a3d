package dev.cxkit.core.feedback;

/**
 * The box of a rating: favourable ({@index "top box"}, promoter), neutral (passive) or unfavourable (bottom box, detractor).
 *
 * <p>The direction of the scale is taken into account: on a scale on which low is good, low values are favourable.
 */
public enum Band {
    /** The good end: a promoter, a satisfied customer, an easy task. */
    FAVOURABLE,

    /** Neither end. */
    NEUTRAL,

    /** The bad end: a detractor, a dissatisfied customer, a hard task. */
    UNFAVOURABLE
}
