/** The journey, designed and real. */
module dev.cxkit.journey {
    requires transitive dev.cxkit.metrics;
    requires static transitive com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports dev.cxkit.journey;
    exports dev.cxkit.journey.analysis;
    exports dev.cxkit.journey.attribution;
    exports dev.cxkit.journey.map;
    exports dev.cxkit.journey.render;
}
