package dev.cxkit.examples.quickstart;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.util.Random;

/** The host's own metric under the contract kit. */
class PurchaseRateTest extends MetricContract<StoreVisit, Proportion> {

    @Override
    protected Metric<StoreVisit, Proportion> metric() {
        return new PurchaseRate();
    }

    @Override
    protected StoreVisit observation(Random random) {
        return new StoreVisit("v", CustomerId.of("c"), Instant.EPOCH, "north", random.nextBoolean());
    }
}
