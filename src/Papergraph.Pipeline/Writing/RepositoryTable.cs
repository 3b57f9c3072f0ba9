using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Pipeline.Stages;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes the nodes of code repositories, and which paper names which.</summary>
internal sealed class RepositoryTable
{
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly ReadPapers _read;

    private RepositoryTable(ReadPapers read) => _read = read;

    internal static RepositoryTable Write(SegmentWriter writer, ReadPapers read)
    {
        RepositoryTable repositories = new(read);
        NodeTableWriter table = writer.AddNodeTable(Labels.Repository);
        StringColumnWriter id = table.String(Keys.Id), url = table.String(Keys.Url), host = table.String(Keys.Host);
        foreach (string address in read.Repositories.Select(r => r.Url).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            repositories._nodes.Add(address, table.AddNode());
            id.Append(address);
            url.Append(address);
            host.Append(RepositoryAddress.HostOf(address));
        }

        return repositories;
    }

    internal void WriteEdges(SegmentWriter writer, int[] paperNodes)
    {
        if (_read.Repositories.Count == 0) return;
        EdgeTableWriter table = writer.AddEdgeTable(EdgeTypes.HasCode);
        StringColumnWriter field = table.String(Keys.Field);
        Int64ColumnWriter start = table.Int64(Keys.Start), end = table.Int64(Keys.End);
        foreach ((int paper, string url, FieldSpan? place) in _read.Repositories)
        {
            table.Add(paperNodes[paper], _nodes[url]);
            field.AppendOrNull(place?.Field.KeyOf());
            start.AppendOrNull(place?.Span.Start);
            end.AppendOrNull(place?.Span.End);
        }
    }
}
