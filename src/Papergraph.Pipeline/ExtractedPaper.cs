using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Linking;

namespace Papergraph.Pipeline;

/// <summary>What an extractor finds in one record, grouped into the entities of that paper.</summary>
/// <param name="Id">The record's own key, else its first identifier, else the name of the record.</param>
/// <param name="Text">The texts read.</param>
/// <param name="Found">What was found, with places.</param>
/// <param name="Entities">The mentions, grouped.</param>
public sealed record ExtractedPaper(string Id, PaperText Text, PaperExtraction Found, DocumentEntities Entities)
{
    internal static ExtractedPaper By(IExtractor extractor, string id, PaperText text)
    {
        PaperExtraction found = extractor.Extract(text);
        return new ExtractedPaper(id, text, found, DocumentLinker.Group(text, found));
    }

    /// <summary>The same in the form of annotations: an entity has the strongest role it is shown in, a statement names the first surfaces of its
    /// entities and is given once.</summary>
    public AnnotatedPaper ToAnnotatedPaper() => new()
    {
        Id = Id,
        Text = Text,
        Entities = [.. Entities.Entities.Select(entity => new AnnotatedEntity(entity.Type.ToString(), entity.Surfaces, entity.Role))],
        Spans = [.. Found.Mentions.Select(mention => new AnnotatedSpan(mention.Type.ToString(), mention.Place, mention.Confidence))],
        Relations =
        [
            .. Found.Statements.Select(s => new AnnotatedRelation(FirstSurface(s.Head), EdgeTypes.Of(s.Relation), FirstSurface(s.Tail)))
                .Where(r => r.Head != r.Tail).Distinct(),
        ],
        Abbreviations = [.. Found.Abbreviations.Select(pair => new AbbreviationPair(Text.At(pair.Short), Text.At(pair.Long)))],
        Results =
        [
            .. Found.Results.Select(r => new AnnotatedResult(
                FirstSurface(r.Metric), r.Value, r.Unit.Length > 0 ? r.Unit : null, FirstSurface(r.Dataset), FirstSurface(r.Method), Text.At(r.Place))),
        ],
        Links = [.. Found.Links.Select(link => link.Url).Distinct()],
    };

    private string? FirstSurface(int? mention) => mention is { } index ? FirstSurface(index) : null;

    private string FirstSurface(int mention) => Entities.Entities[Entities.OfMention[mention]].Surfaces[0];
}
