/** The fold, statistics, and the calculators of customer experience. */
@SuppressWarnings("module") // the module that numeric is for is built after this one
module dev.cxkit.metrics {
    requires transitive dev.cxkit.core;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;
    requires static org.jspecify;

    exports dev.cxkit.metrics;
    exports dev.cxkit.metrics.columns;
    exports dev.cxkit.metrics.desk;
    exports dev.cxkit.metrics.lifetime;
    exports dev.cxkit.metrics.numeric to
            dev.cxkit.journey;
    exports dev.cxkit.metrics.purchase;
    exports dev.cxkit.metrics.quantiles;
    exports dev.cxkit.metrics.service;
    exports dev.cxkit.metrics.stats;
    exports dev.cxkit.metrics.subscription;
    exports dev.cxkit.metrics.survey;
    exports dev.cxkit.metrics.survival;
}
