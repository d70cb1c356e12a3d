package dev.cxkit.examples.report.log;

import dev.cxkit.examples.report.text.TextOutput;
import dev.cxkit.journey.Journey;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Writes journeys as an event log in XES (IEEE 1849-2016). A touchpoint with an end is two events, a start and a completion of one
 * instance; one without is a completion. Characters that XML cannot hold become U+FFFD.
 */
public final class XesOutput {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
            <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
            <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
            <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
            <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
            <global scope="trace"><string key="concept:name" value=""/></global>
            <global scope="event"><string key="concept:name" value=""/><date key="time:timestamp" value="1970-01-01T00:00:00Z"/>\
            <string key="lifecycle:transition" value="complete"/></global>
            <classifier name="Step" keys="concept:name"/>
            """;

    private final Writer out;
    private final LogFields names;
    private long instance;

    private XesOutput(Writer out, LogFields names) {
        this.out = out;
        this.names = names;
    }

    /**
     * Writes the file, packed by gzip if its name ends with {@code .gz}.
     *
     * @throws dev.cxkit.examples.report.rows.InputException if it cannot be written
     */
    public static void write(Path file, List<Journey> journeys, LogFields names) {
        TextOutput.write(file, out -> new XesOutput(out, names).log(journeys));
    }

    private void log(List<Journey> journeys) throws IOException {
        out.write(HEAD);
        for (Journey journey : journeys) {
            out.write("<trace>\n");
            attribute("string", "concept:name", journey.key());
            for (int i = 0; i < journey.size(); i++) {
                LoggedTouchpoint touch = (LoggedTouchpoint) journey.touchpoint(i);
                instance++;
                if (touch.end().isPresent()) {
                    event(touch, journey.activity(i), "start", touch.occurredAt());
                }
                event(touch, journey.activity(i), "complete", touch.over());
            }
            out.write("</trace>\n");
        }
        out.write("</log>\n");
    }

    private void event(LoggedTouchpoint touch, String step, String transition, Instant at) throws IOException {
        out.write("<event>\n");
        attribute("string", "concept:name", step);
        attribute("date", "time:timestamp", at.toString());
        attribute("string", "lifecycle:transition", transition);
        attribute("string", "concept:instance", Long.toString(instance));
        for (var other : Described.of(touch, names, "org:resource").entrySet()) {
            attribute("string", other.getKey(), other.getValue());
        }
        out.write("</event>\n");
    }

    private void attribute(String type, String key, String value) throws IOException {
        out.write("<" + type + " key=\"");
        escape(key);
        out.write("\" value=\"");
        escape(value);
        out.write("\"/>\n");
    }

    /** A reader of XML makes a space of a line break or tab in an attribute that is not written as a number. */
    private void escape(String text) throws IOException {
        int[] codePoints = text.codePoints().toArray();
        for (int c : codePoints) {
            if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\n' || c == '\r' || c == '\t') {
                out.write("&#" + c + ";");
            } else {
                out.write(Character.toString(isAllowed(c) ? c : 0xfffd));
            }
        }
    }

    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe) || c > 0xffff;
    }
}
