package dev.cxkit.examples.report.log;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.examples.report.rows.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes touchpoints of what a reader finds, whatever the format, and counts what is none. */
final class TouchpointIntake {

    private static final String BLANK = "(blank)";

    private final LogFields names;
    private final Times times;
    private final List<LoggedTouchpoint> touches = new ArrayList<>();
    private final Intake<LoggedTouchpoint> intake;
    private final @Nullable LifecyclePairs pairs;
    private final Map<String, Long> counted = new LinkedHashMap<>();
    private long rows;

    /** What a row or an event says under a name; empty if nothing. */
    @FunctionalInterface
    interface Fields {
        String text(String name);
    }

    TouchpointIntake(LogFields names, Times times) {
        this.names = names;
        this.times = times;
        this.pairs = names.lifecycle() == null ? null : new LifecyclePairs();
        this.intake = Intake.into(touches::add);
    }

    /** Counts a row or an event, of which then touchpoints are taken. */
    void row() {
        rows++;
    }

    /** Counts something else, such as the events that belong to no journey. */
    void count(String what, long number) {
        counted.merge(what, number, Long::sum);
    }

    /** Rejects a row. */
    void reject(long row, String reason) {
        intake.offer(row, () -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** Takes a touchpoint, or rejects the row with the reason. */
    void take(long row, String journey, Fields fields) {
        String lifecycle = names.lifecycle();
        if (pairs == null || lifecycle == null) {
            intake.offer(row, () -> touchpoint(row, journey, fields));
            return;
        }
        String transition = fields.text(lifecycle);
        LifecyclePairs.Kind kind = LifecyclePairs.Kind.of(transition);
        if (kind == null && !transition.isBlank()) {
            count("otherTransitions", 1);
            return;
        }
        Intake<LoggedTouchpoint> half = Intake.listing(
                0,
                touch -> pairs.add(
                        kind == null ? LifecyclePairs.Kind.COMPLETE : kind,
                        touch,
                        names.instance() == null ? "" : fields.text(names.instance())));
        if (!half.offer(row, () -> touchpoint(row, journey, fields))) {
            intake.offer(row, () -> touchpoint(row, journey, fields));
        }
    }

    private LoggedTouchpoint touchpoint(long row, String journey, Fields fields) {
        if (journey.isBlank()) {
            throw new IllegalArgumentException("journey is missing");
        }
        String step = field(fields, names.activity());
        if (step.isBlank()) {
            throw new IllegalArgumentException("activity is missing");
        }
        String end = field(fields, names.end());
        String channel = field(fields, names.channel());
        String agent = field(fields, names.agent());
        String id = field(fields, names.id());
        if (names.id() != null && id.isBlank()) {
            throw new IllegalArgumentException("id is missing");
        }
        List<String> segments = new ArrayList<>();
        for (String name : names.by()) {
            String value = fields.text(name);
            segments.add(value.isBlank() ? BLANK : value);
        }
        return new LoggedTouchpoint(
                row,
                names.id() == null ? Long.toString(row) : id,
                TouchpointType.of(step),
                CustomerId.of(journey),
                channel.isBlank() ? Channel.UNKNOWN : Channel.of(channel),
                times.read(field(fields, names.at())),
                end.isBlank() ? null : times.read(end),
                agent.isBlank() ? null : agent,
                segments);
    }

    private static String field(Fields fields, @Nullable String name) {
        return name == null ? "" : fields.text(name);
    }

    /** Whether no row of a journey is later than the one before it, and one is earlier: then the last row comes first. */
    private boolean isBackwards() {
        Map<CustomerId, Instant> last = new HashMap<>();
        boolean falls = false;
        for (LoggedTouchpoint touch : touches) {
            Instant before = last.put(touch.customer(), touch.occurredAt());
            if (before != null && touch.occurredAt().isAfter(before)) {
                return false;
            }
            falls |= before != null && touch.occurredAt().isBefore(before);
        }
        return falls;
    }

    /** Returns all that was taken. */
    TouchpointLog log(String name, String place) {
        if (pairs != null) {
            pairs.touches().forEach(touches::add);
            count("unfinished", pairs.unfinished());
            count("unbegun", pairs.unbegun());
            touches.sort(Comparator.comparingLong(LoggedTouchpoint::place));
        }
        if (isBackwards()) {
            Collections.reverse(touches);
        }
        if (names.hasEnds()) {
            // Of those that begin at one instant, the one that is over first comes first.
            touches.sort(Comparator.comparing(LoggedTouchpoint::over));
        }
        for (int i = 0; i < touches.size(); i++) {
            touches.set(i, touches.get(i).inPlace(i));
        }
        return new TouchpointLog(name, place, rows, touches, intake.rejected(), intake.rejectedRows(), counted);
    }
}
