package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.net.URL;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs twice in a build: on the newest Jackson 2 and, in an execution of its own, on the oldest that works. */
@Tag("jackson2")
class Jackson2Test extends JsonSuite {

    private static final Json JSON = Jackson2.create();

    @Override
    Json json() {
        return JSON;
    }

    @Test
    void runs_on_the_version_that_the_build_names() throws Exception {
        String version = System.getProperty("cx.jackson2", PackageVersion.VERSION.toString());
        assertThat(PackageVersion.VERSION).hasToString(version);
        assertThat(com.fasterxml.jackson.core.json.PackageVersion.VERSION).hasToString(version);
        assertThat(com.fasterxml.jackson.datatype.jsr310.PackageVersion.VERSION).hasToString(version);
        URL jar = JsonProperty.class.getProtectionDomain().getCodeSource().getLocation();
        try (JarFile file = new JarFile(jar.getPath())) {
            String annotations = file.getManifest().getMainAttributes().getValue("Implementation-Version");
            assertThat(annotations).startsWith(version.substring(0, version.lastIndexOf('.')));
        }
    }
}
