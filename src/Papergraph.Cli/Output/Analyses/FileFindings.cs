using Papergraph.Core;

namespace Papergraph.Cli.Output.Analyses;

/// <summary>What was found wrong with a file of edges, on stderr.</summary>
internal static class FileFindings
{
    internal static void Print(IReadOnlyList<Diagnostic> findings, int most)
    {
        foreach (Diagnostic finding in findings.Take(most)) Console.Error.WriteLine(ReportSummary.Line(finding));
        if (findings.Count > most) Console.Error.WriteLine($"… and {Screen.Count(findings.Count - most)} more.");
    }
}
