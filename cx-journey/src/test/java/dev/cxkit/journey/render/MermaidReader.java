package dev.cxkit.journey.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads user journeys by the rules that Mermaid 11.17.2 shows in the 25 cases of {@code mermaid_journey_cases.json}. */
final class MermaidReader {

    record Task(String task, double score, List<String> people, String section) {}

    private static final Pattern ENTITY = Pattern.compile("#(\\w+);");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*%%(?!\\{)[^\\n]+\\n?");
    private static final Pattern KEYWORD = Pattern.compile(
            "(?iU)(title\\s(?<title>.+)|section\\s(?<section>.*)|journey\\b(?<journey>.*)|acc(Title|Descr)\\s*:.*)");
    private static final String NUMBER = "\uE000";
    private static final String END = "\uE001";

    String title = "";
    final List<String> sections = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();

    /** Reads the text; an {@link IllegalArgumentException} where Mermaid has a parse error. */
    MermaidReader(String text) {
        String[] lines = COMMENT.matcher(hidden(text.replaceAll("\\r\\n?", "\n")))
                .replaceAll("")
                .split("\n", -1);
        if (!lines[0].strip().equalsIgnoreCase("journey")) {
            throw new IllegalArgumentException("no journey: " + lines[0]);
        }
        for (int i = 1; i < lines.length; i++) {
            line(lines[i].replaceAll("(?U)^\\s+|\\s+$", ""), i + 1);
        }
    }

    private static String hidden(String text) {
        return ENTITY.matcher(text).replaceAll(NUMBER + "$1" + END);
    }

    private static String shown(String text) {
        return text.replace(NUMBER, "&#").replace(END, ";");
    }

    private void line(String whole, int number) {
        // From a # on the line is a comment, and a ; ends a statement, which must be whole by then.
        int hash = whole.indexOf('#');
        String line = hash < 0 ? whole : whole.substring(0, hash);
        if (line.isEmpty()) {
            return;
        }
        fail(line.indexOf(';') >= 0, number);
        Matcher keyword = KEYWORD.matcher(line);
        if (!keyword.matches()) {
            task(line, number);
        } else if (keyword.group("title") != null) {
            title = shown(keyword.group("title").strip());
        } else if (keyword.group("section") != null) {
            String name = keyword.group("section").strip();
            fail(name.isEmpty() || name.indexOf(':') >= 0, number);
            sections.add(shown(name));
        } else {
            fail(keyword.group("journey") != null, number);
        }
    }

    private void task(String line, int number) {
        fail(line.equalsIgnoreCase("section"), number);
        String[] parts = line.split(":", -1);
        fail(parts.length < 2 || parts[0].isEmpty(), number);
        String score = parts[1].strip();
        List<String> people = new ArrayList<>();
        if (parts.length > 2) {
            for (String person : parts[2].split(",", -1)) {
                people.add(shown(person.strip()));
            }
        }
        String section = sections.isEmpty() ? "" : sections.get(sections.size() - 1);
        tasks.add(new Task(
                shown(parts[0].strip()),
                score.isEmpty() ? 0 : Double.parseDouble(score),
                List.copyOf(people),
                section));
    }

    private static void fail(boolean bad, int line) {
        if (bad) {
            throw new IllegalArgumentException("Parse error on line " + line + ":");
        }
    }
}
