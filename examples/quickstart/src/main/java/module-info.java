/** A host on the module path: it needs no more than the modules of cx and its own JSON mapper. */
module dev.cxkit.examples.quickstart {
    requires transitive dev.cxkit.journey;
    requires static org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;

    exports dev.cxkit.examples.quickstart;
}
