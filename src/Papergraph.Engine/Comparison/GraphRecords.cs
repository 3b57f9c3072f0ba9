using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Comparison;

/// <summary>The records that a graph was built from, and which of them the other graph of a comparison has not.</summary>
internal sealed class GraphRecords
{
    private readonly BlobList? _records, _ofPapers;
    private readonly bool[] _onlyHere;

    private GraphRecords(GraphReader graph)
    {
        _records = ListOf(graph, Names.Records);
        _ofPapers = ListOf(graph, Names.PaperRecords);
        _onlyHere = new bool[_records?.Count ?? 0];
    }

    /// <summary>The records that the other graph has not, by number.</summary>
    public IEnumerable<int> OnlyHere => Enumerable.Range(0, _onlyHere.Length).Where(r => _onlyHere[r]);

    /// <summary>Opens the records of two graphs and compares them by their content.</summary>
    public static (GraphRecords Before, GraphRecords After) Compare(GraphReader before, GraphReader after, CancellationToken cancellation)
    {
        (GraphRecords first, GraphRecords second) = (new(before), new(after));
        string? set = before.Metadata.GetValueOrDefault(Names.RecordSet);
        if (set is not null && set == after.Metadata.GetValueOrDefault(Names.RecordSet)) return (first, second);
        HashSet<UInt128> contents = [.. first.Contents(cancellation)], others = [.. second.Contents(cancellation)];
        first.Mark(others, cancellation);
        second.Mark(contents, cancellation);
        return (first, second);
    }

    /// <summary>Whether the other graph has not this record.</summary>
    public bool IsOnlyHere(int record) => _onlyHere[record];

    /// <summary>The records behind a paper, by number; none for other nodes, papers that are only cited, and papers that no record made.
    /// </summary>
    public IReadOnlyList<int> OfPaper(int node)
    {
        if (_ofPapers is null || !_ofPapers.TryGet(node, out ReadOnlyMemory<byte> item)) return [];
        ReadOnlySpan<byte> positions = item.Span;
        List<int> records = [];
        for (; positions.Length >= sizeof(int); positions = positions[sizeof(int)..])
        {
            int record = BinaryPrimitives.ReadInt32LittleEndian(positions);
            if ((uint)record < (uint)_onlyHere.Length) records.Add(record);
        }

        return records;
    }

    /// <summary>What to call a record.</summary>
    public string NameOf(int record)
    {
        try
        {
            return RecordName.Of(PaperRecordCodec.Decode(_records![record]));
        }
        catch (FormatException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"record {record}");      // of another program
        }
    }

    private static BlobList? ListOf(GraphReader graph, string name) => graph.BlobNames.Contains(name) ? graph.Blobs(name) : null;

    private void Mark(HashSet<UInt128> others, CancellationToken cancellation)
    {
        int record = 0;
        foreach (UInt128 content in Contents(cancellation)) _onlyHere[record++] = !others.Contains(content);
    }

    private IEnumerable<UInt128> Contents(CancellationToken cancellation)
    {
        byte[] digest = new byte[SHA256.HashSizeInBytes];
        foreach (ReadOnlyMemory<byte> record in _records ?? Enumerable.Empty<ReadOnlyMemory<byte>>())
        {
            cancellation.ThrowIfCancellationRequested();
            SHA256.HashData(record.Span, digest);
            yield return BinaryPrimitives.ReadUInt128BigEndian(digest);
        }
    }
}
