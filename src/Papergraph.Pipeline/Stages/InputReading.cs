using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Pipeline.Records;
using Papergraph.Sources;

namespace Papergraph.Pipeline.Stages;

/// <summary>The inputs of a run: found when it is made, read when asked for, and what was seen on the way.</summary>
internal sealed class InputReading
{
    private readonly List<InputSummary> _files = [];
    private readonly IEnumerable<SourceRecord> _records;

    /// <summary>Finds the inputs.</summary>
    /// <exception cref="PapergraphException">An input does not exist, or an option is outside its range.</exception>
    internal InputReading(
        SourceOptions options, IReadOnlyList<string> inputs, IProgress<ProgressUpdate>? progress, CancellationToken cancellation) =>
        _records = new PaperInputs(options).Read(inputs, Findings.Add, _files.Add, progress, cancellation);

    /// <summary>Findings about the inputs.</summary>
    internal Findings Findings { get; } = new();

    /// <summary>Each file that was read.</summary>
    internal IReadOnlyList<InputSummary> Files => _files;

    /// <summary>Records read.</summary>
    internal long Records { get; private set; }

    /// <summary>Records read that the spool held already.</summary>
    internal long Repeated { get; private set; }

    /// <summary>Records that could not be used.</summary>
    internal long Rejected => _files.Sum(f => f.Rejected);

    /// <summary>The records, in the order of the inputs; can be read once.</summary>
    internal IEnumerable<SourceRecord> Read()
    {
        foreach (SourceRecord record in _records)
        {
            Records++;
            yield return record;
        }
    }

    /// <summary>The texts of the records, in the order of the inputs; can be read once.</summary>
    /// <param name="mostOfAFile">Records of each file at most; the rest of it is read, but not given.</param>
    internal IEnumerable<PaperText> ReadTexts(long mostOfAFile = long.MaxValue)
    {
        string? file = null;
        long ofFile = 0;
        foreach (SourceRecord source in Read())
        {
            if (source.File != file) (file, ofFile) = (source.File, 0);
            if (++ofFile <= mostOfAFile) yield return new PaperText(source.Record.Title ?? "", source.Record.Abstract ?? "");
        }
    }

    /// <summary>Reads all records into the spool.</summary>
    internal void ReadInto(RecordSpool spool)
    {
        foreach (SourceRecord record in Read())
            if (!spool.Add(PaperRecordCodec.Encode(record.Record))) Repeated++;
    }
}
