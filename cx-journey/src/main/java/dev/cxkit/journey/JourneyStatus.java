package dev.cxkit.journey;

/**
 * Whether a journey is open ({@index right-censored}) or how it ended: by its goal, by a touchpoint that closes it, by the next round of the
 * loop or the next session, or by inactivity.
 */
public enum JourneyStatus {
    /** It has not ended as far as is known. */
    OPEN,

    /** Its last touchpoint reached the goal. */
    GOAL_REACHED,

    /** Its last touchpoint closed it, such as a cancellation. */
    CLOSED,

    /** The next touchpoint began the next round of the loop. */
    NEXT_ROUND,

    /** The next touchpoint began the next session. */
    NEXT_SESSION,

    /** No touchpoint followed for longer than the limit of inactivity. */
    INACTIVE
}
