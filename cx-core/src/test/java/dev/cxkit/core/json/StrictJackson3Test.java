package dev.cxkit.core.json;

class StrictJackson3Test extends StrictJsonSuite {

    private static final Json JSON = Jackson3.create();

    @Override
    Json json() {
        return JSON;
    }
}
