using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

/// <summary>What the extractor finds in a text, as strings.</summary>
internal sealed class Extracted(string title, string body)
{
    private readonly PaperText _text = new(title, body);

    public PaperExtraction Result { get; } = new PatternExtractor().Extract(new PaperText(title, body));

    public IEnumerable<string> Mentions => Result.Mentions.Select(mention => $"{mention.Type} {_text.At(mention.Place)}");

    public IEnumerable<string> Roles => Result.Roles.Select(claim => $"{Surface(claim.Mention)} {claim.Role}");

    public IEnumerable<string> Statements =>
        Result.Statements.Select(statement => $"{Surface(statement.Head)} {statement.Relation} {Surface(statement.Tail)}");

    public string Surface(int mention) => _text.At(Result.Mentions[mention].Place);
}
