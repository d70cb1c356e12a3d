package dev.cxkit.examples.report.journeys;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.funnel.Funnel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A funnel that is asked for.
 *
 * @param steps its steps
 * @param window how long it may take, as it was written; null for any time
 * @param ties how equal instants are read
 * @param entry which attempts count
 * @param mode in which order the steps must come
 * @param builder makes it, once it is known until when the journeys were observed
 */
record FunnelRequest(
        List<String> steps, @Nullable String window, String ties, String entry, String mode, Funnel.Builder builder)
        implements Result {

    /** Copies the list. */
    FunnelRequest {
        steps = List.copyOf(steps);
    }

    /** Returns the steps and the rules. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("steps", steps)
                .with("mode", mode)
                .with("entry", entry)
                .with("ties", ties)
                .with("window", window)
                .map();
    }

    /** Returns the funnel of journeys that were observed until then. */
    Funnel asOf(Instant end) {
        return builder.asOf(end).build();
    }

    /** Returns the steps as they were written. */
    String name() {
        return String.join(" > ", steps);
    }

    /** Returns the rules in words. */
    String rules() {
        return mode + ", " + (window == null ? "no window" : "within " + window) + ", entry " + entry + ", ties "
                + ties;
    }
}
