package dev.cxkit.journey.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.journey.Readme;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts stand here once, so a version of Jackson that reads or writes another one fails. */
abstract class MapJsonSuite {

    abstract String write(JourneyMap map) throws Exception;

    abstract JourneyMap read(String json) throws Exception;

    @Test
    void a_full_map_is_the_same_text() throws Exception {
        assertThat(write(SampleMaps.full())).isEqualTo(SampleMaps.FULL);
        assertThat(read(SampleMaps.FULL)).isEqualTo(SampleMaps.full());
    }

    @Test
    void the_map_of_the_readme_is_written_and_read() throws Exception {
        String json = Readme.blocks("Maps", "json").get(0);
        assertThat(read(json)).isEqualTo(SampleMaps.readme());
        assertThat(Readme.squeezed(write(SampleMaps.readme()))).isEqualTo(Readme.squeezed(json));
    }

    @Test
    void every_map_comes_back() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            JourneyMap map = SampleMaps.random(random);
            assertThat(read(write(map))).isEqualTo(map);
        }
        assertThat(read(write(JourneyMaps.b2b()))).isEqualTo(JourneyMaps.b2b());
        assertThat(read(write(JourneyMaps.b2c()))).isEqualTo(JourneyMaps.b2c());
    }

    @Test
    void what_may_be_left_out_may_be_left_out() throws Exception {
        JourneyMap map = read("""
                {"schema":1,"colour":"red","stages":[{"name":"s","parts":[{"kind":"touchpoint","step":"a","icon":"x"},
                {"kind":"choice","parts":[{"kind":"touchpoint","step":"b"},{"kind":"touchpoint","step":"c"}]}]},
                {"name":"t"}]}""");
        assertThat(map)
                .isEqualTo(JourneyMap.builder()
                        .stage(
                                "s",
                                SampleMaps.touchpoint("a"),
                                Group.choice(SampleMaps.touchpoint("b"), SampleMaps.touchpoint("c")))
                        .stage("t")
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"schema":2,"stages":[{"name":"s"}]}      | schema 2 of a journey map is unknown; known is 1
                    {"schema":"1","stages":[{"name":"s"}]}    | schema 1 of a journey map is unknown; known is 1
                    {"stages":[{"name":"s"}]}                 | schema null of a journey map is unknown; known is 1
                    {"schema":1}                              | journey map has 1 fault: there is no stage
                    {"schema":1,"stages":[{}],"loops":[{}]}   | journey map has 4 faults: name of stage 1 is blank; name of loop :  ->  is blank; loop :  ->  leaves from an unknown stage; loop :  ->  leads to an unknown stage
                    {"schema":1,"stages":[{"name":"s","parts":[{"kind":"touchpoint","step":"a","importance":4.7}]}]}      | importance of touchpoint a is 4.7; allowed is a whole number within -2147483648..2147483647
                    {"schema":1,"stages":[{"name":"s","parts":[{"kind":"touchpoint","step":"a","importance":"4"}]}]}      | importance of touchpoint a is '4'; allowed is a whole number within -2147483648..2147483647
                    {"schema":1,"stages":[{"name":"s","parts":[{"kind":"touchpoint","step":"a","expectedEmotion":"2"}]}]} | expectedEmotion of touchpoint a is '2'; allowed is a finite number
                    {"schema":1,"stages":[{"name":"s","parts":[{"kind":"touchpoint","step":"a","importance":9},{"kind":"touchpoint","expectedEmotion":3}]}]} | journey map has 3 faults: importance 9 of touchpoint a is outside 1..5; activity of a touchpoint in stage s is blank; expected emotion 3.0 of touchpoint  is outside -2..+2
                    {"schema":1,"stages":[{"name":"s","parts":[{"kind":"touchpoint","step":"a","occurs":"3..1"}]}]}       | most 1 of a cardinality is outside 3..100 and not unlimited
                    {"schema":1,"stages":[{"name":"s","parts":[{"kind":"touchpoint","step":"a","occurs":"often"}]}]}      | cardinality 'often' is none; allowed are texts such as 1, 0..1, 2..3 and 1..*
                    """)
    void a_bad_map_is_refused_in_the_same_words(String json, String message) {
        assertThatThrownBy(() -> read(json)).rootCause().hasMessage(message);
    }

    @Test
    void an_unknown_kind_of_part_is_refused() {
        assertThatThrownBy(() -> read("{\"schema\":1,\"stages\":[{\"name\":\"s\",\"parts\":[{\"kind\":\"maybe\"}]}]}"))
                .hasMessageContaining("maybe")
                .hasMessageContaining("any-order");
    }
}
