package dev.cxkit.examples.quickstart;

import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.render.MermaidJourney;

/** A designed journey map, drawn. */
public final class DrawnMap {

    private DrawnMap() {}

    /** Prints the map as a Mermaid journey; {@code SvgJourneyMap.render(map)} makes a picture of it. */
    public static void main(String[] args) {
        JourneyMap map = JourneyMap.builder()
                .persona("First-time buyer")
                .stage("Explore", PlannedTouchpoint.of(TouchpointType.SEARCH), PlannedTouchpoint.of("compare"))
                .stage(
                        "Buy",
                        PlannedTouchpoint.builder(TouchpointType.ORDER)
                                .expectedEmotion(0.5)
                                .build())
                .stage("Use", PlannedTouchpoint.of(TouchpointType.DELIVERY))
                .loop("Use", "Explore", "buys again")
                .build();
        System.out.print(MermaidJourney.render(map));
    }
}
