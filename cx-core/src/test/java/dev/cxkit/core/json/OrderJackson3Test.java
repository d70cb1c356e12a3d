package dev.cxkit.core.json;

class OrderJackson3Test extends OrderJsonSuite {

    private static final Json JSON = Jackson3.create();

    @Override
    Json json() {
        return JSON;
    }
}
