package dev.cxkit.examples.report.log;

import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.TextFile;
import dev.cxkit.examples.report.rows.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads event logs in XES (IEEE 1849-2016): a trace is a journey, an event a touchpoint. Journeys go by the {@code concept:name} of the
 * trace, times by {@code time:timestamp}, and steps by {@code concept:name} or another attribute or classifier of the log; what an event
 * does not say, its trace may say. Document type declarations are passed over and no entity is ever opened.
 */
final class XesLog {

    private static final Set<String> ATTRIBUTES =
            Set.of("string", "date", "int", "float", "boolean", "id", "list", "container");

    /** The keys of a classifier; one with a space is in quotes. */
    private static final Pattern KEYS = Pattern.compile("'([^']*)'|(\\S+)");

    private final XMLStreamReader xml;
    private final LogFields names;
    private final TouchpointIntake intake;
    private final Map<String, List<String>> classifiers = new HashMap<>();
    private long events;

    private XesLog(XMLStreamReader xml, LogFields names, TouchpointIntake intake) {
        this.xml = xml;
        this.names = names;
        this.intake = intake;
    }

    /**
     * Returns what the log holds.
     *
     * @throws InputException if it cannot be read or is no XES
     */
    static TouchpointLog read(Path file, String name, LogFields given, Times times) {
        LogFields names = given.orElse("concept:name", "time:timestamp", "concept:name");
        TouchpointIntake intake = new TouchpointIntake(names, times);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream bytes = TextFile.bytes(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            XesLog log = new XesLog(xml, names, intake);
            if (!log.atElement() || !xml.getLocalName().equals("log")) {
                throw new InputException(name + " is not XES: it is a document of '" + xml.getLocalName() + "'");
            }
            log.log();
            xml.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw TextFile.unreadable(name, cause);
            }
            throw new InputException(name + " is not XES: " + e.getMessage(), e);
        } catch (IOException e) {
            throw TextFile.unreadable(name, e);
        }
        return intake.log(name, "number of the event");
    }

    private boolean atElement() throws XMLStreamException {
        while (xml.hasNext()) {
            int kind = xml.next();
            if (kind == XMLStreamConstants.START_ELEMENT) {
                return true;
            } else if (kind == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    private void skip() throws XMLStreamException {
        while (atElement()) {
            skip();
        }
    }

    private void log() throws XMLStreamException {
        while (atElement()) {
            switch (xml.getLocalName()) {
                case "trace" -> trace();
                case "classifier" -> classifier();
                case "event" -> {
                    events++;
                    intake.row();
                    intake.reject(events, "event is in no trace");
                    skip();
                }
                default -> skip();
            }
        }
    }

    private void classifier() throws XMLStreamException {
        String name = xml.getAttributeValue(null, "name");
        String keys = xml.getAttributeValue(null, "keys");
        if (name != null && keys != null) {
            List<String> parts = new ArrayList<>();
            Matcher matcher = KEYS.matcher(keys);
            while (matcher.find()) {
                parts.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            classifiers.put(name, List.copyOf(parts));
        }
        skip();
    }

    private void trace() throws XMLStreamException {
        Map<String, String> attributes = new HashMap<>();
        List<Map<String, String>> found = new ArrayList<>();
        while (atElement()) {
            if (xml.getLocalName().equals("event")) {
                Map<String, String> event = new HashMap<>();
                while (atElement()) {
                    attribute(event);
                }
                found.add(event);
            } else {
                attribute(attributes);
            }
        }
        String journey = attributes.getOrDefault(String.valueOf(names.journey()), "");
        for (Map<String, String> event : found) {
            events++;
            intake.row();
            intake.take(events, journey, name -> text(name, event, attributes));
        }
    }

    /** What is inside an attribute tells of the attribute and not of the event. */
    private void attribute(Map<String, String> to) throws XMLStreamException {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        if (key != null && value != null && ATTRIBUTES.contains(xml.getLocalName())) {
            to.put(key, value);
        }
        skip();
    }

    private String text(String name, Map<String, String> event, Map<String, String> trace) {
        String own = event.get(name);
        List<String> keys = classifiers.get(name);
        if (own != null) {
            return own;
        } else if (keys != null && event.keySet().containsAll(keys)) {
            return keys.stream().map(event::get).collect(Collectors.joining("+"));
        }
        // The name of a trace is not that of an event which has none.
        return name.equals("concept:name") ? "" : trace.getOrDefault(name, "");
    }
}
