package dev.cxkit.examples.report.cases;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.cxkit.core.time.Holidays;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The public holidays of a country or of a part of it, as Jollyday knows them. All that a host does to bring its own calendar is
 * {@link #contains}.
 *
 * @param country its code (ISO 3166-1), in small letters
 * @param part the codes of the part (ISO 3166-2 and below), from the largest on; empty for what holds in the whole country
 */
record PublicHolidays(String country, List<String> part) implements Holidays {

    private static final Pattern PLACE = Pattern.compile("[a-z]{2}(-[a-z0-9]+)*");

    /** Copies the list. */
    PublicHolidays {
        part = List.copyOf(part);
    }

    /** Returns whether the text has the form of a place, such as {@code de} or {@code de-by}. */
    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /**
     * Returns the holidays of a place.
     *
     * @throws IllegalArgumentException if nothing is known of it
     */
    static PublicHolidays of(String place) {
        List<String> codes = List.of(place.split("-", -1));
        if (!HolidayManager.getSupportedCalendarCodes().contains(codes.get(0).toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("nothing is known of country '" + codes.get(0)
                    + "'; give a code such as de, or a file (./" + place + ")");
        }
        PublicHolidays found = new PublicHolidays(codes.get(0), codes.subList(1, codes.size()));
        CalendarHierarchy at = found.manager().getCalendarHierarchy();
        for (String code : found.part) {
            CalendarHierarchy below = at.getChildren().get(code);
            if (below == null) {
                throw new IllegalArgumentException("nothing is known of '" + code + "' in " + place + "; there are "
                        + new TreeSet<>(at.getChildren().keySet()));
            }
            at = below;
        }
        return found;
    }

    /** Jollyday keeps its managers, and they their years; a record that holds none can be sent to another machine. */
    private HolidayManager manager() {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    @Override
    public boolean contains(LocalDate date) {
        return manager().isHoliday(date, HolidayType.PUBLIC_HOLIDAY, part.toArray(String[]::new));
    }
}
