package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One thing has one name, and that is the word of the trade: main code, pages, messages and READMEs hold none of these. */
class VocabularyTest {

    /** Whole identifiers, wherever they stand. */
    private static final String NAMES = """
            Spans UnderPolicy MergedInto Sighting Sightings Placement Placing keepingApart catchAlls KEPT_APART Refusal
            LEFT_OUT leftOut leftOver MISSED pausedIn Handling Dialogue Lasting RecencyColumns Tallying SimpleValue
            survivalToThe longerThan expectedRemaining twoSidedP withheld cutAt mostRounds mostWeight ofDoubles ofLongs
            logOddsGone HoldOut Aftermath GoalText TimeMeasure ShareMeasure CountMeasure CaseReading CaseMetric Summing
            Repurchase RepurchaseGaps HistoricValue RecurringRetention TouchLog TouchIntake longestSilence otherWait
            byOwnClock steppedBy lapping givenUpAfter Lexicon LabelRoles NextStepTest NextStep StepModel NextCounts
            PlaceCount Recontact LifeCycles SvgGraph MermaidFlow correctedP stagesOfSteps fitnessOfJourneys openSoFar
            DISCARDED DISCARD_JOURNEY effectOf valueEffectOf MOST_LABELS Screening FeedbackSource TouchpointSource
            OrderSource SubscriptionSource CaseSource
            """;

    /** Whole identifiers of code; the JSON of the report tool has keys of these names. */
    private static final String CODE = """
            refusals adjustedP mixP OURS
            """;

    /** Plain English as well, so that only a type of the library may not be called so. */
    private static final String TYPES = """
            Period Goal Policy Policies Cycle Stretch Turn Run Clock Phase Join Separation Standing Together Recency
            Patterns Distributed Gone Merging Membership Returns Recurring Asking Elapsed Visits Flow Tally Nanos
            NamedRule Place Passing Felt Rounds Ending Laps Labels Retention Doing Observed Touch Refused
            """;

    /** As they stand, in any case of letters and over the end of a line. */
    private static final String PHRASES = """
            greatest likelihood
            so many of so many
            so many of the same
            last seen going on
            was seen going on
            one end prevents the others
            by what factor covariates
            lasts longer than this
            late entry
            with its limits
            how limits are made
            a customer still
            small groups are withheld
            factors of covariates
            confidence of the interval
            change of hands
            changes of hands
            change hands
            changed hands
            hand-over
            hand-overs
            left out as
            are left out
            is left out
            goes on in
            go on in another
            goes on in another
            that go on
            came back, by
            comes back
            come back so many
            come round
            came round
            done again
            what follows what
            which step follows which
            neighbours of one step
            stretches of one step
            the ways they go
            ways that journeys go
            ways that customers go
            owed to
            come through these steps
            led on
            met or missed
            goals are kept
            whose turn it is in
            third party's turn
            longest silence
            after a silence
            fell silent
            next lap
            rule of merging
            with the running
            refunds of no purchase
            waiting-other
            open spans
            stands still
            kept apart
            catch-all
            rows were refused
            clock of a goal
            not possible in phase
            checks the parts
            came twice
            sign of trouble
            went no further
            of the passes
            corrected p
            hold-out report
            held against the map
            """;

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+(\\w+)");

    /** Comments and texts of Java. */
    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

    /** What stands between the words of a phrase: blanks, and the beginning of the next line of a comment or text. */
    private static final String GAP = "(?:\\s|\\*|//|\"\\s*\\+\\s*\")+";

    private static final Path PROJECT = ArchitectureTest.project();

    @Test
    void namesAreThoseOfTheTrade() throws IOException {
        assertThat(found(names(NAMES), file -> true, text -> text)).isEmpty();
    }

    @Test
    void codeIsNamedByTheTrade() throws IOException {
        assertThat(found(names(CODE), VocabularyTest::isJava, VocabularyTest::code))
                .isEmpty();
    }

    @Test
    void phrasesAreThoseOfTheTrade() throws IOException {
        String phrases = PHRASES.lines()
                .map(phrase ->
                        Arrays.stream(phrase.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining(GAP)))
                .collect(Collectors.joining("|", "(?<!\\w)(?:", ")(?!\\w)"));
        assertThat(found(Pattern.compile(phrases, Pattern.CASE_INSENSITIVE), file -> true, text -> text))
                .isEmpty();
    }

    @Test
    void typesAreNotCalledByPlainEnglish() throws IOException {
        List<String> banned = words(TYPES).toList();
        List<String> bad = new ArrayList<>();
        for (Path file : files()) {
            if (isJava(file) && !PROJECT.relativize(file).startsWith("examples")) {
                Matcher type = TYPE.matcher(code(Files.readString(file)));
                while (type.find()) {
                    if (banned.contains(type.group(1))) {
                        bad.add(PROJECT.relativize(file) + ": " + type.group(1));
                    }
                }
            }
        }
        assertThat(bad).isEmpty();
    }

    private interface View {
        String of(String text);
    }

    private static List<String> found(Pattern pattern, Predicate<Path> which, View view) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            if (which.test(file)) {
                Matcher matcher = pattern.matcher(view.of(Files.readString(file)));
                while (matcher.find()) {
                    found.add(PROJECT.relativize(file) + ": " + matcher.group());
                }
            }
        }
        return found;
    }

    private static Pattern names(String names) {
        return Pattern.compile(words(names).collect(Collectors.joining("|", "(?<![\\w.-])(?:", ")(?![\\w-])")));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1));
    }

    private static String code(String java) {
        return NO_CODE.matcher(java).replaceAll(" ");
    }

    private static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    /** Main sources, the pages among their resources, and READMEs. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(PROJECT)) {
            return all.filter(file -> {
                        String name = PROJECT.relativize(file).toString().replace('\\', '/');
                        boolean isBuilt = name.contains("target/") || name.startsWith(".");
                        boolean isMain = name.contains("/src/main/") && name.matches(".*\\.(java|css|html|txt)");
                        return !isBuilt && (isMain || name.endsWith("README.md"));
                    })
                    .sorted()
                    .toList();
        }
    }
}
