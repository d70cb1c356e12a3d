package dev.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void textsAndAttributesAreEscaped() {
        String html = new Markup()
                .element("p", "a < b & \"c\"", "title", "'>\u0001\u202E")
                .toString();
        assertThat(html).isEqualTo("<p title=\"&#39;&gt;\uFFFD\uFFFD\">a &lt; b &amp; &quot;c&quot;</p>\n");
    }

    @Test
    void halfASurrogatePairIsReplacedAndAWholeOneKept() {
        assertThat(new Markup().text("\uD83D\uDE00\uD83D").toString()).isEqualTo("\uD83D\uDE00\uFFFD");
    }

    @Test
    void numbersAreShort() {
        assertThat(new Markup()
                        .empty("rect", "x", 1.23456, "y", 2.0, "z", -0.001)
                        .toString())
                .isEqualTo("<rect x=\"1.23\" y=\"2\" z=\"0\"/>\n");
    }

    @Test
    void anElementThatIsStillOpenIsNoDocument() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Markup().open("p").toString())
                .withMessage("element p is still open");
    }
}
