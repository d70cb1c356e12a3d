package dev.cxkit.journey;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Touchpoints written shortly, for tests. */
public final class SampleTouchpoints {

    /** Second 0 of the texts. */
    public static final Instant ZERO = Instant.parse("2026-01-05T00:00:00Z");

    private SampleTouchpoints() {}

    /** Returns the touchpoints of a text such as {@code A@0 B@10.5 C@20#web}: activity, seconds, and the channel if there is one. */
    public static List<Touchpoint> of(String customer, String text) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            String[] parts = word.split("[@#]", -1);
            touchpoints.add(touchpoint(
                    customer + "-" + touchpoints.size(),
                    customer,
                    parts[0],
                    Double.parseDouble(parts[1]),
                    parts.length > 2 ? parts[2] : "web"));
        }
        return touchpoints;
    }

    /** Returns a touchpoint. */
    public static Touchpoint touchpoint(String id, String customer, String activity, double seconds, String channel) {
        return Interaction.builder(id, TouchpointType.of(activity))
                .customer(CustomerId.of(customer))
                .channel(Channel.of(channel))
                .occurredAt(ZERO.plus(Duration.ofMillis(Math.round(seconds * 1000))))
                .build();
    }

    /** Returns the journey of such a text, in whose order are those of one instant. */
    public static Journey journey(String customer, String text) {
        return JourneyAssembler.byCustomer()
                .inSequence(touchpoint -> Long.parseLong(touchpoint.id().replaceFirst(".*-", "")))
                .assemble(of(customer, text))
                .get(0);
    }

    /** Returns a journey of 1 to 12 touchpoints of the activities A to F within two hours, often at the same second. */
    public static Journey random(Random random) {
        StringBuilder text = new StringBuilder();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            text.append((char) ('A' + random.nextInt(6)))
                    .append('@')
                    .append(random.nextInt(4) == 0 ? 60 : random.nextInt(7200))
                    .append(random.nextBoolean() ? "#web " : "#shop ");
        }
        return journey("c" + random.nextInt(1000), text.toString());
    }
}
