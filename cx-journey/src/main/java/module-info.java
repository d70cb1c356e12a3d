/** The journey, designed and real. */
module dev.cxkit.journey {
    requires transitive dev.cxkit.metrics;
    requires static transitive com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports dev.cxkit.journey;
    exports dev.cxkit.journey.attribution;
    exports dev.cxkit.journey.compare;
    exports dev.cxkit.journey.conformance;
    exports dev.cxkit.journey.experience;
    exports dev.cxkit.journey.flow;
    exports dev.cxkit.journey.funnel;
    exports dev.cxkit.journey.map;
    exports dev.cxkit.journey.render;
    exports dev.cxkit.journey.stages;

    // To the mapper of the host, which makes maps by what is not public.
    opens dev.cxkit.journey.map;
}
