package dev.cxkit.core.json;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.kit.TouchpointContract;
import dev.cxkit.core.touchpoint.Touchpoint;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** Stands in the README. */
class StoreVisitTest extends TouchpointContract {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final JsonMapper mapper =
            JsonMapper.builder().registerSubtypes(StoreVisit.class).build();

    @Override
    protected Touchpoint sample() {
        return new StoreVisit("t-1", CustomerId.of("c-1"), NOON, NOON.plusSeconds(900), "north", 2);
    }

    @Override
    protected String write(Touchpoint touchpoint) {
        return mapper.writeValueAsString(touchpoint);
    }

    @Override
    protected Touchpoint read(String json) {
        return mapper.readValue(json, Touchpoint.class);
    }
}
