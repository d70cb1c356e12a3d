package dev.cxkit.examples.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAsWideAsTheyNeedToBe() {
        StringWriter text = new StringWriter();
        new TextTable(List.of("", "n"))
                .add(List.of("all", "1,000"))
                .add(List.of("x\ty", "7"))
                .print(new PrintWriter(text, true));
        assertThat(text.toString().lines()).containsExactly("           n", "  all  1,000", "  x\uFFFDy      7");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextTable(List.of("a", "b")).add(List.of("c")))
                .withMessage("1 cells under a header of 2");
    }
}
