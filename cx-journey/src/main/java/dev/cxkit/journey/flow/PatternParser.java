package dev.cxkit.journey.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the text of a {@link PathPattern}. */
final class PatternParser {

    /**
     * One part of a {@link PathPattern}.
     *
     * @param activities the activities that it names
     * @param isNegated whether it stands for all others
     * @param isGap whether it stands for any number of activities and not for one
     */
    record Token(TreeSet<String> activities, boolean isNegated, boolean isGap) implements Serializable {

        static Token of(Set<String> activities, boolean isNegated, boolean isGap) {
            return new Token(new TreeSet<>(activities), isNegated, isGap);
        }

        boolean accepts(String activity) {
            return activities.contains(activity) != isNegated;
        }
    }

    private static final String ARROW = "->";

    /** How many known activities an error lists. */
    private static final int LISTED = 20;

    private final String text;
    private final Set<String> known;
    private final List<Token> tokens = new ArrayList<>();
    private boolean isFromStart;
    private boolean isToEnd;
    private int at;

    PatternParser(String text, Collection<String> known) {
        this.text = text;
        this.known = new TreeSet<>(known);
        boolean more = true;
        while (more) {
            skipSpaces();
            token();
            skipSpaces();
            more = at < text.length();
            if (more) {
                if (!text.startsWith(ARROW, at)) {
                    throw wrong("'->' is missing");
                }
                if (isToEnd) {
                    throw wrong("END can only be the last token");
                }
                at += ARROW.length();
            }
        }
        if (tokens.isEmpty()) {
            throw wrong("there is no activity");
        }
        if (tokens.size() > PathPattern.MOST_TOKENS) {
            throw wrong(tokens.size() + " tokens are more than " + PathPattern.MOST_TOKENS);
        }
    }

    List<Token> tokens() {
        return List.copyOf(tokens);
    }

    boolean isFromStart() {
        return isFromStart;
    }

    boolean isToEnd() {
        return isToEnd;
    }

    private void token() {
        if (at < text.length() && text.charAt(at) == '[') {
            oneOf();
        } else if (at < text.length() && text.charAt(at) == '"') {
            tokens.add(Token.of(Set.of(quoted()), false, false));
        } else {
            bare(until(ARROW));
        }
    }

    private void bare(String word) {
        switch (word) {
            case "." -> tokens.add(Token.of(Set.of(), true, false));
            case ".*" -> tokens.add(Token.of(Set.of(), true, true));
            case "START" -> {
                if (isFromStart || !tokens.isEmpty()) {
                    throw wrong("START can only be the first token");
                }
                isFromStart = true;
            }
            case "END" -> isToEnd = true;
            default -> tokens.add(Token.of(Set.of(known(word)), false, false));
        }
    }

    private void oneOf() {
        at++;
        boolean negated = at < text.length() && text.charAt(at) == '^';
        at += negated ? 1 : 0;
        Set<String> activities = new TreeSet<>();
        boolean more = true;
        while (more) {
            skipSpaces();
            boolean isQuoted = at < text.length() && text.charAt(at) == '"';
            activities.add(isQuoted ? quoted() : known(until("|", "]")));
            skipSpaces();
            if (at == text.length() || (text.charAt(at) != '|' && text.charAt(at) != ']')) {
                throw wrong("']' is missing");
            }
            more = text.charAt(at++) == '|';
        }
        boolean gap = at < text.length() && text.charAt(at) == '*';
        if (gap && !negated) {
            throw wrong("a gap is written .* or [^a]*");
        }
        at += gap ? 1 : 0;
        tokens.add(Token.of(activities, negated, gap));
    }

    /** The activity in quotes, in which two stand for one. */
    private String quoted() {
        StringBuilder name = new StringBuilder();
        at++;
        while (true) {
            int end = text.indexOf('"', at);
            if (end < 0) {
                throw wrong("a quote is not closed");
            }
            name.append(text, at, end);
            at = end + 1;
            if (at == text.length() || text.charAt(at) != '"') {
                return known(name.toString());
            }
            name.append(text.charAt(at++));
        }
    }

    /** The text up to the first of the ends, or all that is left. */
    private String until(String... ends) {
        int end = text.length();
        for (String stop : ends) {
            int place = text.indexOf(stop, at);
            end = place < 0 ? end : Math.min(end, place);
        }
        String word = text.substring(at, end).strip();
        if (word.isEmpty()) {
            throw wrong("a token is missing");
        }
        at = end;
        return word;
    }

    private String known(String activity) {
        if (!known.contains(activity)) {
            String others = known.stream().limit(LISTED).collect(Collectors.joining("', '", "'", "'"));
            throw new IllegalArgumentException("activity '" + activity + "' of pattern '" + text + "' is none of the "
                    + known.size() + " known, such as " + others);
        }
        return activity;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("pattern '" + text + "': " + what + " at place " + at);
    }
}
