using Papergraph.Core;
using Papergraph.Engine.Analysis.Projections;

namespace Papergraph.Engine.Tests.Analysis;

public class ProjectionPatternTests
{
    [Theory]
    [InlineData("Paper-CITES-Paper", "Paper-CITES-Paper")]
    [InlineData("Paper-CITES->Paper", "Paper-CITES-Paper")]
    [InlineData("Method<-USES|INTRODUCES-Paper", "Paper-USES|INTRODUCES-Method")]
    [InlineData("*-*-*", "*-*-*")]
    [InlineData("`My-Label`-`a``b`-Größe", "`My-Label`-`a``b`-Größe")]
    [InlineData("Entity-MENTIONS-Paper-MENTIONS-Entity", "Entity-MENTIONS-Paper-MENTIONS-Entity")]
    [InlineData("Paper-CITES->*<-CITES-Paper", "Paper-CITES->*<-CITES-Paper")]
    [InlineData("Paper<-CITES-Paper-CITES->Paper", "Paper<-CITES-Paper-CITES->Paper")]
    public void A_pattern_is_written_as_it_is_read(string text, string expected)
    {
        Assert.Equal(expected, ProjectionPattern.Parse(text).ToString());
        Assert.Equal(expected, ProjectionPattern.Parse(expected).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Paper")]
    [InlineData("Paper-CITES")]
    [InlineData("Paper-CITES-")]
    [InlineData("-CITES-Paper")]
    [InlineData("Paper--Paper")]
    [InlineData("Paper-CITES|-Paper")]
    [InlineData("Paper<-CITES->Paper")]
    [InlineData("Paper-CITES-Paper ")]
    [InlineData("`Paper-CITES-Paper")]
    [InlineData("``-CITES-Paper")]
    [InlineData("Author-AUTHORED-Paper-MENTIONS-Entity")]
    [InlineData("Entity-MENTIONS-Paper-USES-Entity")]
    [InlineData("Paper-CITES->Paper-CITES->Paper")]
    [InlineData("Entity-MENTIONS-Paper-MENTIONS-Entity-X-Y")]
    public void What_is_no_pattern_is_refused_with_an_example(string text)
    {
        PapergraphException refused = Assert.Throws<PapergraphException>(() => ProjectionPattern.Parse(text));
        Assert.Equal("PGE011", refused.Code);
        Assert.Contains("Paper-CITES-Paper", refused.Message, StringComparison.Ordinal);
    }
}
