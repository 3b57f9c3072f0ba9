namespace Papergraph.Linking.Tests;

public class PersonNameTests
{
    [Theory]
    [InlineData("Ada Lovelace", "ada lovelace", "lovelace a")]
    [InlineData("Lovelace, Ada", "ada lovelace", "lovelace a")]
    [InlineData("Lovelace A.", "a lovelace", "lovelace a")]
    [InlineData("A. K. Lovelace", "a k lovelace", "lovelace a")]
    [InlineData("Jürgen Müller-Lüdenscheidt", "jurgen muller ludenscheidt", "ludenscheidt j")]
    [InlineData("van der Berg, Jan", "jan van der berg", "berg j")]
    [InlineData("Jan van der Berg", "jan van der berg", "berg j")]
    [InlineData("Martin King Jr.", "martin king", "king m")]
    [InlineData("King, Martin, Jr.", "martin king", "king m")]
    [InlineData("Plato", "plato", "plato ")]
    [InlineData("山田太郎", "山田太郎", "山田太郎 ")]
    public void A_name_is_read_in_every_order(string name, string full, string key)
    {
        PersonName person = PersonName.Parse(name)!;
        Assert.Equal((full, key), (person.Full, person.Key().ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("—, .")]
    public void What_holds_no_letter_is_no_name(string? name) => Assert.Null(PersonName.Parse(name));

    [Theory]
    [InlineData("Ada Lovelace", true)]
    [InlineData("A. Lovelace", false)]
    [InlineData("A. King Lovelace", true)]
    [InlineData("Plato", false)]
    [InlineData("山田太郎", true)]
    public void A_name_is_spelled_out_when_a_given_name_is(string name, bool expected) =>
        Assert.Equal(expected, PersonName.Parse(name)!.IsSpelledOut);
}
