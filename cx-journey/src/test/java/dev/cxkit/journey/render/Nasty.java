package dev.cxkit.journey.render;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.SampleTouchpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Labels that drawings stumble over. */
final class Nasty {

    static final String LONG = "long \"label\" ".repeat(80_000);

    static final List<String> LABELS = List.of(
            "END",
            "end",
            "start",
            "Title deed signed",
            "Section B visited",
            "Journey start",
            "accTitle: x",
            "accDescr { y",
            "say \"hi\" <b>x</b>",
            "<script>alert(1)</script>",
            "line one\nline two\r\nthree\u2028four",
            "a; b",
            "Order #1",
            "Pay: card",
            "#58; #quot; &amp; &#60;",
            "%% no comment",
            "%%{init: {\"theme\":\"dark\"}}%%",
            "50%% off",
            "`code` **bold** [link](x) | pipe \\",
            "Lifestyle: a#b;",
            "classDef x:y#z;",
            "{a} ]]> --> |x|",
            "\u0000\u0001\u001b[31m",
            "\u202Eevil\u202C right to left",
            "مرحبا بالعالم",
            "שלום, עולם",
            "Оплата; счёт #5",
            "製品を見る",
            "🚀 launch 👩\u200d👩\u200d👧",
            "half \uD83D of a pair",
            "ﬂ°°58¶ß",
            "e\u0301\u0302\u0303",
            "\u00A0Title deed",
            "\u200B",
            "---",
            "a -- b --> c",
            "style x: y",
            LONG);

    private static final List<String> PIECES = List.of(
            "title ",
            "section ",
            "journey",
            "Title",
            "\n",
            "\r",
            "\"",
            "'",
            ";",
            "#",
            ":",
            "%%",
            "%%{",
            "}%%",
            "<",
            ">",
            "&",
            "#35;",
            "&#35;",
            "<br>",
            "]]>",
            "\\",
            "`",
            "|",
            ",",
            "x",
            "é",
            "ש",
            "🚀",
            "\uD800",
            "\u202E",
            "\u0007",
            "end",
            " ",
            "ß",
            "1");

    private Nasty() {}

    /** Any text that is not blank, often with what Mermaid or XML take for more than text. */
    static Arbitrary<String> labels() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES);
        Arbitrary<String> mixed = pieces.list().ofMinSize(1).ofMaxSize(8).map(list -> String.join("", list));
        return Arbitraries.oneOf(
                        Arbitraries.of(LABELS),
                        mixed,
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(30))
                .filter(label -> !label.isBlank());
    }

    /** Such a text, from a generator. */
    static String label(Random random) {
        if (random.nextInt(3) == 0) {
            return LABELS.get(random.nextInt(LABELS.size()));
        }
        StringBuilder label = new StringBuilder("x");
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            label.insert(0, PIECES.get(random.nextInt(PIECES.size())));
        }
        return label.toString();
    }

    /** Journeys through the labels, each 1000 s after the one before; the more journeys the shorter. */
    static List<Journey> journeys(List<String> labels) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int journey = 0; journey < 6; journey++) {
            for (int i = 0; i < labels.size(); i += 1 + journey % 3) {
                touchpoints.add(Interaction.builder("t" + touchpoints.size(), TouchpointType.of(labels.get(i)))
                        .customer(CustomerId.of("c" + journey))
                        .channel(Channel.WEB)
                        .occurredAt(SampleTouchpoints.ZERO.plusSeconds(1000L * i))
                        .build());
            }
        }
        return JourneyAssembler.byCustomer().assemble(touchpoints);
    }
}
