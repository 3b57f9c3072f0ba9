namespace Papergraph.Linking.Tests;

public class VenueLinkerTests
{
    [Fact]
    public void Papers_of_one_issn_or_one_folded_name_share_a_venue()
    {
        LinkedVenues linked = VenueLinker.Link(
            [("Journal of Trees", "1234-567x"), ("J. Trees", "1234-567X"), ("JOURNAL OF TREES", null), ("Forest-Days", null),
                ("Forest days", "not one"), (null, null)]);
        Assert.Equal(["issn:1234-567X", "venue:forest days"], linked.Venues.Select(v => v.Id));
        Assert.Equal([0, 0, 0, 1, 1, -1], linked.OfPaper);
        Assert.Equal("1234-567X", linked.Venues[0].Issn);
        Assert.Equal("Journal of Trees", linked.Venues[0].Name);
        Assert.Equal(["same-issn", "folded-name"], linked.Decisions.Select(d => d.Rule));
        Assert.Equal(["Forest days", "Forest-Days"], linked.Decisions[1].From);
    }

    [Fact]
    public void A_name_with_two_issns_tells_neither() =>
        Assert.Equal(
            ["issn:1111-1111", "issn:2222-2222", "venue:trees"],
            VenueLinker.Link([("Trees", "1111-1111"), ("Trees", "2222-2222"), ("Trees", null)]).Venues.Select(v => v.Id));

    [Fact]
    public void Organisations_are_one_when_their_names_fold_to_the_same_words()
    {
        LinkedOrganizations linked = OrganizationLinker.Link(
            ["Université de Forêt", "universite de foret", "Université de Forêt", "—", "Tree Inc"]);
        Assert.Equal(["organization:tree inc", "organization:universite de foret"], linked.Organizations.Select(o => o.Id));
        Assert.Equal([1, 1, 1, -1, 0], linked.OfName);
        Assert.Equal("Université de Forêt", linked.Organizations[1].Name);
        Assert.Equal(3, Assert.Single(linked.Decisions).Count);
    }
}
