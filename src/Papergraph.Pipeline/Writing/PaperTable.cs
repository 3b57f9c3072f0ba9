using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes the nodes of papers that came as records.</summary>
internal sealed class PaperTable
{
    private readonly NodeTableWriter _table;
    private readonly StringColumnWriter _id, _title, _abstract, _doi, _arxivId, _url, _kind;
    private readonly StringListColumnWriter _ids, _organizations, _links, _source;
    private readonly Int64ColumnWriter _year, _month;
    private readonly DateColumnWriter _date;
    private readonly BooleanColumnWriter _dateIsApproximate;

    internal PaperTable(SegmentWriter writer)
    {
        _table = writer.AddNodeTable(Labels.Paper);
        _id = _table.String(Keys.Id);
        _title = _table.String(Keys.Title);
        _abstract = _table.String(Keys.Abstract);
        _year = _table.Int64(Keys.Year);
        _month = _table.Int64(Keys.Month);
        _date = _table.Date(Keys.Date);
        _dateIsApproximate = _table.Boolean(Keys.DateIsApproximate);
        _doi = _table.String(Keys.Doi);
        _arxivId = _table.String(Keys.ArxivId);
        _url = _table.String(Keys.Url);
        _kind = _table.String(Keys.Kind);
        _organizations = _table.StringList(Keys.Organizations);
        _links = _table.StringList(Keys.Links);
        _ids = _table.StringList(Keys.Ids);
        _source = _table.StringList(Keys.Source);
    }

    /// <summary>Adds a paper and returns its node.</summary>
    internal int Add(MergedPaper paper, IReadOnlyList<Identifier> identifiers)
    {
        int node = _table.AddNode();
        _id.Append(paper.Id);
        _title.AppendOrNull(paper.Title);
        _abstract.AppendOrNull(paper.Abstract);
        _year.AppendOrNull(paper.Date?.Year);
        _month.AppendOrNull(paper.Date?.Month);
        _date.AppendOrNull(paper.Date?.ToDay());
        if (paper.Date is { } date) _dateIsApproximate.Append(date.IsApproximate);
        else _dateIsApproximate.AppendNull();
        _doi.AppendOrNull(paper.Doi);
        _arxivId.AppendOrNull(paper.ArxivId);
        _url.AppendOrNull(paper.Url);
        _kind.AppendOrNull(paper.Kind);
        _organizations.AppendOrNull(paper.Organizations);
        _links.AppendOrNull(paper.Links);
        _ids.AppendOrNull(identifiers.Texts());
        _source.AppendOrNull(paper.Sources);
        return node;
    }
}
