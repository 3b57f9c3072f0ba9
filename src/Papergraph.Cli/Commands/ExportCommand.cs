using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Engine;
using Papergraph.Export;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph export G --format F -o FILE</c></summary>
internal static class ExportCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Option<string> format = new("--format", "-f")
        {
            Description = "One of: " + string.Join("; ", GraphExports.All.Select(e => $"{e.Name} ({e.Description})")) + ".",
            Required = true,
            HelpName = "NAME",
        };
        Option<string> output = new("--output", "-o") { Description = "File or folder to write; - for standard output.", Required = true, HelpName = "FILE" };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace the file or folder if it is there." };
        Option<bool> noEvidence = new("--no-evidence") { Description = "RDF formats: leave out the evidence, which needs RDF 1.2." };
        Option<bool> namesByContent = new("--names-by-content")
        {
            Description = "RDF formats: name edges by what they say and not by number, so that patches of `snapshot diff` apply.",
        };
        Command command = new("export", "Writes the graph in another format, in a stable order.") { graph, format, output, overwrite, noEvidence, namesByContent };
        return command.Does((parsed, cancellation) =>
        {
            IGraphExport export = GraphExports.Find(parsed.GetRequiredValue(format)) ?? throw CliErrors.UnknownExport(parsed.GetRequiredValue(format));
            string target = parsed.GetRequiredValue(output);
            if (parsed.GetValue(noEvidence) && !export.HasEvidenceOption) throw CliErrors.NoEvidenceOption(export.Name);
            if (parsed.GetValue(namesByContent) && !export.HasEvidenceOption) throw CliErrors.NoNamesOption(export.Name);
            if (Arguments.IsWithin(target, parsed.GetRequiredValue(graph))) throw CliErrors.TargetInGraph(target);
            using PaperGraph opened = PaperGraph.Open(parsed.GetRequiredValue(graph));
            ExportOptions options = new() { IncludeEvidence = !parsed.GetValue(noEvidence), NamesByContent = parsed.GetValue(namesByContent) };
            ProgressDisplay.During(progress =>
            {
                using ExportTarget destination = Destination(target, export, parsed.GetValue(overwrite));
                GraphExports.Write(export, opened.Reader, destination, options, progress, cancellation);
                return 0;
            });
            if (target != "-") Console.Error.WriteLine($"{target} holds {Screen.Count(opened.Reader.NodeCount)} nodes and {Screen.Count(opened.Reader.EdgeCount)} edges as {export.Name}.");
            return ExitCode.Done;
        });
    }

    private static ExportTarget Destination(string target, IGraphExport export, bool overwrite) =>
        target == "-" ? ExportTarget.ToStream(Console.OpenStandardOutput(), "standard output")
        : export.IsFolder ? ExportTarget.ToFolder(target, overwrite)
        : ExportTarget.ToFile(target, overwrite);
}
