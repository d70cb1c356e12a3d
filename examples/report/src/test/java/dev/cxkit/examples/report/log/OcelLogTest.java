package dev.cxkit.examples.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Object-centric event logs in the JSON of OCEL 2.0 (Berti and others, 2024). */
class OcelLogTest {

    /** Two orders; the second item of the first is packed apart, and one delivery is of both. */
    private static final String LOG = """
            {"objectTypes": [{"name": "order", "attributes": []}, {"name": "item", "attributes": []}],
             "eventTypes": [{"name": "place", "attributes": [{"name": "channel", "type": "string"}]}],
             "events": [
              {"id": "e1", "type": "place", "time": "2026-03-02T09:00:00Z", "attributes": [{"name": "channel", "value": "app"}],
               "relationships": [{"objectId": "o1", "qualifier": "order"}, {"objectId": "i1", "qualifier": "item"}]},
              {"id": "e2", "type": "place", "time": "2026-03-02T09:10:00Z", "attributes": [],
               "relationships": [{"objectId": "o2", "qualifier": "order"}]},
              {"id": "e3", "type": "pack", "time": "2026-03-02T10:00:00Z", "attributes": [{"name": "type", "value": "box"}],
               "relationships": [{"objectId": "o1", "qualifier": "of"}, {"objectId": "i1", "qualifier": "item"}]},
              {"id": "e4", "type": "pack", "time": "2026-03-02T11:00:00Z",
               "relationships": [{"objectId": "o1", "qualifier": "of"}, {"objectId": "i2", "qualifier": "item"}]},
              {"id": "e5", "type": "deliver", "time": "2026-03-03T09:00:00Z",
               "relationships": [{"objectId": "o1", "qualifier": ""}, {"objectId": "o2", "qualifier": ""},
                                 {"objectId": "o2", "qualifier": "again"}]},
              {"id": "e6", "type": "clean", "time": "2026-03-03T10:00:00Z", "relationships": []},
              {"id": "e7", "type": "pay", "time": null, "relationships": [{"objectId": "o1", "qualifier": ""}]}],
             "objects": [{"id": "o1", "type": "order"}, {"id": "o2", "type": "order"},
                         {"id": "i1", "type": "item"}, {"id": "i2", "type": "item"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void aLogIsFlattenedOnOneTypeAndWhatThatDoesIsCounted() {
        Path file = Run.file(folder, "log.json", LOG);
        JsonNode orders = Run.json(folder, "journeys", file, "--journey", "order", "--by", "channel");
        assertThat(orders.get("rows").asLong()).isEqualTo(7);
        assertThat(orders.get("journeys").asLong()).isEqualTo(2);
        assertThat(orders.get("touchpoints").asLong())
                .as("the delivery is in two journeys")
                .isEqualTo(6);
        assertThat(orders.get("converging").asLong()).isEqualTo(1);
        assertThat(orders.get("diverging").asLong())
                .as("the first order is packed twice, of different items")
                .isEqualTo(1);
        assertThat(orders.get("withoutObject").asLong()).isEqualTo(1);
        assertThat(orders.get("rejected").asLong()).isEqualTo(1);
        assertThat(orders.get("rejectedRows").get(0).get("reason").asString()).isEqualTo("time is missing");
        assertThat(Run.result(orders.at("/total/graph/activities"), "pack")
                        .get("count")
                        .asLong())
                .isEqualTo(2);
        assertThat(Run.result(orders.at("/by/channel"), "app").get("journeys").asLong())
                .isEqualTo(1);
        assertThat(Run.of("journeys", file, "--journey", "order", "--html", folder.resolve("o.html"))
                        .out())
                .contains("  1 events are in several journeys", "  1 events are in no journey");
        assertThat(Run.read(folder.resolve("o.html"))).contains("1 events are in several journeys.");
        JsonNode items = Run.json(folder, "journeys", file, "--journey", "item");
        assertThat(items.get("touchpoints").asLong()).isEqualTo(3);
        assertThat(items.get("converging").asLong()).isZero();
        assertThat(items.get("withoutObject").asLong()).isEqualTo(4);
    }

    @Test
    void whatIsNoOcelOrHasNoSuchTypeIsSaidInOneLine() {
        Path file = Run.file(folder, "log.json", LOG);
        assertThat(Run.of("journeys", file).err())
                .contains("log.json needs --journey with a type of object; it has item, order")
                .hasLineCount(1);
        assertThat(Run.of("journeys", file, "--journey", "cart").err())
                .contains("log.json has no objects of type 'cart'; it has item, order");
        for (String text : List.of("", "{", "[]", "{\"events\": []}", "{\"events\": {}, \"objects\": []}")) {
            Run run = Run.of("journeys", Run.file(folder, "bad.jsonocel", text));
            assertThat(run.exit()).as(text).isEqualTo(2);
            assertThat(run.err()).contains("bad.jsonocel is not ").hasLineCount(1);
        }
    }
}
