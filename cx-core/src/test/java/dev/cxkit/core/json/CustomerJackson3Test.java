package dev.cxkit.core.json;

class CustomerJackson3Test extends CustomerJsonSuite {

    private static final Json JSON = Jackson3.create();

    @Override
    Json json() {
        return JSON;
    }
}
