using System.Text.Json;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Sources.Inputs;
using Papergraph.Sources.Json;

namespace Papergraph.Sources;

/// <summary>Reads files of annotated papers.</summary>
/// <remarks>Known by their content: JSON Lines with entities and their surfaces, one paper a line; SciERC's JSON Lines (Luan et al. 2018,
/// https://nlp.cs.washington.edu/sciIE/): sentences of tokens and spans by token; CoNLL: one token a line, its tag in the last
/// column; MED1250 (Sohn et al. 2008, https://doi.org/10.1186/1471-2105-9-402): abstracts with the abbreviations that they define.
/// <c>docs/formats/annotations.md</c> describes them.</remarks>
public static class AnnotatedPapers
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="path">A file; <c>.gz</c> is unfolded.</param>
    /// <param name="report">Is told of what cannot be used.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="PapergraphException">There is no such file, or no annotated paper in it.</exception>
    public static IReadOnlyList<AnnotatedPaper> Read(string path, Action<Diagnostic>? report = null, CancellationToken cancellation = default) =>
        Read([path], new AnnotationOptions(), report ?? (_ => { }), cancellation).Papers;

    /// <summary>Reads whole files, one after another; formats may differ from file to file.</summary>
    /// <param name="inputs">Files, folders, or <c>-</c> for standard input; <c>.gz</c> is unfolded.</param>
    /// <param name="options">Limits, and texts of papers whose records have none.</param>
    /// <param name="report">Receives every finding: a record that cannot be used is one, and the others are read all the same.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The papers, all of them held in memory.</returns>
    /// <exception cref="PapergraphException">An input does not exist, an option is outside its range, or no annotated paper was found.</exception>
    public static AnnotationReading Read(
        IReadOnlyList<string> inputs, AnnotationOptions options, Action<Diagnostic> report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        options.Sources.Validate();
        List<AnnotatedPaper> papers = [];
        long rejected = 0;
        int lost = 0;
        Action<Diagnostic> counted = finding =>
        {
            if (finding.Severity == Severity.Error) lost++;
            report(finding);
        };
        foreach (InputFile file in new InputWalk(options.Sources.FollowLinks, counted).Walk(inputs))
        {
            SourceContext context = new(file.Name, options.Sources, counted);
            FileGuard guard = new(file.Name, counted);
            using StoredStream? stored = guard.Try(() => new StoredStream(file.Open(options.Sources), advanced: _ => { }, cancellation));
            if (stored is null || guard.Try(() => Recognize(stored, context, options, cancellation)) is not { } found) continue;
            using IEnumerator<AnnotatedPaper> reading = found.GetEnumerator();
            Func<AnnotatedPaper?> next = () => reading.MoveNext() ? reading.Current : null;
            while (guard.Try(next) is { } paper) papers.Add(paper);
            rejected += context.Rejected;
        }

        return papers.Count > 0 ? new AnnotationReading(papers, rejected, lost) : throw SourceErrors.NoAnnotatedPapers(inputs);
    }

    private static IEnumerable<AnnotatedPaper>? Recognize(
        StoredStream stored, SourceContext context, AnnotationOptions options, CancellationToken cancellation)
    {
        InputContent content = InputContent.Open(stored, options.Sources);
        ReadOnlySpan<byte> head = content.Head.Span;
        if (content.IsFoldedTwice) context.Report(SourceDiagnostics.FoldedTwice(context.File));
        else if (head.IndexOfAnyExcept(" \t\r\n"u8) < 0 && head.Length < InputContent.HeadLength) context.Report(SourceDiagnostics.Empty(context.File));
        else if (IsJson(head)) return ReadJson(content.Bytes, context, options, cancellation);
        else if (Med1250Reader.Recognizes(head)) return new Med1250Reader(context).Read(content.Bytes, cancellation);
        else if (ConllReader.Recognizes(head)) return new ConllReader(context, head).Read(content.Bytes, cancellation);
        else context.Report(SourceDiagnostics.NoAnnotationFormat(context.File, Archives.Hint(head)));
        return null;
    }

    private static IEnumerable<AnnotatedPaper> ReadJson(Stream input, SourceContext context, AnnotationOptions options, CancellationToken cancellation)
    {
        SurfaceReader surfaces = new(context, options.Texts);
        SciercReader tokens = new(context);
        return JsonRecords.Read(
            input, context, (JsonElement json, long line) => json.TryGetProperty("sentences", out _) ? tokens.Read(json, line) : surfaces.Read(json, line), cancellation);
    }

    // A bracket may also be the first token of a CoNLL file.
    private static bool IsJson(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> start = head.TrimStart(" \t\r\n"u8);
        return start.Length > 1 && start[0] switch
        {
            (byte)'{' => start[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..],
            (byte)'[' => start[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']', ..],
            _ => false,
        };
    }
}
