using System.Buffers.Binary;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Explanations;

/// <summary>The values of a paper, each with the records that state it, and the values that other records state instead.</summary>
internal static class PaperFacts
{
    private const string Authors = "authors", Venue = "venue";      // of a record, where the graph has nodes

    internal static IReadOnlyList<StatedFact> Of(GraphReader graph, int paper)
    {
        NodeTable table = graph.TableOf(paper);
        long row = table.RowOf(paper);
        PaperRecord[] records = table.HasLabel(Labels.Placeholder) ? [] : [.. RecordsOf(graph, paper)];
        List<StatedFact> facts = [];
        foreach (string key in (string[])[Keys.Title, Keys.Id, Keys.Ids, Keys.Year, Keys.Month, Keys.Date, Keys.Doi, Keys.ArxivId, Keys.Kind, Keys.Url, Keys.Organizations, Keys.Links])
            if (table.Column(key)?.Value(row) is { } value)
                AddFact(facts, key, PropertyText.Of(value), records);
        AddFact(facts, Authors, NamesOf(graph, paper, EdgeTypes.Authored, incoming: true), records);
        AddFact(facts, Venue, NamesOf(graph, paper, EdgeTypes.PublishedIn, incoming: false), records);
        AddFact(facts, "code", NamesOf(graph, paper, EdgeTypes.HasCode, incoming: false), []);
        if (table.Strings(Keys.Abstract)?[row] is { } text) AddFact(facts, Keys.Abstract, text, records);
        AddCount(graph, paper, facts);
        foreach (PaperRecord record in records)
            foreach ((string name, IReadOnlyList<string> values) in record.Extra.OrderBy(e => e.Key, StringComparer.Ordinal))
                facts.Add(new StatedFact(name, string.Join("; ", values), [RecordName.Of(record)]));
        return facts;
    }

    /// <summary>The records behind a read paper; none for a paper that was created by a transaction.</summary>
    internal static IEnumerable<PaperRecord> RecordsOf(GraphReader graph, int paper)
    {
        if (!graph.BlobNames.Contains(Names.PaperRecords) || !graph.Blobs(Names.PaperRecords).TryGet(paper, out ReadOnlyMemory<byte> positions))
            yield break;
        BlobList records = graph.Blobs(Names.Records);
        for (int i = 0; i < positions.Length; i += sizeof(int))
        {
            // An empty one was lost to damage, and a repair kept its place.
            ReadOnlyMemory<byte> record = records[BinaryPrimitives.ReadInt32LittleEndian(positions.Span[i..])];
            if (!record.IsEmpty) yield return PaperRecordCodec.Decode(record);
        }
    }

    /// <summary>Adds the value that the graph shows, with the records that state it, and then what other records state instead. Where the graph joins
    /// what several records state, the value as a whole is nobody's, and each record's own is listed.</summary>
    private static void AddFact(List<StatedFact> facts, string key, string? chosen, PaperRecord[] records)
    {
        ILookup<string, string> stated = records
            .SelectMany(r => ValuesOf(r, key).Distinct().Select(value => (Value: value, Source: RecordName.Of(r))))
            .ToLookup(s => s.Value, s => s.Source, StringComparer.Ordinal);
        if (chosen is not null) facts.Add(new StatedFact(key, chosen, [.. stated[chosen]]));
        foreach (IGrouping<string, string> other in stated.Where(s => s.Key != chosen && key != Keys.Id).OrderBy(s => s.Key, StringComparer.Ordinal))
            facts.Add(new StatedFact(key, other.Key, [.. other], IsChosen: false));
    }

    private static IEnumerable<string> ValuesOf(PaperRecord record, string key) => key switch
    {
        Keys.Id => record.Identifiers.Select(i => i.ToString()),
        Keys.Doi => record.Identifiers.Where(i => i.Scheme == IdentifierScheme.Doi).Select(i => i.Value),
        Keys.ArxivId => record.Identifiers.Where(i => i.Scheme == IdentifierScheme.Arxiv).Select(i => i.Value),
        _ => SingleValueOf(record, key) is { } value ? [value] : [],
    };

    private static string? SingleValueOf(PaperRecord record, string key) => key switch
    {
        Keys.Title => record.Title,
        Keys.Abstract => record.Abstract,
        Keys.Ids => Joined(record.Identifiers.Select(i => i.ToString())),
        Keys.Organizations => Joined(record.Organizations),
        Keys.Links => Joined(record.Links),
        Keys.Month => record.Date?.Month is { } month ? PropertyText.Of((long)month) : null,
        Authors => Joined(record.Authors.Select(a => a.Name)),
        Venue => record.Venue,
        Keys.Year => record.Date is { } date ? PropertyText.Of((long)date.Year) : null,
        Keys.Date => record.Date?.ToDay() is { } day ? PropertyText.Of(day) : null,
        Keys.Kind => record.Kind,
        Keys.Url => record.Url,
        _ => null,
    };

    private static string? Joined(IEnumerable<string> values) => string.Join("; ", values) is { Length: > 0 } joined ? joined : null;

    private static string? NamesOf(GraphReader graph, int paper, string type, bool incoming)
    {
        if (graph.Edges(type) is not { } table) return null;
        Adjacency adjacency = incoming ? table.Incoming : table.Outgoing;
        ReadOnlySpan<int> others = adjacency.Neighbours(paper);
        EdgePositions positions = adjacency.Positions(paper);
        (long Order, string Name)[] names = new (long, string)[others.Length];
        for (int i = 0; i < others.Length; i++)
            names[i] = (table.Int64s(Keys.Position)?[positions[i]] ?? i, NodeSummary.Of(graph, others[i]).Name);
        return Joined(names.OrderBy(n => n.Order).Select(n => n.Name));
    }

    private static void AddCount(GraphReader graph, int paper, List<StatedFact> facts)
    {
        if (graph.Edges(EdgeTypes.Cites) is not { } cites) return;
        facts.Add(new StatedFact("references", PropertyText.Of((long)cites.Outgoing.Degree(paper)), []));
        facts.Add(new StatedFact("cited by", PropertyText.Of((long)cites.Incoming.Degree(paper)), []));
    }
}
