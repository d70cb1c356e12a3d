package dev.cxkit.core.json;

/** A mapper of some version of Jackson with its own defaults, and the types of a host registered. */
interface Json {

    String write(Object value) throws Exception;

    <T> T read(String json, Class<T> type) throws Exception;

    /** The same as a host may set it up: names in snake case and sorted. */
    Json setUpOtherwise();

    /** The same as the README advises: a field twice is refused, decimals keep all digits. */
    Json strict();
}
