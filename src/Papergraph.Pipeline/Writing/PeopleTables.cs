using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Pipeline.Stages;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes authors, venues and organisations, and how papers belong to them.</summary>
internal sealed class PeopleTables
{
    private readonly LinkedPeople _people;
    private readonly int[] _authors, _venues, _organizations;

    private PeopleTables(SegmentWriter writer, LinkedPeople people)
    {
        _people = people;
        _authors = WriteAuthors(writer, people.Authors.Authors);
        _venues = WriteVenues(writer, people.Venues.Venues);
        _organizations = WriteOrganizations(writer, people.Organizations.Organizations);
    }

    internal static PeopleTables Write(SegmentWriter writer, LinkedPeople people) => new(writer, people);

    internal void WriteEdges(SegmentWriter writer, int[] paperNodes)
    {
        if (_authors.Length > 0)
        {
            EdgeTableWriter authored = writer.AddEdgeTable(EdgeTypes.Authored);
            Int64ColumnWriter position = authored.Int64(Keys.Position);
            for (int p = 0; p < paperNodes.Length; p++)
            {
                for (int i = 0; i < _people.Authors.OfPaper[p].Count; i++)
                {
                    if (_people.Authors.OfPaper[p][i] is not (>= 0 and int author)) continue;
                    authored.Add(_authors[author], paperNodes[p]);
                    position.Append(i + 1);
                }
            }
        }

        if (_people.Affiliations.Count > 0)
        {
            EdgeTableWriter affiliated = writer.AddEdgeTable(EdgeTypes.AffiliatedWith);
            foreach ((int author, int organization) in _people.Affiliations) affiliated.Add(_authors[author], _organizations[organization]);
        }

        if (_venues.Length > 0)
        {
            EdgeTableWriter published = writer.AddEdgeTable(EdgeTypes.PublishedIn);
            for (int p = 0; p < paperNodes.Length; p++)
                if (_people.Venues.OfPaper[p] is >= 0 and int venue) published.Add(paperNodes[p], _venues[venue]);
        }
    }

    private static int[] WriteAuthors(SegmentWriter writer, IReadOnlyList<LinkedAuthor> authors)
    {
        NodeTableWriter table = writer.AddNodeTable(Labels.Author);
        StringColumnWriter id = table.String(Keys.Id), name = table.String(Keys.Name), orcid = table.String(Keys.Orcid);
        int[] nodes = new int[authors.Count];
        for (int a = 0; a < nodes.Length; a++)
        {
            nodes[a] = table.AddNode();
            id.Append(authors[a].Id);
            name.Append(authors[a].Name);
            orcid.AppendOrNull(authors[a].Orcid);
        }

        return nodes;
    }

    private static int[] WriteVenues(SegmentWriter writer, IReadOnlyList<LinkedVenue> venues)
    {
        NodeTableWriter table = writer.AddNodeTable(Labels.Venue);
        StringColumnWriter id = table.String(Keys.Id), name = table.String(Keys.Name), issn = table.String(Keys.Issn);
        int[] nodes = new int[venues.Count];
        for (int v = 0; v < nodes.Length; v++)
        {
            nodes[v] = table.AddNode();
            id.Append(venues[v].Id);
            name.Append(venues[v].Name);
            issn.AppendOrNull(venues[v].Issn);
        }

        return nodes;
    }

    private static int[] WriteOrganizations(SegmentWriter writer, IReadOnlyList<LinkedOrganization> organizations)
    {
        NodeTableWriter table = writer.AddNodeTable(Labels.Organization);
        StringColumnWriter id = table.String(Keys.Id), name = table.String(Keys.Name);
        int[] nodes = new int[organizations.Count];
        for (int o = 0; o < nodes.Length; o++)
        {
            nodes[o] = table.AddNode();
            id.Append(organizations[o].Id);
            name.Append(organizations[o].Name);
        }

        return nodes;
    }
}
