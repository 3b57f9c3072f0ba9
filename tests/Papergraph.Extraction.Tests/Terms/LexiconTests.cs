namespace Papergraph.Extraction.Tests;

public class LexiconTests
{
    [Theory]
    [InlineData("names.txt")]
    [InlineData("single-terms.txt")]
    [InlineData("heads.txt")]
    public void No_word_of_a_list_has_two_types(string list)
    {
        var twice = WordList.Read(list).GroupBy(entry => entry.Word, StringComparer.Ordinal).Where(group => group.Count() > 1);
        Assert.Empty(twice.Select(group => group.Key));
    }

    [Theory]
    [InlineData("classify", "classifies", "classified", "classifying")]
    [InlineData("propose", "proposes", "proposed", "proposing")]
    [InlineData("match", "matches", "matched", "matching")]
    [InlineData("plan", "plans", "planned", "planning")]
    [InlineData("show", "shows", "showed", "showing")]
    [InlineData("agree", "agrees", "agreed", "agreeing")]
    [InlineData("lie", "lies", "lied", "lying")]
    public void Regular_verbs_have_their_regular_forms(string verb, string third, string past, string present)
    {
        Assert.Equal(third, VerbForms.ThirdPerson(verb));
        Assert.Contains((past, present), VerbForms.Participles(verb));
    }

    [Theory]
    [InlineData("BERT", true)]
    [InlineData("ImageNet", true)]
    [InlineData("iTransformer", true)]
    [InlineData("GPT-4o", true)]
    [InlineData("text8", true)]
    [InlineData("Multi-Domain", false)]
    [InlineData("10x", false)]
    [InlineData("3-layer", false)]
    [InlineData("2nd", false)]
    [InlineData("word", false)]
    [InlineData("$N$", false)]
    public void Names_are_told_by_their_capitals_and_digits(string word, bool isName) => Assert.Equal(isName, NameShape.IsName(word));
}
