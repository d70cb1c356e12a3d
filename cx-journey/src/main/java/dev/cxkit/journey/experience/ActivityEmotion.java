package dev.cxkit.journey.experience;

import dev.cxkit.journey.Journey;
import java.util.ArrayList;
import java.util.List;

/** The emotion of a customer at an activity. */
record ActivityEmotion(String activity, double emotion) {

    /** Returns the emotions of the touchpoints of the journey at which it is known, in order. */
    static List<ActivityEmotion> in(Journey journey, Emotions emotions) {
        List<ActivityEmotion> known = new ArrayList<>();
        for (int i = 0; i < journey.size(); i++) {
            String activity = journey.activity(i);
            emotions.checked(journey.touchpoint(i))
                    .ifPresent(emotion -> known.add(new ActivityEmotion(activity, emotion)));
        }
        return known;
    }
}
