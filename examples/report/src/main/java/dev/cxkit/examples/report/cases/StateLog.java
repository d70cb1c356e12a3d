package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.StatusLog;
import dev.cxkit.core.support.WaitingOn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows that say which state a case came into.
 *
 * @param waitingOn whom a case waits on in each state
 */
record StateLog(Map<String, WaitingOn> waitingOn) implements CaseLog {

    /**
     * Reads texts such as {@code New=US,On hold=CUSTOMER}.
     *
     * @throws IllegalArgumentException if one is not like that, or a state waits on two
     */
    static StateLog of(List<String> texts) {
        Map<String, WaitingOn> states = new LinkedHashMap<>();
        for (String text : texts) {
            for (String part : text.split(",", -1)) {
                int equals = part.lastIndexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("'" + part + "' is not like STATE=WAITING-ON");
                }
                String state = part.substring(0, equals).strip();
                WaitingOn waitsOn = waitingOn(part.substring(equals + 1).strip());
                WaitingOn before = states.put(state, waitsOn);
                if (before != null && before != waitsOn) {
                    throw new IllegalArgumentException(
                            "state '" + state + "' waits on both " + before + " and " + waitsOn);
                }
            }
        }
        return new StateLog(states);
    }

    private static WaitingOn waitingOn(String text) {
        return Arrays.stream(WaitingOn.values())
                .filter(waitsOn -> waitsOn.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "waiting on '" + text + "' is none of " + Arrays.toString(WaitingOn.values())));
    }

    @Override
    public Case read(CaseId id, List<Entry> rows) {
        List<StatusLog.Row> log = rows.stream()
                .map(row -> new StatusLog.Row(
                        row.at(), row.what(), row.owner().isEmpty() ? null : Assignee.team(row.owner()), null))
                .toList();
        return StatusLog.read(id, log, waitingOn::get);
    }
}
