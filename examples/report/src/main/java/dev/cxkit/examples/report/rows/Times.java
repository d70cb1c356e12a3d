package dev.cxkit.examples.report.rows;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads times: a date ({@code 2026-03-01}, its first moment in the zone), a date and time with {@code T} or a space between them, and
 * the same with an offset or {@code Z}. Without an offset the zone says which moment is meant.
 *
 * @param zone the zone of times without an offset
 */
public record Times(ZoneId zone) implements Serializable {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST = 40;

    /** Returns a reader of times without an offset in this zone. */
    public static Times in(ZoneId zone) {
        return new Times(zone);
    }

    /**
     * Returns the moment that a text names.
     *
     * @throws IllegalArgumentException if it names none, quoting it
     */
    public Instant read(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("time is missing");
        }
        try {
            TemporalAccessor read = FORMAT.parse(text);
            LocalDate date = LocalDate.from(read);
            if (!read.isSupported(ChronoField.NANO_OF_DAY)) {
                return date.atStartOfDay(zone).toInstant();
            }
            LocalDateTime time = date.atTime(LocalTime.from(read));
            return read.isSupported(ChronoField.OFFSET_SECONDS)
                    ? time.toInstant(ZoneOffset.from(read))
                    : time.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time '" + Quote.of(text, LONGEST) + "' is not like 2026-03-31, 2026-03-31 14:05:00 or"
                            + " 2026-03-31T14:05:00+02:00",
                    e);
        }
    }
}
