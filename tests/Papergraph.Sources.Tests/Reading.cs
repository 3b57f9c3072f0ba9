using System.Text;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources.Tests;

/// <summary>Everything that came of reading some bytes through the public facade.</summary>
internal sealed record Reading(IReadOnlyList<SourceRecord> Found, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<InputSummary> Summaries)
{
    public IReadOnlyList<PaperRecord> Papers => [.. Found.Select(f => f.Record)];

    public PaperRecord Only => Assert.Single(Found).Record;

    public InputSummary Summary => Assert.Single(Summaries);

    public IReadOnlyList<string> Codes => [.. Findings.Select(f => f.Code)];

    /// <summary>The canonical bytes of the records, in order.</summary>
    public IReadOnlyList<string> Bytes => [.. Papers.Select(p => Encoding.UTF8.GetString(PaperRecordCodec.Encode(p).Span))];

    public static Reading Of(string text, SourceOptions? options = null) => Of(Encoding.UTF8.GetBytes(text), options);

    public static Reading Of(byte[] bytes, SourceOptions? options = null) => Of(() => new MemoryStream(bytes), options);

    public static Reading Of(Func<Stream> open, SourceOptions? options = null) =>
        OfInputs(["-"], (options ?? new SourceOptions()) with { OpenStandardInput = open });

    public static Reading OfInputs(IReadOnlyList<string> inputs, SourceOptions? options = null)
    {
        List<Diagnostic> findings = [];
        List<InputSummary> summaries = [];
        List<SourceRecord> records = [.. new PaperInputs(options ?? new SourceOptions()).Read(inputs, findings.Add, summaries.Add)];
        Assert.Equal(records.Count, summaries.Sum(s => s.Records));
        return new Reading(records, findings, summaries);
    }
}
