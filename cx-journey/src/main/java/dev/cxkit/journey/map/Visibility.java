package dev.cxkit.journey.map;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On which side of a service blueprint's line of visibility a touchpoint lies (Shostack, 1984). */
public enum Visibility {
    /** The customer sees it or takes part in it. */
    @JsonProperty("front-stage")
    FRONT_STAGE("front-stage"),

    /** It happens inside the company, or between the company and others. */
    @JsonProperty("back-stage")
    BACK_STAGE("back-stage");

    private final String text;

    Visibility(String text) {
        this.text = text;
    }

    /** Returns the text in JSON. */
    @Override
    public String toString() {
        return text;
    }
}
