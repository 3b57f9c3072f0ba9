using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

/// <summary>What stages get to see of a hostile text.</summary>
internal static class Hostile
{
    /// <summary>Those that the rules find, and one that begins and ends within tokens.</summary>
    public static PaperMentions Mentions(string title, string body)
    {
        PaperText text = new(title, body);
        List<Mention> mentions = [.. new PatternExtractor().Extract(text).Mentions];
        if (body.Length > 1)
            mentions.Add(new Mention(EntityType.Concept, new FieldSpan(TextField.Abstract, new Core.TextSpan(1, body.Length)), 1));
        return new PaperMentions(new PaperPassages(text), mentions);
    }
}
