package dev.cxkit.core.json;

import org.junit.jupiter.api.Tag;

/** Runs twice in a build, as {@link Jackson2Test} does. */
@Tag("jackson2")
class SubscriptionJackson2Test extends SubscriptionJsonSuite {

    private static final Json JSON = Jackson2.create();

    @Override
    Json json() {
        return JSON;
    }
}
