package dev.cxkit.examples.report.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one touchpoint of the start and the completion of an activity: of one journey, activity and instance the first completion belongs to the
 * first start, in whatever order the file has them.
 */
final class LifecyclePairs {

    private final Map<Key, Halves> byKey = new LinkedHashMap<>();
    private long unfinished;
    private long unbegun;

    /** The two transitions that are paired. */
    enum Kind {
        START,
        COMPLETE;

        static @Nullable Kind of(String transition) {
            return switch (transition.strip().toLowerCase(Locale.ROOT)) {
                case "start" -> START;
                case "complete" -> COMPLETE;
                default -> null;
            };
        }
    }

    private record Key(String journey, String activity, String instance) {}

    private record Halves(List<LoggedTouchpoint> starts, List<LoggedTouchpoint> completions) {}

    void add(Kind kind, LoggedTouchpoint touch, String instance) {
        Key key = new Key(touch.customer().value(), touch.type().name(), instance);
        Halves halves = byKey.computeIfAbsent(key, any -> new Halves(new ArrayList<>(), new ArrayList<>()));
        (kind == Kind.START ? halves.starts : halves.completions).add(touch);
    }

    /** Returns the pairs, what began and was not completed, without an end, and what was completed and never began, at its end. */
    List<LoggedTouchpoint> touches() {
        List<LoggedTouchpoint> touches = new ArrayList<>();
        for (Halves halves : byKey.values()) {
            halves.starts.sort(Comparator.comparing(LoggedTouchpoint::occurredAt));
            halves.completions.sort(Comparator.comparing(LoggedTouchpoint::occurredAt));
            Deque<LoggedTouchpoint> starts = new ArrayDeque<>(halves.starts);
            for (LoggedTouchpoint completion : halves.completions) {
                if (!starts.isEmpty() && !starts.element().occurredAt().isAfter(completion.occurredAt())) {
                    touches.add(starts.remove().endingAt(completion.occurredAt()));
                } else {
                    touches.add(completion);
                    unbegun++;
                }
            }
            touches.addAll(starts);
            unfinished += starts.size();
        }
        return touches;
    }

    /** Returns how many began and were not completed. */
    long unfinished() {
        return unfinished;
    }

    /** Returns how many were completed and never began. */
    long unbegun() {
        return unbegun;
    }
}
