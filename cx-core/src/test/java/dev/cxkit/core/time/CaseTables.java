package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tables of cases with their answers, from the tests of other calendars; each file names its sources. */
final class CaseTables {

    private CaseTables() {}

    static JsonNode read(String name) {
        try (InputStream in = requireNonNull(CaseTables.class.getResourceAsStream("/case/" + name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asText()).toInstant();
    }

    static Schedule schedule(JsonNode calendar) {
        WeeklySchedule schedule =
                Schedule.weekly(ZoneId.of(calendar.path("zone").asText()));
        Schedule breaks = Schedule.never();
        Holidays holidays = Holidays.none();
        for (Map.Entry<String, JsonNode> property : calendar.properties()) {
            JsonNode value = property.getValue();
            switch (property.getKey()) {
                case "zone" -> {}
                case "hours" -> {
                    for (Map.Entry<String, JsonNode> day : value.properties()) {
                        schedule = schedule.with(day.getKey() + " " + String.join(" ", texts(day.getValue())));
                    }
                }
                case "overrides" -> {
                    for (Map.Entry<String, JsonNode> day : value.properties()) {
                        schedule = schedule.with(LocalDate.parse(day.getKey()), hours(day.getValue()));
                    }
                }
                case "breaks" -> {
                    WeeklySchedule pause = Schedule.weekly(schedule.zone());
                    for (Map.Entry<String, JsonNode> day : value.properties()) {
                        pause = pause.with(LocalDate.parse(day.getKey()), hours(day.getValue()));
                    }
                    breaks = pause;
                }
                case "holidays" ->
                    holidays = Holidays.of(items(value)
                            .map(date -> LocalDate.parse(date.asText()))
                            .toList());
                default -> throw new AssertionError("a calendar with " + property.getKey());
            }
        }
        schedule = schedule.withHolidays(holidays);
        return breaks.equals(Schedule.never()) ? schedule : schedule.except(breaks);
    }

    private static Hours[] hours(JsonNode pairs) {
        return texts(pairs).stream().map(Hours::parse).toArray(Hours[]::new);
    }

    private static List<String> texts(JsonNode pairs) {
        List<String> texts = new ArrayList<>();
        pairs.forEach(pair -> texts.add(pair.get(0).asText() + "-" + pair.get(1).asText()));
        return texts;
    }
}
