package dev.cxkit.journey.experience;

/** By what a trouble shows in the journeys that pass a place. */
public enum PainSign {
    /** The journey did not come to the goal, wherever it was lost. */
    GOAL_MISSED("goal missed after"),

    /** The journey went no further, without the goal. */
    DROPPED("dropped after"),

    /** The journey came there again, after something else. */
    LOOPED("looped back through"),

    /** It took longer than the limit until the next step or stage; for a transition, from the one step to the other. */
    LONG_WAIT("waited long at"),

    /** The customer felt worse than 0 there; journeys of which that is not known are left out. */
    LOW_EMOTION("felt bad at"),

    /** Soon after it the customer turned to support. */
    SUPPORT_CONTACT("turned to support soon after");

    private final String words;

    PainSign(String words) {
        this.words = words;
    }

    /** Returns the sign in words that a place can follow, such as {@code dropped after}. */
    public String words() {
        return words;
    }
}
