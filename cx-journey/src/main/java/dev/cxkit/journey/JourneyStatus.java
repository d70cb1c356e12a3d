package dev.cxkit.journey;

/** Why a journey is over, if it is. */
public enum JourneyStatus {
    /** It is not over as far as is known. */
    OPEN,

    /** Its last touchpoint reached the goal. */
    GOAL_REACHED,

    /** Its last touchpoint closed it in words, such as a cancellation. */
    CLOSED,

    /** The customer came round: the next touchpoint began the next round of the loop. */
    NEXT_ROUND,

    /** Nothing followed for longer than the limit. */
    INACTIVE
}
