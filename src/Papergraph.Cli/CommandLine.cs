using System.CommandLine;
using System.CommandLine.Parsing;
using Papergraph.Cli.Commands;
using Papergraph.Cli.Commands.Pretrain;
using Papergraph.Cli.Commands.Snapshot;
using Papergraph.Cli.Output;
using Papergraph.Core;

namespace Papergraph.Cli;

/// <summary>The verbs, and what happens around each: usage errors, failures, interruption.</summary>
internal static class CommandLine
{
    internal static int Run(string[] args)
    {
        ParseResult parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not Examples.HelpWithExamples)
        {
            foreach (ParseError error in parsed.Errors) Console.Error.WriteLine($"papergraph: {InPlainWords(error.Message)}");
            Console.Error.WriteLine($"Try: papergraph {VerbOf(parsed)}--help");
            return ExitCode.Usage;
        }

        if (args.Any(string.IsNullOrWhiteSpace))
        {
            Console.Error.WriteLine("papergraph: An argument is empty; a variable may be unset.");
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Gives a verb its action: failures become one line on stderr and an exit code, Ctrl-C a cancellation.</summary>
    internal static Command Does(this Command command, Func<ParseResult, CancellationToken, int> action)
    {
        command.SetAction(parsed =>
        {
            using CancellationTokenSource interruption = new();
            ConsoleCancelEventHandler onInterrupt = (_, e) =>
            {
                e.Cancel = !interruption.IsCancellationRequested;    // a second Ctrl-C ends the process at once
                interruption.Cancel();
            };
            Console.CancelKeyPress += onInterrupt;
            try
            {
                return action(parsed, interruption.Token);
            }
            catch (PapergraphException e)
            {
                return Fail(e);
            }
            catch (OperationCanceledException)
            {
                return Fail("interrupted; nothing was changed.");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Fail(CliErrors.System(e));
            }
            finally
            {
                Console.CancelKeyPress -= onInterrupt;
            }
        });
        return command;
    }

    private static RootCommand Root()
    {
        RootCommand root = new("Reads papers and builds one graph of citations and knowledge: embedded, offline, exact.")
        {
            BuildCommand.Create(), AddCommand.Create(), RemoveCommand.Create(), ExtractCommand.Create(), EvaluateCommand.Create(), TrainCommand.Create(),
            PretrainCommand.Create(),
            StatsCommand.Create(), VerifyCommand.Create(), CompactCommand.Create(), SnapshotCommand.Create(),
            SearchCommand.Create(), NeighborsCommand.Create(), AnalyzeCommand.Create(),
            ExplainCommand.Create(), ExportCommand.Create(), ImportCommand.Create(), DoctorCommand.Create(),
        };
        Examples.AddTo(root);
        return root;
    }

    private static string InPlainWords(string message) => message
        .Replace("as expected type 'System.Int32'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Nullable`1[System.Int32]'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Nullable`1[System.Int64]'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Decimal'", "as a number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Nullable`1[System.Decimal]'", "as a number", StringComparison.Ordinal);

    private static int Fail(PapergraphException e) => Fail($"{e.Message} [{e.Code}]");

    private static int Fail(string message)
    {
        Console.Error.WriteLine("papergraph: " + Screen.OneLine(message));
        return ExitCode.Failed;
    }

    /// <summary>The verb and what it is divided into, as typed: <c>snapshot diff</c>; empty for the program itself.</summary>
    internal static string VerbOf(CommandResult command) => string.Join(' ', Names(command).Reverse());

    private static IEnumerable<string> Names(CommandResult command)
    {
        for (SymbolResult? at = command; at is CommandResult { Command: not RootCommand } named; at = at.Parent) yield return named.Command.Name;
    }

    private static string VerbOf(ParseResult parsed) => VerbOf(parsed.CommandResult) is { Length: > 0 } verb ? verb + " " : "";
}
