package dev.cxkit.core.json;

class SubscriptionJackson3Test extends SubscriptionJsonSuite {

    private static final Json JSON = Jackson3.create();

    @Override
    Json json() {
        return JSON;
    }
}
