package dev.cxkit.examples.quickstart;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.kit.TouchpointContract;
import dev.cxkit.core.touchpoint.Touchpoint;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** The host's own touchpoint type under the contract kit. */
class StoreVisitTest extends TouchpointContract {

    private final JsonMapper mapper =
            JsonMapper.builder().registerSubtypes(StoreVisit.class).build();

    @Override
    protected Touchpoint sample() {
        return new StoreVisit("v1", CustomerId.of("ann"), Instant.parse("2026-02-02T09:00:00Z"), "north", true);
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
