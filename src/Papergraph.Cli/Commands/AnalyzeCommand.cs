using System.CommandLine;
using Papergraph.Cli.Commands.Analyze;
using Papergraph.Cli.Output;
using Papergraph.Cli.Output.Analyses;
using Papergraph.Engine.Analysis;
using Papergraph.Export;
using Papergraph.Store;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph analyze G ALGORITHM</c></summary>
internal static class AnalyzeCommand
{
    private const int MostTop = 1_000_000;

    internal static Command Create()
    {
        Argument<string?> graph = new("graph")
        {
            Description = "Directory of the graph, a packed snapshot, or a file of edges (- for standard input).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Argument<string?> algorithm = new("algorithm")
        {
            Description = "Name of the algorithm, one of these (--list says what each gives): " + string.Join("; ", GraphAlgorithms.Families.Select(
                family => $"{family.Name}: {string.Join(' ', family.Algorithms.Select(known => known.Name))}")) + ".",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> list = new("--list") { Description = "Show the algorithms with their options and end." };
        ProjectionOptions projection = new();
        AlgorithmOptions options = new();
        Option<int> top = new("--top") { Description = "Most nodes, groups or edges shown.", DefaultValueFactory = _ => 10, HelpName = "K" };
        Option<string?> output = new("--output", "-o")
        {
            Description = "Write the whole result to this file, or - for standard output: a line a node, or an edge, with tabs between.",
            HelpName = "FILE.tsv",
        };
        Option<string?> write = new("--write") { Description = "Keep the result in the graph, as this property of its nodes.", HelpName = "PROPERTY" };
        Option<Durability> durability = new("--durability")
        {
            Description = "What --write waits for: the disk (full) or the operating system (os).",
            HelpName = "full|os",
            DefaultValueFactory = _ => Durability.Full,
            CustomParser = result =>
            {
                string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (text is not ("full" or "os")) result.AddError($"'{text}' is no durability; --durability is full or os.");
                return text == "os" ? Durability.OperatingSystem : Durability.Full;
            },
        };
        Option<int> threads = Arguments.Threads();
        Option<bool> asJson = Arguments.Json();
        Option<bool> verbose = new("--verbose") { Description = "Say on standard error what was analysed, and how long it took." };
        Command command = new("analyze", "Runs an algorithm over the graph, or a part of it: rankings, communities, paths, similarities.")
        {
            graph, algorithm, list, top, output, write, durability, threads, asJson, verbose,
        };
        projection.AddTo(command);
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(list) && result.GetValue(algorithm) is null)
                result.AddError("A graph and an algorithm are needed: papergraph analyze GRAPH ALGORITHM. --list shows the algorithms.");
        });
        return command.Does((parsed, cancellation) =>
        {
            if (parsed.GetValue(list))
            {
                AlgorithmList.Print();
                return ExitCode.Done;
            }

            if (parsed.GetValue(top) is < 0 or > MostTop) throw CliErrors.UnfitTop(parsed.GetValue(top), MostTop);
            AnalysisRequest request = new(parsed.GetRequiredValue(graph)!, GraphAlgorithms.Named(parsed.GetRequiredValue(algorithm)!))
            {
                Options = options.Given(parsed),
                Projection = projection.Given(parsed),
                Output = parsed.GetValue(output),
                Write = parsed.GetValue(write),
                Durability = parsed.GetValue(durability),
                Threads = parsed.GetValue(threads),
                Top = parsed.GetValue(top),
                AsJson = parsed.GetValue(asJson),
            };
            request.Validate();
            // Claimed before the run, so that a file that cannot be written is known at once and nothing is kept in the graph.
            using ExportTarget? file = request.Output is null or "-" ? null : ExportTarget.ToFile(request.Output, overwrite: true);
            Stream? lines = file?.OpenFile();
            using FinishedAnalysis analysis = ProgressDisplay.During(progress => FinishedAnalysis.Run(request, progress, cancellation));
            if (parsed.GetValue(verbose)) Tell(analysis);
            if (lines is not null)
            {
                AnalysisLines.Write(lines, analysis.Graph, analysis.Result);
                file!.Complete();
            }

            Show(analysis, request);
            return ExitCode.Done;
        });
    }

    private static void Tell(FinishedAnalysis analysis)
    {
        string kind = analysis.Graph.IsDirected ? "directed" : "undirected";
        Console.Error.WriteLine(Screen.OneLine(
            $"{analysis.Graph.Source}: {Screen.Count(analysis.Graph.NodeCount)} nodes, {Screen.Count(analysis.Graph.EdgeCount)} {kind} edges, "
                + $"{analysis.Storage}; loaded in {Screen.Number(analysis.LoadSeconds, 3)} s, computed in {Screen.Number(analysis.KernelSeconds, 3)} s"));
    }

    private static void Show(FinishedAnalysis analysis, AnalysisRequest request)
    {
        if (request.Output == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            AnalysisLines.Write(output, analysis.Graph, analysis.Result);
        }
        else if (request.AsJson)
        {
            AnalysisJson.Write(analysis, request);
        }
        else
        {
            AnalysisTable.Print(analysis, request.Top);
        }
    }
}
