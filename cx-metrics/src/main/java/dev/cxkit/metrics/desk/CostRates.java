package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.service.Resolutions;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rates and charges of service, as the host knows them: all amounts in the smallest unit of one currency, such as cents.
 *
 * @param perHour what an hour of a person who handles a case costs, at least 0
 * @param byChannel what cases that came by a channel cost beside
 * @param others what cases of all other channels cost beside, and those whose channel is not known
 */
public record CostRates(long perHour, Map<Channel, Charge> byChannel, Charge others) implements Serializable {

    /**
     * Charges that do not depend on time.
     *
     * @param perCase for each case, such as the fee of a bot or of a call; at least 0
     * @param perTouch for each touch of an agent, see {@link Resolutions#touches}; at least 0
     */
    public record Charge(long perCase, long perTouch) implements Serializable {

        /** No charges. */
        public static final Charge NONE = new Charge(0, 0);

        /** Refuses amounts below 0 with an {@link IllegalArgumentException}. */
        public Charge {
            notNegative("charge per case", perCase);
            notNegative("charge per touch", perTouch);
        }

        private String text() {
            return perCase + " a case and " + perTouch + " a touch";
        }
    }

    /** Copies the map, in the order of the channels; refuses a rate below 0 with an {@link IllegalArgumentException}. */
    public CostRates {
        notNegative("rate per hour", perHour);
        byChannel = Collections.unmodifiableMap(new TreeMap<>(byChannel));
        requireNonNull(others, "others");
    }

    /** Returns rates without charges; throws an {@link IllegalArgumentException} if the rate is below 0. */
    public static CostRates perHour(long rate) {
        return new CostRates(rate, Map.of(), Charge.NONE);
    }

    /** Returns these rates with other charges for a channel. */
    public CostRates with(Channel channel, Charge charge) {
        Map<Channel, Charge> more = new TreeMap<>(byChannel);
        more.put(requireNonNull(channel, "channel"), requireNonNull(charge, "charge"));
        return new CostRates(perHour, more, others);
    }

    /** Returns these rates with other charges for the channels that have none of their own. */
    public CostRates withOthers(Charge charge) {
        return new CostRates(perHour, byChannel, charge);
    }

    /** What tells rates apart in a definition. */
    String text() {
        StringBuilder channels = new StringBuilder();
        byChannel.forEach((channel, charge) -> channels.append(Definition.text(channel.name()))
                .append(' ')
                .append(charge.text())
                .append(", "));
        return perHour + " an hour, " + channels + "others " + others.text();
    }

    private static void notNegative(String name, long amount) {
        Require.atLeast(name, amount, 0);
    }
}
