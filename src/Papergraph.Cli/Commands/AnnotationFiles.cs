using Papergraph.Cli.Output;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Sources;

namespace Papergraph.Cli.Commands;

/// <summary>Reads the files of annotations that a verb is given, and keeps what was found about them.</summary>
/// <param name="papers">Files that give the texts of annotations without any.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class AnnotationFiles(IReadOnlyList<string> papers, CancellationToken cancellation)
{
    private const int FindingsShown = 20;

    private readonly List<Diagnostic> _findings = [];

    /// <summary>Records and files that could not be used.</summary>
    internal long Lost { get; private set; }

    internal IReadOnlyList<Diagnostic> Findings => _findings;

    internal IReadOnlyList<AnnotatedPaper> Read(IReadOnlyList<string> files)
    {
        AnnotationOptions options = new()
        {
            Texts = papers.Count > 0 ? PaperTexts.Read(papers, new SourceOptions(), _findings.Add, cancellation) : null,
        };
        return Papers(files, options);
    }

    /// <summary>Reads predictions; those without a text are of the annotated papers' texts.</summary>
    internal IReadOnlyList<AnnotatedPaper> ReadPredictions(string file, IReadOnlyList<AnnotatedPaper> annotated)
    {
        Dictionary<string, PaperText> texts = new(StringComparer.Ordinal);
        foreach (AnnotatedPaper paper in annotated.Where(paper => paper.Id.Length > 0)) texts.TryAdd(paper.Id, paper.Text);
        return Papers([file], new AnnotationOptions { Texts = texts });
    }

    /// <summary>Writes the first findings to stderr.</summary>
    internal void PrintFindings()
    {
        List<Diagnostic> findings = [.. _findings.Where(f => f.Severity > Severity.Info)];
        foreach (Diagnostic finding in findings.Take(FindingsShown)) Console.Error.WriteLine(ReportSummary.Line(finding));
        if (findings.Count > FindingsShown)
            Console.Error.WriteLine($"… and {Screen.Count(findings.Count - FindingsShown)} more; --json lists them.");
    }

    private IReadOnlyList<AnnotatedPaper> Papers(IReadOnlyList<string> files, AnnotationOptions options)
    {
        AnnotationReading reading = AnnotatedPapers.Read(files, options, _findings.Add, cancellation);
        Lost += reading.Rejected + reading.FilesLost;
        return reading.Papers;
    }
}
