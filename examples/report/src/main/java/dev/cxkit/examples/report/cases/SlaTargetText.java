package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.CaseInterval;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/** Reads SLA targets such as {@code resolution=8h}. */
final class SlaTargetText {

    private SlaTargetText() {}

    /**
     * Returns the SLA target.
     *
     * @param messages whether the log has messages, which SLA targets of responses need
     * @throws IllegalArgumentException if the text is none, or it cannot be told whether it is met
     */
    static SlaTarget read(String text, boolean messages) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + text + "' is not like resolution=8h");
        }
        String name = text.substring(0, equals).strip();
        Duration duration = duration(text.substring(equals + 1).strip());
        SlaTarget target = switch (name) {
            case "first-response" -> SlaTarget.firstResponse(duration);
            case "next-response" -> SlaTarget.nextResponse(duration);
            case "resolution" -> SlaTarget.resolution(duration);
            default ->
                throw new IllegalArgumentException(
                        "SLA target '" + name + "' is none of first-response, next-response, resolution");
        };
        if (!messages && target.measure() != CaseInterval.Kind.RESOLUTION) {
            throw new IllegalArgumentException(name + " needs messages, which states and dates do not have");
        }
        return target;
    }

    /** How long a day of business hours is differs, so there are none here. */
    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("SLA target '" + text + "' is not like 8h, 90m, 1h30m or 45s", e);
        }
    }
}
