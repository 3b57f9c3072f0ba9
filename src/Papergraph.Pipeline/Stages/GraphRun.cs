using System.Buffers.Binary;
using System.Reflection;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Pipeline.Records;
using Papergraph.Sources;
using Papergraph.Store;

namespace Papergraph.Pipeline.Stages;

/// <summary>One run on a graph directory: the records gathered so far, the graph that is there, and what is to be reported.</summary>
internal sealed class GraphRun : IDisposable
{
    private readonly string _directory;
    private readonly BuildOptions _options;
    private readonly List<InputSummary> _inputs = [];
    private long _recordsRead;

    internal GraphRun(string directory, GraphReader? existing, BuildOptions options)
    {
        (_directory, Existing, _options) = (directory, existing, options);
        Spool = new RecordSpool(directory);
        RunId = "run:" + StableHash.Hex128($"papergraph {ProductVersion}\nextractor {options.Extractor.Identity}\n")[..16];
    }

    /// <summary>Version of Papergraph itself.</summary>
    internal static string ProductVersion { get; } =
        typeof(GraphRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Newest version of the graph, or null when there is none.</summary>
    internal GraphReader? Existing { get; }

    /// <summary>Records gathered.</summary>
    internal RecordSpool Spool { get; }

    /// <summary>Identifier of what derives the extracted facts: the same version and extractor have the same.</summary>
    internal string RunId { get; }

    /// <summary>Findings about the input.</summary>
    internal Findings Findings { get; } = new();

    /// <summary>Time spent by stage.</summary>
    internal StageClock Clock { get; } = new();

    /// <summary>Records that could not be used.</summary>
    internal long Rejected => _inputs.Sum(i => i.Rejected);

    /// <summary>Reads every input into the spool.</summary>
    internal void ReadInputs(IReadOnlyList<string> inputs, IProgress<ProgressUpdate>? progress, CancellationToken cancellation) =>
        Clock.During("read", () =>
        {
            foreach (SourceRecord record in new PaperInputs(_options.Sources).Read(inputs, Findings.Add, _inputs.Add, progress, cancellation))
            {
                _recordsRead++;
                Spool.Add(PaperRecordCodec.Encode(record.Record));
            }
        });

    /// <summary>Takes over the records of the graph that is there, but not those of the papers named.</summary>
    internal void TakeExistingRecords(IReadOnlyList<string> exceptOfPapers)
    {
        GraphReader existing = Existing ?? throw PipelineErrors.NoGraph(_directory);
        if (!existing.BlobNames.Contains(Names.Records)) throw PipelineErrors.NotBuiltByPapergraph(_directory);
        HashSet<int> left = [.. exceptOfPapers.SelectMany(id => RecordsOfPaper(existing, id))];
        int index = 0;
        foreach (ReadOnlyMemory<byte> record in existing.Blobs(Names.Records))
            if (!left.Contains(index++)) Spool.Add(record);
    }

    /// <summary>Whether the graph that is there was made from just these records by the same version and extractor.</summary>
    internal bool Holds(RecordCatalog records) =>
        Existing is { } existing
        && existing.Metadata.GetValueOrDefault(Names.RecordSet) == records.SetName()
        && existing.Metadata.GetValueOrDefault(Names.Run) == RunId;

    /// <summary>What the run did.</summary>
    internal BuildReport Report(long version, bool changed, GraphContents? contents) => new()
    {
        Directory = _directory,
        Version = version,
        Changed = changed,
        Inputs = _inputs,
        RecordsRead = _recordsRead,
        Rejected = Rejected,
        Diagnostics = Findings.Kept,
        DiagnosticsOmitted = Findings.Omitted,
        Contents = contents,
        Seconds = Clock.Seconds,
    };

    /// <inheritdoc />
    public void Dispose()
    {
        Spool.Dispose();
        Existing?.Dispose();
    }

    private static List<int> RecordsOfPaper(GraphReader graph, string id)
    {
        IEnumerable<string> forms = Identifier.Parse(id) is { } parsed ? [id, parsed.ToString()] : [id];
        int[] nodes = [.. forms
            .SelectMany(form => graph.FindNodes(Labels.Paper, Keys.Id, form).Concat(graph.FindNodes(Labels.Paper, Keys.Ids, form)))
            .Distinct()];
        if (nodes.Length == 0) throw PipelineErrors.NoSuchPaper(id);

        List<int> records = [];
        foreach (int node in nodes)
        {
            NodeTable table = graph.TableOf(node);
            if (table.HasLabel(Labels.Placeholder)) continue;
            ReadOnlyMemory<byte> positions = graph.Blobs(Names.PaperRecords)[node - table.FirstNode];
            for (int i = 0; i < positions.Length; i += sizeof(int)) records.Add(BinaryPrimitives.ReadInt32LittleEndian(positions.Span[i..]));
        }

        return records.Count > 0 ? records : throw PipelineErrors.OnlyCited(id);
    }
}
