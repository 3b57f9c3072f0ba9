using Papergraph.Algorithms;
using Papergraph.Cli.Output.Analyses;
using Papergraph.Core;
using Papergraph.Engine.Analysis;

namespace Papergraph.Cli.Commands.Analyze;

/// <summary>Reads a file of edges that stands in the place of a graph, or standard input.</summary>
internal static class EdgeFile
{
    private const int FindingsShown = 20;

    internal static FileGraph Read(AnalysisRequest request, Execution execution)
    {
        List<Diagnostic> findings = [];
        FileGraph graph = request.Path == "-" ? ReadInput() : ReadFile(request.Path, request.Path);
        FileFindings.Print(findings, FindingsShown);
        return graph;

        // Formats are recognised by looking at a file more than once, which a pipe does not allow.
        FileGraph ReadInput()
        {
            string copy = Path.GetTempFileName();
            try
            {
                using (Stream input = Console.OpenStandardInput())
                using (FileStream file = new(copy, FileMode.Create)) input.CopyTo(file);
                return ReadFile(copy, "standard input");
            }
            finally
            {
                File.Delete(copy);
            }
        }

        FileGraph ReadFile(string path, string name) =>
            FileGraph.Read(path, request.Projection.Undirected, request.Projection.Weight, execution, findings.Add, name);
    }
}
