package dev.cxkit.core.json;

import org.junit.jupiter.api.Tag;

/** Runs twice in a build, as {@link Jackson2Test} does. */
@Tag("jackson2")
class StrictJackson2Test extends StrictJsonSuite {

    private static final Json JSON = Jackson2.create();

    @Override
    Json json() {
        return JSON;
    }
}
