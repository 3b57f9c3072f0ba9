namespace Papergraph.Extraction;

/// <summary>The labellers that one set of papers taught.</summary>
/// <param name="Crf">Weights of the fast one.</param>
/// <param name="Fast">The fast one.</param>
/// <param name="Taggers">Taggers over the language model; none where only the fast one was wanted.</param>
/// <param name="Best">The one that asks both; null where there are no taggers.</param>
internal sealed record TrainedLabellers(CrfWeights Crf, ISpanLabeller Fast, IReadOnlyList<TaggerNetwork> Taggers, ISpanLabeller? Best);
