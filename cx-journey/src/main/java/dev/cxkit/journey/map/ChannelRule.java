package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import java.util.List;

/** By which channels a step has to happen. */
record ChannelRule(String step, List<Channel> channels) implements Rule {

    ChannelRule {
        requireNonNull(step, "step");
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException(
                    "channels required of step " + step + " are none; allowed is at least one");
        }
    }

    @Override
    public Verdict check(Journey journey) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (int i = 0; i < journey.size(); i++) {
            if (journey.step(i).equals(step)) {
                boolean holds = channels.contains(journey.touchpoint(i).channel());
                verdict = verdict.and(holds ? Verdict.HOLDS : Verdict.BROKEN);
            }
        }
        return verdict;
    }

    @Override
    public String name() {
        return "required channel(" + step + ", " + channels + ")";
    }
}
