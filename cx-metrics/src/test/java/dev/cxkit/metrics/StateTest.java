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
        double finite = Double.isFinite(real) ? real + 0.0 : 0;
        out.real(finite);
        StateInput in = new StateInput(out.sealed());
        assertThat(in.integer()).isEqualTo(number);
        assertThat(in.count()).isEqualTo(count & Integer.MAX_VALUE);
        assertThat(in.text()).isEqualTo(whole);
        assertThat(in.real()).isEqualTo(finite);
        in.end();
    }

    /**
     * The layout is a promise to hosts that keep states: version, mark of the definition, then n = 2 and sum = -3 in zigzag form, and a
     * checksum over all of it.
     */
    @Test
    void theLayoutIsFixed() {
        Accumulator<Integer, Total.Sum> accumulator = Total.of().start();
        accumulator.add(-1);
        accumulator.add(-2);
        String all = "02" + crc("total(total)".getBytes(StandardCharsets.UTF_8)) + "02" + "05";
        assertThat(HexFormat.of().formatHex(accumulator.toBytes()))
                .isEqualTo(all + crc(HexFormat.of().parseHex(all)));
    }

    private static String crc(byte... bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** The bytes with four behind them, where a checksum would be. */
    private static StateInput input(int... bytes) {
        byte[] sealed = new byte[bytes.length + 4];
        for (int i = 0; i < bytes.length; i++) {
            sealed[i] = (byte) bytes[i];
        }
        return new StateInput(sealed);
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> new StateOutput().text("cut \uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half a character");
    }

    /** One way to write a number, a text and a truth value: others that would be read the same are refused. */
    @Test
    void otherWaysToWriteTheSameAreRefused() {
        assertThatThrownBy(() -> input(0x80, 0).count()).hasMessageContaining("longer than it need be");
        assertThatThrownBy(() -> input(0x81, 0x80, 0).integer()).hasMessageContaining("longer than it need be");
        assertThatThrownBy(() -> input(-1, -1, -1, -1, -1, -1, -1, -1, -1, 3).integer())
                .hasMessageContaining("beyond 64 bits");
        assertThat(input(-1, -1, -1, -1, -1, -1, -1, -1, -1, 1).integer()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> input(0x80, 0, 0, 0, 0, 0, 0, 0).real()).hasMessageContaining("-0.0");
        assertThatThrownBy(() -> input(2).flag()).hasMessageContaining("outside 0..1");
        assertThatThrownBy(() -> input(1, 0xFF).text()).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> input(2, 0xC0, 0x80).text()).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> input().rising("b", "a")).hasMessageContaining("do not rise");
        assertThatThrownBy(() -> input().rising("a", "a")).hasMessageContaining("do not rise");
        assertThat(input().rising(null, "a")).isEqualTo("a");
        assertThatThrownBy(() -> input(4, 1, 1, 1).size(1)).hasMessageContaining("4 parts do not fit into the 3 bytes");
        assertThatThrownBy(() -> input(2, 1, 1, 1).size(2)).hasMessageContaining("2 parts do not fit");
        StateOutput out = new StateOutput();
        out.real(-0.0);
        assertThat(new StateInput(out.sealed()).real()).isEqualTo(0.0);
        assertThatThrownBy(() -> new StateOutput().real(Double.NaN)).hasMessage("number NaN is not finite");
    }

    @Test
    void damageIsNamed() {
        int[] endless = new int[12];
        Arrays.fill(endless, 0x80);
        assertThatThrownBy(() -> input(endless).count()).hasMessageContaining("longer than 10 bytes");
        assertThatThrownBy(() -> input().integer()).hasMessageContaining("ends early");
        assertThatThrownBy(() -> input(5).count(4)).hasMessageContaining("outside 0..4");
        assertThatThrownBy(() -> input(9, 'a').text()).hasMessageContaining("9 parts do not fit");
        assertThatThrownBy(() -> input(-1, -1, -1, -1, -1, -1, -1, -1, -1, 1).count())
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> input(0x7F, 0xF8, 0, 0, 0, 0, 0, 0).real()).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new StateOutput().count(-1)).hasMessage("count -1 is negative");
        assertThatThrownBy(() -> Total.of().resume(new Total("another").start().toBytes()))
                .hasMessageContaining("another definition");
    }
}
