package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantsTest {

    @Test
    void ofNoJourneysThereIsNoShare() {
        Variants.Variant variant = new Variants.Variant(List.of("A"), 0);
        assertThat(Variants.metric(5).over(List.of()).share(variant).share()).isEmpty();
        Variants one = Variants.metric(5)
                .over(List.of(SampleTouchpoints.journey("c", "A@0"), SampleTouchpoints.journey("d", "B@0")));
        assertThat(one.share(one.top().get(0))).isEqualTo(Proportion.of(1, 2));
    }
}
