package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.cfg.PackageVersion;

class Jackson3Test extends JsonSuite {

    private static final Json JSON = Jackson3.create();

    @Override
    Json json() {
        return JSON;
    }

    @Test
    void runs_on_the_version_that_the_build_names() {
        assertThat(PackageVersion.VERSION).hasToString(System.getProperty("cx.jackson3", "3.2.4"));
    }
}
