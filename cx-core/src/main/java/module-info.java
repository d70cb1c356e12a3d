/** The nouns of customer experience and the interfaces that a host supplies. */
@SuppressWarnings("module") // the modules that check is for are built after this one
module dev.cxkit.core {
    requires org.slf4j;
    requires static transitive com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports dev.cxkit.core.check to
            dev.cxkit.metrics,
            dev.cxkit.journey;
    exports dev.cxkit.core.commerce;
    exports dev.cxkit.core.customer;
    exports dev.cxkit.core.feedback;
    exports dev.cxkit.core.identity;
    exports dev.cxkit.core.intake;
    exports dev.cxkit.core.sla;
    exports dev.cxkit.core.support;
    exports dev.cxkit.core.time;
    exports dev.cxkit.core.touchpoint;
}
