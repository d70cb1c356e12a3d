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

/** Journeys written as texts: {@code "email@0 search@5 order@12:900"} is an activity at each day, the last worth 900. */
final class SampleJourneys {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private SampleJourneys() {}

    record Click(String id, CustomerId customer, TouchpointType type, Instant occurredAt, long cents)
            implements Touchpoint {

        @Override
        public Channel channel() {
            return Channel.of("web");
        }
    }

    static Journey journey(String text) {
        List<Click> clicks = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            String[] parts = word.split("[@:]", -1);
            Instant at = BEGIN.plus(Duration.ofMillis((long) (Double.parseDouble(parts[1]) * 86_400_000)));
            long cents = parts.length > 2 ? Long.parseLong(parts[2]) : 0;
            clicks.add(new Click("t-" + clicks.size(), CustomerId.of("c-1"), TouchpointType.of(parts[0]), at, cents));
        }
        return Journey.of(clicks);
    }

    static long cents(Touchpoint touchpoint) {
        return touchpoint instanceof Click click ? click.cents : 0;
    }

    static Journey random(Random random) {
        StringBuilder text = new StringBuilder();
        int day = 0;
        int size = 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 6);
        for (int i = 0; i < size; i++) {
            day += random.nextInt(20);
            int activity = random.nextInt(6);
            text.append(activity == 0 ? "order" : "c" + activity)
                    .append('@')
                    .append(day)
                    .append(':')
                    .append(random.nextInt(1000))
                    .append(' ');
        }
        return journey(text.toString().strip());
    }
}
