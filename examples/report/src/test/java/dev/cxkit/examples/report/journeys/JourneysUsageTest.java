package dev.cxkit.examples.report.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage is said in one line. */
class JourneysUsageTest {

    @TempDir
    Path folder;

    private Path log() {
        return Run.file(folder, "log.csv", "who,at,what,channel,id", "A,2026-03-02T09:00Z,visit,site,1");
    }

    private static Object[] arguments(Object file, Object... more) {
        List<Object> all =
                new ArrayList<>(List.of("journeys", file, "--journey", "who", "--at", "at", "--activity", "what"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--funnel a|--funnel: 'a' is not like \"A > B > C\"",
                "--funnel a>b|--funnel: 'a>b' is not like \"A > B > C\", with spaces around each >",
                "--funnel a_>_b --window soon|--funnel: --window 'soon' is not like 7d",
                "--funnel a_>_b --window -1d|--funnel: --window '-1d' is not like 7d",
                "--funnel a_>_b --ties never|--funnel: --ties 'never' is none of sequence, strict-later, any-order",
                "--funnel a_>_b --entry worst|--funnel: --entry 'worst' is none of best, first, totals",
                "--funnel a_>_b --mode odd|--funnel: --mode 'odd' is none of ordered, strict, unordered",
                "--funnel a_>_b --mode strict --ties any-order|--funnel: the mode STRICT does not allow the ties ANY_ORDER",
                "--funnel a_>_b --mode unordered --entry first|--funnel: the mode UNORDERED needs the entry rule BEST",
                "--window 7d|Missing required argument",
                "--retention decade|--retention: 'decade' is not one of hour, day, week, month, quarter, year",
                "--as-of soon|--as-of: time 'soon' is not like",
                "--zone Mars|--zone: there is no time zone 'Mars'",
                "--map nowhere.json|nowhere.json does not exist",
                "--by nothing|log.csv has no column 'nothing'",
                "--channel nothing|log.csv has no column 'nothing'",
                "--instance id|--instance needs --lifecycle",
                "--lifecycle what --end at|--end and --lifecycle are two ways",
                "--attribution|Missing required parameter",
                "--write-xes /nowhere/out.xes|cannot write /nowhere/out.xes: its folder does not exist",
                "--write-ocel /nowhere/out.json|cannot write /nowhere/out.json: its folder does not exist",
                "--nonsense x|Unknown option",
            })
    void wrongUsageIsSaidInOneLine(String line) {
        String[] parts = line.split("\\|", -1);
        String[] options = parts[0].split(" ", -1);
        for (int i = 0; i < options.length; i++) {
            options[i] = options[i].replace('_', ' ');
        }
        Run run = Run.of(arguments(log(), (Object[]) options));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(parts[1]).hasLineCount(1);
    }

    @Test
    void aTableNeedsItsThreeColumns() {
        Path file = log();
        assertThat(Run.of("journeys", file).err()).contains("a table needs --journey COLUMN");
        assertThat(Run.of("journeys", file, "--journey", "who").err()).contains("a table needs --at COLUMN");
        assertThat(Run.of("journeys", file, "--journey", "who", "--at", "at").err())
                .contains("a table needs --activity COLUMN");
        assertThat(Run.of("journeys").exit()).isEqualTo(2);
        assertThat(Run.of(arguments(folder.resolve("gone.csv"))).err()).contains("gone.csv does not exist");
    }
}
