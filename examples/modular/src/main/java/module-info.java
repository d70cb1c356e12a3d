/** A host that is a module, and requires no more than it uses. */
module shop {
    requires dev.cxkit.metrics;
    requires tools.jackson.databind;
}
