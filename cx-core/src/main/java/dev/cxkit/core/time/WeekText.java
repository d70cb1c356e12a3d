package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Weekly hours as a line of text: days, then their hours, as often as needed. */
final class WeekText {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private WeekText() {}

    static Map<DayOfWeek, List<Hours>> read(String text) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean complete = false;
        for (String word :
                requireNonNull(text, "hours").strip().toLowerCase(Locale.ROOT).split("[\\s,]+", 0)) {
            Set<DayOfWeek> named = days(word);
            if (named != null) {
                if (complete) {
                    days.clear();
                }
                days.addAll(named);
                complete = false;
            } else if (days.isEmpty()) {
                throw refused(text, "\"" + word + "\" does not follow a day, such as mon or mon-fri");
            } else {
                Hours hours = hours(text, word);
                days.forEach(day ->
                        week.computeIfAbsent(day, any -> new ArrayList<>()).add(hours));
                complete = true;
            }
        }
        if (!complete) {
            throw refused(text, "no times such as 09:00-17:00 follow the last day");
        }
        return week;
    }

    private static Hours hours(String text, String word) {
        try {
            return Hours.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(refused(text, e.getMessage()).getMessage(), e);
        }
    }

    private static IllegalArgumentException refused(String text, @Nullable String why) {
        return new IllegalArgumentException("hours \"" + text + "\": " + why);
    }

    /** The days of {@code mon} or of {@code fri-mon}; null if the word is neither. */
    private static @Nullable Set<DayOfWeek> days(String word) {
        String[] ends = word.split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (first < 0 || last < 0 || ends.length > 2) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(last + 1));
        for (int day = first; day != last; day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
        }
        return days;
    }

    static String write(List<List<Hours>> week) {
        StringJoiner text = new StringJoiner(", ");
        text.setEmptyValue("closed");
        for (int day = 0; day < 7; day++) {
            int last = day;
            while (last < 6 && week.get(last + 1).equals(week.get(day))) {
                last++;
            }
            if (!week.get(day).isEmpty()) {
                StringJoiner line = new StringJoiner(" ");
                line.add(day == last ? DAYS.get(day) : DAYS.get(day) + "-" + DAYS.get(last));
                week.get(day).forEach(hours -> line.add(hours.toString()));
                text.add(line.toString());
            }
            day = last;
        }
        return text.toString();
    }
}
