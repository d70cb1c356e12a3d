package dev.cxkit.journey.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs twice in a build: on the newest Jackson 2 and, in an execution of its own, on the oldest that works. */
@Tag("jackson2")
class Jackson2MapTest extends MapJsonSuite {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Override
    String write(JourneyMap map) throws Exception {
        return MAPPER.writeValueAsString(map);
    }

    @Override
    JourneyMap read(String json) throws Exception {
        return MAPPER.readValue(json, JourneyMap.class);
    }

    @Test
    void runs_on_the_version_that_the_build_names() {
        assertThat(PackageVersion.VERSION)
                .hasToString(System.getProperty("cx.jackson2", PackageVersion.VERSION.toString()));
    }
}
