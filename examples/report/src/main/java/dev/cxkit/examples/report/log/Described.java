package dev.cxkit.examples.report.log;

import dev.cxkit.core.touchpoint.Channel;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of a touchpoint beside its activity and its times, under the names by which it is written. */
final class Described {

    private Described() {}

    /** Returns id, channel, agent and segments, as far as the file had them; a segment does not take the place of the others. */
    static Map<String, String> of(LoggedTouchpoint touch, LogFields names, String agent) {
        Map<String, String> known = new LinkedHashMap<>();
        if (names.id() != null) {
            known.put("identity:id", touch.id());
        }
        if (names.channel() != null && !touch.channel().equals(Channel.UNKNOWN)) {
            known.put("channel", touch.channel().name());
        }
        touch.agent().ifPresent(name -> known.put(agent, name));
        for (int i = 0; i < names.by().size(); i++) {
            known.putIfAbsent(names.by().get(i), touch.segments().get(i));
        }
        return known;
    }
}
