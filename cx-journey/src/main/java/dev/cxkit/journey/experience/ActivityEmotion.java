package dev.cxkit.journey.experience;

import dev.cxkit.journey.Journey;
import java.util.ArrayList;
import java.util.List;

/** How a customer felt at a step. */
record ActivityEmotion(String activity, double emotion) {

    /** Returns the touchpoints of the journey at which that is known, in order. */
    static List<ActivityEmotion> in(Journey journey, Emotions emotions) {
        List<ActivityEmotion> felt = new ArrayList<>();
        for (int i = 0; i < journey.size(); i++) {
            String step = journey.activity(i);
            emotions.checked(journey.touchpoint(i)).ifPresent(emotion -> felt.add(new ActivityEmotion(step, emotion)));
        }
        return felt;
    }
}
