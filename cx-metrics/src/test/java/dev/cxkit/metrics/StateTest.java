package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateTest {

    @Property
    void everythingComesBack(@ForAll long number, @ForAll int count, @ForAll String text, @ForAll double real) {
        StateOutput out = new StateOutput();
        out.integer(number);
        out.count(count & Integer.MAX_VALUE);
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        out.text(whole);
        double finite = Double.isFinite(real) ? real : 0;
        out.real(finite);
        StateInput in = new StateInput(out.toBytes());
        assertThat(in.integer()).isEqualTo(number);
        assertThat(in.count()).isEqualTo(count & Integer.MAX_VALUE);
        assertThat(in.text()).isEqualTo(whole);
        assertThat(in.real()).isEqualTo(finite);
        in.end();
    }

    /** The layout is a promise to hosts that keep states: version, mark of the definition, then n = 2 and sum = -3 in zigzag form. */
    @Test
    void theLayoutIsFixed() {
        Accumulator<Integer, Total.Sum> accumulator = Total.of().start();
        accumulator.add(-1);
        accumulator.add(-2);
        CRC32 crc = new CRC32();
        crc.update("total(total)".getBytes(StandardCharsets.UTF_8));
        String mark = HexFormat.of().toHexDigits((int) crc.getValue());
        assertThat(HexFormat.of().formatHex(accumulator.toBytes())).isEqualTo("01" + mark + "02" + "05");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> new StateOutput().text("cut \uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half a character");
    }

    @Test
    void damageIsNamed() {
        byte[] endless = new byte[12];
        Arrays.fill(endless, (byte) 0x80);
        assertThatThrownBy(() -> new StateInput(endless).count()).hasMessageContaining("longer than 10 bytes");
        assertThatThrownBy(() -> new StateInput(new byte[0]).integer()).hasMessageContaining("ends early");
        assertThatThrownBy(() -> new StateInput(new byte[] {5}).count(4)).hasMessageContaining("outside 0..4");
        assertThatThrownBy(() -> new StateInput(new byte[] {9, 'a'}).text()).hasMessageContaining("ends early");
        byte[] negative = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
        assertThatThrownBy(() -> new StateInput(negative).count()).hasMessageContaining("negative");
        byte[] nan = {0x7F, (byte) 0xF8, 0, 0, 0, 0, 0, 0};
        assertThatThrownBy(() -> new StateInput(nan).real()).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new StateOutput().count(-1)).hasMessage("count -1 is negative");
        assertThatThrownBy(() -> Total.of().resume(new Total("another").start().toBytes()))
                .hasMessageContaining("another definition");
    }
}
