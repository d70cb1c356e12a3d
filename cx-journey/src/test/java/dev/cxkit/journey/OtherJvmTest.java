package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.metrics.kit.OtherJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherJvmTest {

    @Test
    void whatAnotherJvmCountedIsMergedLikeOnesOwn(@TempDir Path directory) throws Exception {
        assertThat(OtherJvm.halvesMerge(OtherJvmTest.class, directory)).isGreaterThan(100);
    }
}
