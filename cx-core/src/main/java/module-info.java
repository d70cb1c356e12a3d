/** The nouns of customer experience and the interfaces that a host supplies. */
@SuppressWarnings("module") // the modules that check and json are for are built after this one
module dev.cxkit.core {
    requires org.slf4j;
    requires static transitive com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports dev.cxkit.core.check to
            dev.cxkit.metrics,
            dev.cxkit.journey;
    exports dev.cxkit.core.commerce;
    exports dev.cxkit.core.customer;
    exports dev.cxkit.core.feedback;
    exports dev.cxkit.core.identity;
    exports dev.cxkit.core.intake;
    exports dev.cxkit.core.result;
    exports dev.cxkit.core.sla;
    exports dev.cxkit.core.support;
    exports dev.cxkit.core.time;
    exports dev.cxkit.core.touchpoint;
    exports dev.cxkit.core.json to
            dev.cxkit.journey;

    // To the mapper of the host, which makes nouns by what is not public.
    opens dev.cxkit.core.commerce;
    opens dev.cxkit.core.customer;
    opens dev.cxkit.core.feedback;
    opens dev.cxkit.core.identity;
    opens dev.cxkit.core.json;
    opens dev.cxkit.core.support;
    opens dev.cxkit.core.time;
    opens dev.cxkit.core.touchpoint;
}
