using System.Buffers.Binary;
using System.Reflection;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Pipeline.Records;
using Papergraph.Store;

namespace Papergraph.Pipeline.Stages;

/// <summary>One run on a locked graph directory: the graph that is there, and the records gathered for the one to be made.</summary>
internal sealed class GraphRun : IDisposable
{
    private readonly string _directory;

    internal GraphRun(string directory, GraphReader? existing, BuildOptions options)
    {
        (_directory, Existing) = (directory, existing);
        try
        {
            Spool = new RecordSpool(directory);
        }
        catch (IOException)
        {
            existing?.Dispose();
            throw;
        }

        RunId = "run:" + StableHash.Hex128($"papergraph {ProductVersion}\nextractor {options.Extractor.Identity}\n")[..16];
    }

    /// <summary>Version of Papergraph itself.</summary>
    internal static string ProductVersion { get; } =
        typeof(GraphRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Newest version of the graph, or null when there is none.</summary>
    internal GraphReader? Existing { get; }

    /// <summary>The extractor that read the texts of the graph that is there, where it is another one; else null.</summary>
    internal string? FormerExtractor
    {
        get
        {
            if (Existing?.Metadata.GetValueOrDefault(Names.Run) is not { } former || former == RunId) return null;
            return Existing.TryFindNode(Labels.Run, Keys.Id, former, out int run) ? Existing.Property(run, Keys.Model) as string : null;
        }
    }

    /// <summary>Records gathered.</summary>
    internal RecordSpool Spool { get; }

    /// <summary>Identifier of what derives the extracted facts: the same version and extractor have the same.</summary>
    internal string RunId { get; }

    /// <summary>Takes over the records of the graph that is there, but not those of the papers named.</summary>
    internal void TakeExistingRecords(IReadOnlyList<string> exceptOfPapers)
    {
        GraphReader existing = Existing ?? throw PipelineErrors.NoGraph(_directory);
        if (!existing.BlobNames.Contains(Names.Records)) throw PipelineErrors.NotBuiltByPapergraph(_directory);
        HashSet<int> left = [.. exceptOfPapers.SelectMany(id => RecordsOfPaper(existing, id))];
        int index = 0;
        foreach (ReadOnlyMemory<byte> record in existing.Blobs(Names.Records))
        {
            // An empty one was lost to damage, and a repair kept its place for the numbers of the others.
            if (!left.Contains(index++) && !record.IsEmpty) Spool.Add(record);
        }
    }

    /// <summary>Whether the graph that is there was made from just these records by the same version and extractor.</summary>
    internal bool Holds(RecordCatalog records) =>
        Existing is { } existing
        && existing.Metadata.GetValueOrDefault(Names.RecordSet) == records.SetName()
        && existing.Metadata.GetValueOrDefault(Names.Run) == RunId
        && !existing.Metadata.ContainsKey(GraphRepair.LossesKey);

    /// <inheritdoc />
    public void Dispose()
    {
        Existing?.Dispose();
        Spool.Dispose();
    }

    private static List<int> RecordsOfPaper(GraphReader graph, string id)
    {
        IEnumerable<string> forms = (Identifier.OpenAlex(id) ?? Identifier.Parse(id)) is { } parsed ? [id, parsed.ToString()] : [id];
        int[] nodes = [.. forms
            .SelectMany(form => graph.FindNodes(Labels.Paper, Keys.Id, form).Concat(graph.FindNodes(Labels.Paper, Keys.Ids, form)))
            .Distinct()];
        if (nodes.Length == 0) throw PipelineErrors.NoSuchPaper(id);

        BlobList paperRecords = graph.Blobs(Names.PaperRecords);
        List<int> records = [];
        foreach (int node in nodes)
        {
            NodeTable table = graph.TableOf(node);
            if (table.HasLabel(Labels.Placeholder) || !paperRecords.TryGet(node, out ReadOnlyMemory<byte> positions)) continue;
            for (int i = 0; i < positions.Length; i += sizeof(int)) records.Add(BinaryPrimitives.ReadInt32LittleEndian(positions.Span[i..]));
        }

        return records.Count > 0 ? records : throw PipelineErrors.OnlyCited(id);
    }
}
