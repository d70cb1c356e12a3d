package dev.cxkit.journey.map;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The side of the {@index "line of visibility"} of a {@index "service blueprint"} on which a touchpoint lies (Shostack, 1984). */
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
