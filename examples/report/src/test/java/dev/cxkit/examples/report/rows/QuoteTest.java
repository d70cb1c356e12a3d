package dev.cxkit.examples.report.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void longTextsAreCutByCharactersAsPeopleCountThem() {
        assertThat(Quote.of("abc", 3)).isEqualTo("abc");
        assertThat(Quote.of("abcd", 3)).isEqualTo("abc...");
        assertThat(Quote.of("\uD83D\uDE00\uD83D\uDE00", 1)).isEqualTo("\uD83D\uDE00...");
    }

    @Test
    void whatATerminalWouldObeyIsReplaced() {
        assertThat(Quote.of("a\u001B[31m\nb\u202Ec\u2028\uD800", 40))
                .isEqualTo("a\uFFFD[31m\uFFFDb\uFFFDc\uFFFD\uFFFD");
    }
}
