package dev.cxkit.core.json;

class CaseJackson3Test extends CaseJsonSuite {

    private static final Json JSON = Jackson3.create();

    @Override
    Json json() {
        return JSON;
    }
}
