using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes the nodes of papers that are only cited: what the reference says of them.</summary>
internal sealed class PlaceholderTable
{
    private readonly NodeTableWriter _table;
    private readonly StringColumnWriter _id, _title, _doi, _arxivId, _reference;
    private readonly StringListColumnWriter _ids;
    private readonly Int64ColumnWriter _year;

    internal PlaceholderTable(SegmentWriter writer)
    {
        _table = writer.AddNodeTable(Labels.Paper, Labels.Placeholder);
        _id = _table.String(Keys.Id);
        _title = _table.String(Keys.Title);
        _year = _table.Int64(Keys.Year);
        _doi = _table.String(Keys.Doi);
        _arxivId = _table.String(Keys.ArxivId);
        _ids = _table.StringList(Keys.Ids);
        _reference = _table.String(Keys.Reference);
    }

    /// <summary>Adds a cited paper and returns its node.</summary>
    internal int Add(LinkedPaper paper)
    {
        int node = _table.AddNode();
        _id.Append(paper.Id);
        _title.AppendOrNull(paper.Cited?.Title);
        _year.AppendOrNull(paper.Cited?.Year);
        _doi.AppendOrNull(paper.Identifiers.ValueOf(IdentifierScheme.Doi));
        _arxivId.AppendOrNull(paper.Identifiers.ValueOf(IdentifierScheme.Arxiv));
        _ids.AppendOrNull(paper.Identifiers.Texts());
        _reference.AppendOrNull(paper.Cited?.Raw);
        return node;
    }
}
