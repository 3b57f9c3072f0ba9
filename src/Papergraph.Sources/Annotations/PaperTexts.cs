using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>The titles and abstracts of papers by every name that a record of annotations may use for them.</summary>
public static class PaperTexts
{
    /// <summary>Reads papers in any format and keeps their texts in memory.</summary>
    /// <param name="inputs">Files, folders, or <c>-</c> for standard input.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="report">Receives every finding.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Texts by the record's own key, its identifiers, and the name of its content; of several papers with one name, the first.</returns>
    /// <exception cref="PapergraphException">An input does not exist, or an option is outside its range.</exception>
    public static IReadOnlyDictionary<string, PaperText> Read(
        IReadOnlyList<string> inputs, SourceOptions options, Action<Diagnostic> report, CancellationToken cancellation = default)
    {
        Dictionary<string, PaperText> texts = new(StringComparer.Ordinal);
        foreach (SourceRecord source in new PaperInputs(options).Read(inputs, report, finished: _ => { }, progress: null, cancellation))
        {
            PaperRecord record = source.Record;
            PaperText text = new(record.Title ?? "", record.Abstract ?? "");
            if (record.Key is { } key) texts.TryAdd(key, text);
            foreach (Identifier identifier in record.Identifiers) texts.TryAdd(identifier.ToString(), text);
            texts.TryAdd(PaperRecordCodec.Name(PaperRecordCodec.Encode(record)), text);
        }

        return texts;
    }
}
