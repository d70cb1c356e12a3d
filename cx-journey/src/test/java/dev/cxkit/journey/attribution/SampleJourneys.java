package dev.cxkit.journey.attribution;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Journeys written as texts: {@code "email@0 search@5 order@12:900"} is a step at each day, the last worth 900. */
final class SampleJourneys {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private SampleJourneys() {}

    record Step(String id, CustomerId customer, TouchpointType type, Instant occurredAt, long cents)
            implements Touchpoint {

        @Override
        public Channel channel() {
            return Channel.of("web");
        }
    }

    static Journey journey(String text) {
        List<Step> steps = new ArrayList<>();
        for (String step : text.split(" ", -1)) {
            String[] parts = step.split("[@:]", -1);
            Instant at = BEGIN.plus(Duration.ofMillis((long) (Double.parseDouble(parts[1]) * 86_400_000)));
            long cents = parts.length > 2 ? Long.parseLong(parts[2]) : 0;
            steps.add(new Step("t-" + steps.size(), CustomerId.of("c-1"), TouchpointType.of(parts[0]), at, cents));
        }
        return Journey.of(steps);
    }

    static long cents(Touchpoint touchpoint) {
        return touchpoint instanceof Step step ? step.cents : 0;
    }

    static Journey random(Random random) {
        StringBuilder text = new StringBuilder();
        int day = 0;
        int size = 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 6);
        for (int i = 0; i < size; i++) {
            day += random.nextInt(20);
            int label = random.nextInt(6);
            text.append(label == 0 ? "order" : "c" + label)
                    .append('@')
                    .append(day)
                    .append(':')
                    .append(random.nextInt(1000))
                    .append(' ');
        }
        return journey(text.toString().strip());
    }
}
