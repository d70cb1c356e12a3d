package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Fn;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure reads off one case, or off any record of the host, as it stood at an instant: a name and a function.
 *
 * <p>A reading is asked by the {@code metric} of its answer: {@link ElapsedTime#metric(Reading, Instant)} for times,
 * {@link Share#metric(Reading, Instant)} for outcomes, {@link CaseCounts#metric} for counts, {@link Coverage#metric} for any other. The
 * library's own are in {@link ResponseTimes}, {@link CaseTimes}, {@link Resolutions}, {@link Transfers}, {@link Continuity},
 * {@link Escalations}, {@link Promises} and {@link ProgressUpdates}.
 *
 * <ul>
 *   <li>Asked are things that were there by the instant: cases opened by then, records with a start by then. Others are not counted at all.
 *   <li>A case that was merged into another by then is not asked either, and counted apart.
 *   <li>A reading gives several values where several things are in one case, and none where the question makes no sense for it.
 *   <li>The name tells two readings apart when parts are merged, so it holds the configuration. That of the library's readings of times has
 *       the text of their hours; where your own {@link Schedule} has no text that is the same on every machine, give the reading a name
 *       that you vouch for, by {@link #named}.
 * </ul>
 *
 * @param <T> what is read
 * @param <V> what it gives
 */
public final class Reading<T, V> implements Serializable {

    /** How a thing stands at an instant. */
    enum Presence {
        NOT_YET,
        ASKED,
        MERGED
    }

    private final String name;
    private final BiFn<? super T, Instant, Presence> presence;
    private final BiFn<? super T, Instant, List<V>> values;

    private Reading(
            String name, BiFn<? super T, Instant, Presence> presence, BiFn<? super T, Instant, List<V>> values) {
        this.name = requireNonNull(name, "name");
        this.presence = presence;
        this.values = requireNonNull(values, "values");
    }

    /**
     * Returns a reading of cases.
     *
     * @param name the name with its configuration, the same on every machine
     * @param values what a case gives as of the instant; later events must not be looked at
     */
    public static <V> Reading<Case, V> ofCases(String name, BiFn<? super Case, Instant, List<V>> values) {
        return new Reading<>(name, Reading::presence, values);
    }

    private static Presence presence(Case supportCase, Instant asOf) {
        if (supportCase.openedAt().isAfter(asOf)) {
            return Presence.NOT_YET;
        }
        return supportCase.isMerged(asOf) ? Presence.MERGED : Presence.ASKED;
    }

    /**
     * Returns a reading of records of the host.
     *
     * @param name the name with its configuration, the same on every machine
     * @param from from when on a record is there to be asked
     * @param values what a record gives as of the instant; what happened later must not be looked at
     */
    public static <T, V> Reading<T, V> of(
            String name, Fn<? super T, Instant> from, BiFn<? super T, Instant, List<V>> values) {
        requireNonNull(from, "from");
        return new Reading<>(
                name, (thing, asOf) -> from.apply(thing).isAfter(asOf) ? Presence.NOT_YET : Presence.ASKED, values);
    }

    /**
     * Returns the time from a start to an end of records of the host, such as from when a ticket was opened to when it was solved.
     *
     * @param end the end, or null while there is none; one after the instant of the question is none yet, and the time is right-censored
     * @param hours the business hours that count; {@link Schedule#always()} for calendar time. A record that ends before its start is refused
     *     with an {@link IllegalArgumentException} when it is read
     */
    public static <T> Reading<T, CensoredTime> elapsed(
            Fn<? super T, Instant> start, Fn<? super T, ? extends @Nullable Instant> end, Schedule hours) {
        requireNonNull(end, "end");
        return of("elapsed time, " + text(hours), start, (thing, asOf) -> {
            Instant from = start.apply(thing);
            Instant ended = end.apply(thing);
            if (ended != null && ended.isBefore(from)) {
                throw new IllegalArgumentException("end " + ended + " is before start " + from);
            }
            boolean event = ended != null && !ended.isAfter(asOf);
            return List.of(CensoredTime.between(hours, from, event ? ended : asOf, event));
        });
    }

    static Reading<Case, CensoredTime> ofTimes(
            String name, Schedule hours, BiFn<Case, Instant, List<CensoredTime>> values) {
        return ofCases(name + ", " + text(hours), values);
    }

    /** Returns the text by which hours are told apart in the names of readings. */
    public static String text(Schedule hours) {
        requireNonNull(hours, "hours");
        return hours.equals(Schedule.always()) ? "calendar time" : "business hours of " + hours;
    }

    /** Returns the name with the configuration. */
    public String name() {
        return name;
    }

    /** Returns this reading under another name, which must be the same on every machine. */
    public Reading<T, V> named(String other) {
        return new Reading<>(other, presence, values);
    }

    /** Returns what a thing that was there by then gives as of the instant, in order; empty if the question makes no sense for it. */
    public List<V> values(T thing, Instant asOf) {
        return values.apply(thing, asOf);
    }

    /** Returns the reading of what is made of each value. */
    <W> Reading<T, W> then(String addition, Fn<? super V, ? extends W> finish) {
        return new Reading<>(
                name + addition,
                presence,
                (thing, asOf) -> values(thing, asOf).stream().<W>map(finish).toList());
    }

    Presence presence(T thing, Instant asOf) {
        return presence.apply(thing, asOf);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
