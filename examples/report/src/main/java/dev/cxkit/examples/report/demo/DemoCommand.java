package dev.cxkit.examples.report.demo;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.rows.Times;
import dev.cxkit.examples.report.survey.Question;
import dev.cxkit.examples.report.survey.Survey;
import dev.cxkit.examples.report.survey.SurveyPage;
import dev.cxkit.examples.report.survey.SurveyReader;
import dev.cxkit.examples.report.survey.SurveyRequest;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import dev.cxkit.examples.report.survey.SurveyText;
import dev.cxkit.examples.report.text.TextOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A report on made-up answers, to see what there is to see before you look for an export of your own. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "A report on made-up answers to the survey of a company that does not exist: writes report.html, report.json and "
                        + "the answers, demo-answers.csv, and prints the scores. It needs nothing, and is the same every time.")
public final class DemoCommand implements Runnable {

    private static final String NAME = "demo-answers.csv";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to; cx-demo if not given.")
    private Path out = Path.of("cx-demo");

    @Override
    public void run() {
        String answers = DemoAnswers.csv();
        SurveyRequest request = request();
        Survey survey;
        try (Table table = Table.of(NAME, new StringReader(answers))) {
            survey = new Survey(request, List.of(SurveyReader.read(table, request)));
        }
        folder();
        TextOutput.write(out.resolve(NAME), answers);
        TextOutput.write(out.resolve("report.json"), Json.text(survey));
        TextOutput.write(out.resolve("report.html"), SurveyPage.of(survey, "Tallyho: what customers say"));
        PrintWriter text = spec.commandLine().getOut();
        SurveyText.print(survey, text);
        text.println("Wrote " + out.resolve("report.html") + " (open it in a browser), " + out.resolve("report.json")
                + " and " + out.resolve(NAME) + ".");
        text.println("The same from the answers: cx-report survey " + out.resolve(NAME) + " --score recommend=nps"
                + " --score support=csat --by plan --by channel --at answered_at --per month"
                + " --zone Europe/Berlin --id contact");
        text.flush();
    }

    private static SurveyRequest request() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        return new SurveyRequest(
                List.of(new Question("recommend", Scale.NPS, Set.of()), new Question("support", Scale.CSAT, Set.of())),
                List.of("plan", "channel"),
                null,
                "contact",
                new Timing("answered_at", "month", Cadence.monthly(zone), Times.in(zone)),
                false);
    }

    private void folder() {
        try {
            Files.createDirectories(out.toAbsolutePath());
        } catch (IOException e) {
            throw new InputException("cannot make folder " + out + ": " + e.getMessage(), e);
        }
    }
}
