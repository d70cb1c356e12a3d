package dev.cxkit.examples.report.survey;

import dev.cxkit.examples.report.options.ReportOptions;
import dev.cxkit.examples.report.options.TimeOptions;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.rows.Times;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores of the answers in one file, or the change from one file to another. */
@Command(
        name = "survey",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scores of the answers in a file: NPS, CSAT, CES and others, with their 95 %% intervals, by segment and over time. "
                    + "With two files, the change from the first to the second.",
            "A file is a table under a header, with fields parted by comma, semicolon or tab, in UTF-8, packed by gzip or not. "
                    + "Rows that cannot be understood are rejected, counted and named by the line on which they begin; "
                    + "all others count. With two files the first --by also splits the change into mix and rate."
        },
        footer = {
            "",
            "SCALE is one of nps (0-10), csat (1-5), csat-yes-no (1 or 0, also yes and no), ces (1-7, high is easy), "
                    + "ces-effort (1-5, high is much effort), stars (1-5), or MIN..MAX (high is good).",
            "Exit code: 0, or 2 for wrong usage or input."
        })
public final class SurveyCommand implements Runnable {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One file, or two to compare.")
    private List<Path> files = List.of();

    @Option(
            names = "--score",
            required = true,
            paramLabel = "COLUMN=SCALE",
            description = "A column of ratings and its scale. May be given several times.")
    private List<String> scores = List.of();

    @Option(
            names = "--missing",
            paramLabel = "[COLUMN=]VALUE,VALUE",
            description =
                    "Texts that stand for no answer, whatever their case; a blank field always does. With a column of --score "
                            + "before them, for that column only. They count as missing, not as rejected.")
    private List<String> missing = List.of();

    @Option(
            names = "--weight",
            paramLabel = "COLUMN",
            description = "Weights, decimal numbers of at least 0. A row without a good one is rejected.")
    private @Nullable String weight;

    @Option(
            names = "--at",
            paramLabel = "COLUMN",
            description =
                    "When the answer was given: 2026-03-31, 2026-03-31 14:05:00, 2026-03-31T14:05:00+02:00. A row without a good "
                            + "time is rejected.")
    private @Nullable String at;

    @Option(names = "--per", paramLabel = TimeOptions.UNITS, description = "Length of the periods; month if not given.")
    private @Nullable String per;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description =
                    "Who answered. One rating of each person counts: with --at the last one (in a series the last one of each "
                            + "period), and of two at the same moment the lower; without --at the first row counts and further ones are "
                            + "rejected, as nothing says which is the last. A row without an id is somebody else each time.")
    private @Nullable String id;

    @Option(names = "--strict", description = "End with 2 at the first row that would be rejected.")
    private boolean strict;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public void run() {
        if (files.size() > 2) {
            throw report.wrong(files.size() + " files; allowed are one, or two to compare");
        }
        SurveyRequest request = new SurveyRequest(questions(), report.by(), weight, id, timing(), strict);
        List<Wave> waves = new ArrayList<>();
        for (Path file : files) {
            try (Table table = Table.open(file, name(file))) {
                waves.add(SurveyReader.read(table, request));
            }
        }
        Survey survey = new Survey(request, waves);
        report.write(() -> survey, () -> SurveyPage.of(survey));
        SurveyText.print(survey, report.out());
    }

    /** A file is called by its name, or by its path if both have the same name. */
    private String name(Path file) {
        boolean alone = files.stream()
                        .map(Path::getFileName)
                        .filter(name -> name.equals(file.getFileName()))
                        .count()
                == 1;
        return alone ? String.valueOf(file.getFileName()) : file.toString();
    }

    private List<Question> questions() {
        List<Question> questions = scores.stream()
                .map(text -> report.read("--score", () -> Question.of(text)))
                .toList();
        return questions.stream().map(this::withMissing).toList();
    }

    private Question withMissing(Question question) {
        Set<String> texts = new LinkedHashSet<>();
        for (String option : missing) {
            String owner = owner(option);
            if (owner == null || owner.equals(question.column())) {
                String list = owner == null ? option : option.substring(owner.length() + 1);
                texts.addAll(List.of(list.split(",", -1)));
            }
        }
        return question.missing(texts);
    }

    /** Returns the column that an option of missing texts is for, or null if it is for all. */
    private @Nullable String owner(String option) {
        return scores.stream()
                .map(text -> Question.of(text).column())
                .filter(column -> option.startsWith(column + "="))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Timing timing() {
        if (at == null) {
            if (per != null || report.hasZone()) {
                throw report.wrong((per != null ? "--per" : "--zone") + " needs --at COLUMN");
            }
            return null;
        }
        String unit = per == null ? "month" : per;
        return new Timing(at, unit, report.cadence("--per", unit), Times.in(report.zone()));
    }
}
