using System.Text;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources.Tests;

/// <summary>Everything that came of reading some annotations through the public facade.</summary>
internal sealed record AnnotationsRead(IReadOnlyList<AnnotatedPaper> Papers, IReadOnlyList<Diagnostic> Findings, long Rejected)
{
    public AnnotatedPaper Only => Assert.Single(Papers);

    public IReadOnlyList<string> Codes => [.. Findings.Select(f => f.Code)];

    public static AnnotationsRead Of(string text, AnnotationOptions? options = null) => Of(Encoding.UTF8.GetBytes(text), options);

    public static AnnotationsRead Of(byte[] bytes, AnnotationOptions? options = null)
    {
        options ??= new AnnotationOptions();
        List<Diagnostic> findings = [];
        AnnotationReading reading = AnnotatedPapers.Read(
            ["-"], options with { Sources = options.Sources with { OpenStandardInput = () => new MemoryStream(bytes) } }, findings.Add);
        return new AnnotationsRead(reading.Papers, findings, reading.Rejected);
    }

    /// <summary>The marks of a paper as text: <c>Method[DeepNet] Task[edge detection]</c>.</summary>
    public static string Marks(AnnotatedPaper paper) => string.Join(' ', paper.Spans!.Select(s => $"{s.Label}[{paper.Text.At(s.Place)}]"));
}
