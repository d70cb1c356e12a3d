package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Assembles journeys from touchpoints of any source, in any order: by a key (customer, account or case), with an activity for each touchpoint,
 * and by rules for when a journey ends and the next of its key begins.
 *
 * <ul>
 *   <li>A journey ends at a {@linkplain #endingAtGoal goal}, with a touchpoint that {@linkplain #closedBy closes} it, with the next
 *       {@linkplain #endingWithRound round} of the loop, or after {@linkplain #endingAfterInactivity inactivity}; without a rule it stays open.
 *   <li>Two touchpoints of one key are the same one, sent twice, if they have the same id and {@linkplain #fromSource source} or, where no
 *       source is named, the same id, type and time: two systems may number alike. An equal one is dropped and counted as
 *       {@linkplain Journeys#duplicates duplicate}; one with other content is counted as {@linkplain Journeys#revised revised}, and what was
 *       received last holds.
 *   <li>Touchpoints are in order of time; those of one instant by the {@linkplain #inSequence sequence} that the host gives, else by end (one
 *       without an end was over when it occurred), type, source and id. The order in which they are given never counts.
 *   <li>A touchpoint with a blank key or activity, or outside 1677..2262, is refused.
 * </ul>
 *
 * <p>Immutable; each method returns a changed one.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .endingAtGoal(touchpoint -> touchpoint.type().equals(TouchpointType.ORDER))
 *         .endingAfterInactivity(Duration.ofHours(1))
 *         .assemble(Stream.of("ann visit 0", "ann order 5", "ann visit 90", "bob visit 1")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * for (Journey journey : journeys) {
 *     System.out.println(journey.id() + " " + journey.activities() + " " + journey.status());
 * }
 * // -> ann [visit, order] GOAL_REACHED
 * // -> ann#2 [visit] OPEN
 * // -> bob [visit] INACTIVE
 * }</pre>
 */
public final class JourneyAssembler {

    /** By customer; compared by identity, so that no touchpoint need be made of a row. */
    @SuppressWarnings("UnnecessaryLambda")
    private static final Fn<Touchpoint, String> CUSTOMER =
            touchpoint -> touchpoint.customer().value();

    @SuppressWarnings("UnnecessaryLambda")
    private static final Fn<Touchpoint, String> TYPE =
            touchpoint -> touchpoint.type().name();

    private final Fn<? super Touchpoint, String> key;
    private final Fn<? super Touchpoint, String> activity;
    final TouchpointOrder order;
    final JourneyEnds ends;

    private JourneyAssembler(
            Fn<? super Touchpoint, String> key,
            Fn<? super Touchpoint, String> activity,
            TouchpointOrder order,
            JourneyEnds ends) {
        this.key = requireNonNull(key, "key");
        this.activity = requireNonNull(activity, "activity");
        this.order = order;
        this.ends = ends;
    }

    /** Returns an assembler of one journey per customer. */
    public static JourneyAssembler byCustomer() {
        return by(CUSTOMER);
    }

    /**
     * Returns an assembler of one journey per key, such as the account of the customer or the case that the touchpoint is about.
     *
     * @param key by what touchpoints belong together, not blank
     */
    public static JourneyAssembler by(Fn<? super Touchpoint, String> key) {
        return new JourneyAssembler(key, TYPE, TouchpointOrder.STANDARD, JourneyEnds.NONE);
    }

    /**
     * Returns one whose activities are not the names of the types.
     *
     * @param activity the activity of a touchpoint, not blank
     */
    public JourneyAssembler withActivity(Fn<? super Touchpoint, String> activity) {
        return new JourneyAssembler(key, activity, order, ends);
    }

    /**
     * Returns one that knows the sources of touchpoints, of which each gives ids without regard to the others: two touchpoints of one key are the
     * same if they have the same source and id, whatever else differs.
     *
     * @param source the source that gave the id, such as the name of a system; a constant where there is one. Null where none is named: such
     *     a touchpoint is known by id, type and time
     */
    public JourneyAssembler fromSource(Fn<? super Touchpoint, ? extends @Nullable String> source) {
        return new JourneyAssembler(
                key, activity, new TouchpointOrder(requireNonNull(source, "source"), order.sequence()), ends);
    }

    /**
     * Returns one that puts touchpoints of one instant in order by a sequence, such as the number of the row or the offset in the stream; those
     * of the same number by end, type, source and id.
     *
     * @param sequence a number that rises in the order in which touchpoints happened
     */
    public JourneyAssembler inSequence(Fn<? super Touchpoint, Long> sequence) {
        return new JourneyAssembler(
                key, activity, new TouchpointOrder(order.source(), requireNonNull(sequence, "sequence")), ends);
    }

    /** Returns one whose journeys end with a touchpoint that reaches the goal; what follows is the next journey. */
    public JourneyAssembler endingAtGoal(Condition<? super Touchpoint> goal) {
        requireNonNull(goal, "goal");
        return ending(
                new JourneyEnds(goal, ends.closing(), ends.lastStage(), ends.nextRound(), ends.inactivityNanos()));
    }

    /** Returns one whose journeys end with a touchpoint that closes them, such as a cancellation; what follows is the next journey. */
    public JourneyAssembler closedBy(Condition<? super Touchpoint> closing) {
        requireNonNull(closing, "closing");
        return ending(
                new JourneyEnds(ends.goal(), closing, ends.lastStage(), ends.nextRound(), ends.inactivityNanos()));
    }

    /**
     * Returns one that starts a new journey with each round of the loop: once a touchpoint of the last stage was reached, the first touchpoint of
     * the stage to which the loop leads back begins the next round.
     *
     * @param lastStage whether a touchpoint is of the last stage
     * @param nextRound whether a touchpoint is of the stage where a round begins
     */
    public JourneyAssembler endingWithRound(
            Condition<? super Touchpoint> lastStage, Condition<? super Touchpoint> nextRound) {
        requireNonNull(lastStage, "lastStage");
        requireNonNull(nextRound, "nextRound");
        return ending(new JourneyEnds(ends.goal(), ends.closing(), lastStage, nextRound, ends.inactivityNanos()));
    }

    /**
     * Returns one whose journeys end when no touchpoint follows for longer than the limit; one exactly at the limit still belongs.
     *
     * <p>Here inactivity is measured from the start of a touchpoint to the start of the next; {@link Journey#sessions} measures from the end of all
     * before.
     *
     * @throws IllegalArgumentException if the limit is not above 0 or longer than 292 years
     */
    public JourneyAssembler endingAfterInactivity(Duration inactivity) {
        if (inactivity.isNegative()
                || inactivity.isZero()
                || inactivity.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("inactivity " + inactivity + " is outside PT0.000000001S..292 years");
        }
        return ending(
                new JourneyEnds(ends.goal(), ends.closing(), ends.lastStage(), ends.nextRound(), inactivity.toNanos()));
    }

    private JourneyAssembler ending(JourneyEnds other) {
        return new JourneyAssembler(key, activity, order, other);
    }

    /** Returns an empty assembly, to which touchpoints are added as they come. */
    public JourneyAssembly newAssembly() {
        return new JourneyAssembly(this, RowReader.TOUCHPOINTS);
    }

    /**
     * Returns the journeys of these touchpoints, with how many of these were sent twice.
     *
     * @throws IllegalArgumentException if a touchpoint has a blank key or activity or occurred outside 1677..2262
     */
    public Journeys assemble(Iterable<? extends Touchpoint> touchpoints) {
        JourneyAssembly assembly = newAssembly();
        assembly.addAll(touchpoints);
        return assembly.close();
    }

    /**
     * Returns the journeys of a host's own rows, with how many of these were sent twice; {@link Rows} says what of a row a touchpoint has.
     *
     * @throws NullPointerException if a row, or its customer, time or activity is null
     * @throws IllegalArgumentException if a row has a blank key or activity or occurred outside 1677..2262
     */
    public <T> Journeys assemble(Iterable<? extends T> rows, Rows<T> how) {
        JourneyAssembly assembly = new JourneyAssembly(this, requireNonNull(how, "how"));
        assembly.addRows(rows);
        return assembly.close();
    }

    /**
     * Returns the journeys of a host's own rows, one per customer; each touchpoint is of the type that is its activity, and of the unknown channel.
     * With options: {@code JourneyAssembler.byCustomer().endingAtGoal(..).assemble(rows, Rows.of(..))}.
     *
     * @param customer the customer: a {@link CustomerId}, a text, a number, or what else has the id as its text
     * @param occurredAt when it occurred
     * @param activity the activity: a text, a {@link TouchpointType}, a constant of an enum; the text counts
     * @throws NullPointerException if a row, or its customer, time or activity is null
     * @throws IllegalArgumentException if a row has a blank customer or activity or occurred outside 1677..2262
     */
    public static <T> Journeys of(
            Iterable<? extends T> rows,
            Fn<? super T, ?> customer,
            Fn<? super T, Instant> occurredAt,
            Fn<? super T, ?> activity) {
        return byCustomer().assemble(rows, Rows.of(customer, occurredAt, activity));
    }

    String key(Object row, RowReader reader) {
        return key == CUSTOMER ? reader.customer(row) : key.apply(reader.touchpoint(row));
    }

    String activity(Object row, RowReader reader) {
        if (activity == TYPE) {
            return reader.type(row);
        }
        Touchpoint touchpoint = reader.touchpoint(row);
        return JourneyAssembly.checkedActivity(touchpoint, activity.apply(touchpoint));
    }

    /**
     * How a host's own rows are read as touchpoints.
     *
     * <ul>
     *   <li>A touchpoint is made, as an {@link Interaction}, when it is asked for, by {@link Journey#touchpoint} or by a rule that looks at touchpoints,
     *       and each time anew; rows that are assembled by customer and counted by activity need none.
     *   <li>Without {@link #withId ids} rows of one customer, type and time are the same one, sent twice: one is kept and the others count as
     *       {@linkplain Journeys#duplicates duplicates} or, where their channel differs, as {@linkplain Journeys#revised revised}. Where two of a
     *       kind may happen at one instant, as in times to the day, give ids. The id of a touchpoint without one is a UUID of the three.
     *   <li>Rows must not change while their journeys are in use.
     * </ul>
     *
     * @param <T> the type of a row
     */
    public static final class Rows<T> extends RowReader {

        private final Fn<? super T, ?> customer;
        private final Fn<? super T, Instant> occurredAt;
        private final Fn<? super T, ?> activity;
        private final @Nullable Fn<? super T, ?> channel;
        private final @Nullable Fn<? super T, ?> id;

        private Rows(
                Fn<? super T, ?> customer,
                Fn<? super T, Instant> occurredAt,
                Fn<? super T, ?> activity,
                @Nullable Fn<? super T, ?> channel,
                @Nullable Fn<? super T, ?> id) {
            this.customer = requireNonNull(customer, "customer");
            this.occurredAt = requireNonNull(occurredAt, "occurredAt");
            this.activity = requireNonNull(activity, "activity");
            this.channel = channel;
            this.id = id;
        }

        /** Returns rows with a customer, a time and an activity, as {@link JourneyAssembler#of} takes them. */
        public static <T> Rows<T> of(
                Fn<? super T, ?> customer, Fn<? super T, Instant> occurredAt, Fn<? super T, ?> activity) {
            return new Rows<>(customer, occurredAt, activity, null, null);
        }

        /** Returns these with a channel, a {@link Channel} or a text; without one it is {@link Channel#UNKNOWN}. */
        public Rows<T> withChannel(Fn<? super T, ?> channel) {
            return new Rows<>(customer, occurredAt, activity, requireNonNull(channel, "channel"), id);
        }

        /** Returns these with ids, texts or numbers, by which a row that was sent twice is known. */
        public Rows<T> withId(Fn<? super T, ?> id) {
            return new Rows<>(customer, occurredAt, activity, channel, requireNonNull(id, "id"));
        }

        /** An assembly puts in what it is given, which is of this type. */
        @SuppressWarnings("unchecked")
        private static <T, R> R read(String name, Fn<? super T, ? extends R> getter, Object row) {
            R value = getter.apply((T) row);
            if (value == null) {
                throw new NullPointerException(name + " of row is missing");
            }
            return value;
        }

        private static <T> String text(String name, Fn<? super T, ?> getter, Object row) {
            String text = read(name, getter, row).toString();
            if (text.isBlank()) {
                throw new IllegalArgumentException(name + " of row is blank");
            }
            return text;
        }

        @Override
        String customer(Object row) {
            return text("customer", customer, row);
        }

        @Override
        String type(Object row) {
            return text("activity", activity, row);
        }

        @Override
        Instant occurredAt(Object row) {
            return read("occurredAt", occurredAt, row);
        }

        @Override
        Instant over(Object row, Instant at) {
            return at;
        }

        @Override
        int hash(Object row) {
            return id == null
                    ? 31 * (31 * customer(row).hashCode() + type(row).hashCode())
                            + occurredAt(row).hashCode()
                    : text("id", id, row).hashCode();
        }

        @Override
        TouchpointOrder.Identity identity(Object row, TouchpointOrder order) {
            return order.source() == null
                    ? new TouchpointOrder.Identity(
                            id == null ? customer(row) : text("id", id, row), type(row), occurredAt(row))
                    : order.identity(touchpoint(row));
        }

        @Override
        int compare(Object one, Object other, TouchpointOrder order) {
            int byType = order.sequence() == null ? type(one).compareTo(type(other)) : 0;
            return byType == 0 ? order.compare(touchpoint(one), touchpoint(other)) : byType;
        }

        @Override
        Touchpoint touchpoint(Object row) {
            CustomerId whose = CustomerId.of(customer(row));
            TouchpointType type = TouchpointType.of(type(row));
            Instant at = occurredAt(row);
            return Interaction.builder(id == null ? unique(whose + "\n" + type + "\n" + at) : text("id", id, row), type)
                    .customer(whose)
                    .channel(channel == null ? Channel.UNKNOWN : Channel.of(text("channel", channel, row)))
                    .occurredAt(at)
                    .build();
        }

        private static String unique(String text) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }
}
