package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyUsageTest {

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void write() {
        file = Run.file(folder, "in.csv", "q,at", "9,2026-01-01").toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "survey|Missing required",
                "survey FILE|--score",
                "survey FILE --score q|'q' is not COLUMN=SCALE",
                "survey FILE --score =nps|'=nps' is not COLUMN=SCALE",
                "survey FILE --score q=npss|there is no scale 'npss'",
                "survey FILE --score q=5..5|max - min",
                "survey FILE --score q=9..1|max - min",
                "survey FILE --score q=0..5000|max - min",
                "survey FILE --score q=nps --per week|--per needs --at",
                "survey FILE --score q=nps --zone UTC|--zone needs --at",
                "survey FILE --score q=nps --at at --per decade|'decade' is not one of hour, day, week, month, quarter, year",
                "survey FILE --score q=nps --at at --zone Mars/Olympus|there is no time zone 'Mars/Olympus'",
                "survey FILE FILE FILE --score q=nps|3 files; allowed are one, or two",
                "survey FILE --score q=nps --nonsense|Unknown option",
                "nonsense|Unmatched argument",
                "''|a command is missing; there are survey"
            })
    void wrongUsageEndsWith2AndOneLine(String line, String words) {
        Object[] arguments =
                line.isEmpty() ? new Object[0] : line.replace("FILE", file).split(" ");
        Run run = Run.of(arguments);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("cx-report: ").contains(words, "--help");
    }

    @Test
    void helpNamesEveryOptionAndScale() {
        Run run = Run.of("survey", "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("95 % intervals")
                .contains("--score", "--missing", "--weight", "--by", "--at", "--per", "--zone", "--id", "--json")
                .contains("--html", "--strict", "csat-yes-no", "ces-effort", "stars", "MIN..MAX");
        assertThat(Run.of("--help").out()).contains("survey", "demo");
        assertThat(Run.of("--version").out()).contains("cx-report 0.1.0");
    }

    @Test
    void aColumnMayHaveAnEqualsSignInItsName() {
        Path odd = Run.file(folder, "odd.csv", "a=b", "9");
        assertThat(Run.of("survey", odd, "--score", "a=b=nps").exit()).isZero();
    }
}
