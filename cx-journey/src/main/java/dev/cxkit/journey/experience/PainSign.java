package dev.cxkit.journey.experience;

/** A pain sign: how trouble shows in the journeys that visit a location. */
public enum PainSign {
    /** The journey did not reach the goal, wherever it was lost. */
    GOAL_MISSED("goal missed after"),

    /** Drop-off: the journey ended there, without the goal. */
    DROPPED("dropped off after"),

    /** The journey returned there after something else. */
    LOOPED("loop through"),

    /** It took longer than the limit until the next activity or stage; for a transition, from one activity to the other. */
    LONG_WAIT("long wait at"),

    /** The mean emotion there was below 0; journeys of which no emotion is known are excluded. */
    LOW_EMOTION("low emotion at"),

    /** A support contact followed within the window. */
    SUPPORT_CONTACT("support contact soon after");

    private final String words;

    PainSign(String words) {
        this.words = words;
    }

    /** Returns the sign in words that a location can follow, such as {@code dropped off after}. */
    public String words() {
        return words;
    }
}
