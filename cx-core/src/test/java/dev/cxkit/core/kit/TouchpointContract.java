package dev.cxkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.touchpoint.Touchpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** What every type of touchpoint keeps. A host extends it for each type of its own, with the JSON mapper that it runs with. */
public abstract class TouchpointContract {

    /** Returns a touchpoint with all its fields set, made anew at each call. */
    protected abstract Touchpoint sample();

    /** Writes a touchpoint to JSON. */
    protected abstract String write(Touchpoint touchpoint) throws Exception;

    /** Reads a touchpoint from JSON, as a {@link Touchpoint} of a type to be found out. */
    protected abstract Touchpoint read(String json) throws Exception;

    @Test
    void has_what_every_touchpoint_has() {
        Touchpoint sample = sample();
        assertThat(sample.id()).as("id").isNotBlank();
        assertThat(sample.type()).as("type").isNotNull();
        assertThat(sample.customer()).as("customer").isNotNull();
        assertThat(sample.channel()).as("channel").isNotNull();
        assertThat(sample.occurredAt()).as("occurredAt").isNotNull();
        assertThat(sample.end()).as("end").isNotNull();
        assertThat(sample.directness()).as("directness").isNotNull();
        assertThat(sample.owner()).as("owner").isNotNull();
        assertThat(sample.attributes()).as("attributes").isNotNull();
    }

    @Test
    void does_not_end_before_it_begins() {
        Touchpoint sample = sample();
        sample.end().ifPresent(end -> assertThat(end).isAfterOrEqualTo(sample.occurredAt()));
    }

    @Test
    void is_equal_by_value() {
        Touchpoint one = sample();
        Touchpoint other = sample();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(null);
        assertThat(one).as("a touchpoint and something else").isNotEqualTo(new Object());
    }

    @Test
    void comes_back_from_json_as_it_was() throws Exception {
        Touchpoint sample = sample();
        Touchpoint back = read(write(sample));
        assertThat(back).as("class; is the type registered with the mapper?").hasSameClassAs(sample);
        assertThat(back).isEqualTo(sample);
        assertThat(back.type()).isEqualTo(sample.type());
        assertThat(back.end()).isEqualTo(sample.end());
        assertThat(back.directness()).isEqualTo(sample.directness());
        assertThat(back.owner()).isEqualTo(sample.owner());
        assertThat(back.attributes()).isEqualTo(sample.attributes());
    }

    @Test
    void is_written_the_same_each_time() throws Exception {
        String json = write(sample());
        assertThat(write(read(json))).isEqualTo(json);
    }

    @Test
    void comes_back_from_java_serialisation_as_it_was() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sample());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(sample());
        }
    }
}
