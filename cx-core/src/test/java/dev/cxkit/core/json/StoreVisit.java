package dev.cxkit.core.json;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Instant;
import java.util.Optional;

/** A touchpoint type as a host would write it. */
@JsonTypeName("store-visit")
record StoreVisit(String id, CustomerId customer, Instant occurredAt, Instant leftAt, String store, int purchases)
        implements Touchpoint {

    @Override
    public TouchpointType type() {
        return TouchpointType.of("store-visit");
    }

    @Override
    public Channel channel() {
        return Channel.STORE;
    }

    @Override
    public Optional<Instant> end() {
        return Optional.of(leftAt);
    }

    @Override
    public Optional<Owner> owner() {
        return Optional.of(Owner.of("shops"));
    }
}
