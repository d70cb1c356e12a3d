package dev.cxkit.examples.report;

import dev.cxkit.examples.report.cases.CasesCommand;
import dev.cxkit.examples.report.demo.DemoCommand;
import dev.cxkit.examples.report.journeys.JourneysCommand;
import dev.cxkit.examples.report.orders.OrdersCommand;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.subscriptions.SubscriptionsCommand;
import dev.cxkit.examples.report.survey.SurveyCommand;
import dev.cxkit.examples.report.survival.SurvivalCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The program. A command is one class, named here. It ends with 0, or with 2 and one line on the standard error where usage or
 * input was wrong; anything else is a fault of the program and shows where.
 */
@Command(
        name = "cx-report",
        mixinStandardHelpOptions = true,
        version = "cx-report 0.1.0",
        description = "Scores with their uncertainty from your own export.",
        subcommands = {
            SurveyCommand.class,
            CasesCommand.class,
            JourneysCommand.class,
            OrdersCommand.class,
            SubscriptionsCommand.class,
            SurvivalCommand.class,
            DemoCommand.class
        })
public final class CxReport implements Runnable {

    private static final int WRONG_INPUT = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command line and ends the process. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Returns the command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new CxReport())
                // A column may be called @home; it is no file of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(CxReport::misused)
                .setExecutionExceptionHandler(CxReport::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing; there are " + String.join(", ", names()));
    }

    private Iterable<String> names() {
        return spec.subcommands().keySet();
    }

    private static int misused(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        return fail(command.getErr(), fault.getMessage() + " (see " + help + ")");
    }

    private static int failed(Exception fault, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (fault instanceof InputException) {
            return fail(command.getErr(), String.valueOf(fault.getMessage()));
        }
        throw fault;
    }

    private static int fail(PrintWriter err, String message) {
        err.println("cx-report: " + message.replaceAll("\\R\\s*", " "));
        err.flush();
        return WRONG_INPUT;
    }
}
