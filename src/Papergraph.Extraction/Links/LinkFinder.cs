using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Collects the addresses of a passage: the tokenizer has already found their ends.</summary>
internal static class LinkFinder
{
    public static void Find(Passage passage, List<TextLink> links)
    {
        foreach (Token token in passage.Tokens)
        {
            if (token.Kind != TokenKind.Link) continue;
            string url = token.Span.Of(passage.Text);
            links.Add(new TextLink(new FieldSpan(passage.Field, token.Span), url, RepositoryAddress.TryNormalize(url, out _)));
        }
    }
}
