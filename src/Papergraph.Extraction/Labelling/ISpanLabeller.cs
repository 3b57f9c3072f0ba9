namespace Papergraph.Extraction;

/// <summary>Says of every run of tokens how probable it is that it is a mention.</summary>
/// <remarks>A pure function of the passages; may be called from many threads at once.</remarks>
internal interface ISpanLabeller
{
    /// <summary>Spans less probable than this are left out.</summary>
    const float LeastProbability = 0.02f;

    /// <summary>The types that it tells apart.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>Adds every span that is at least <see cref="LeastProbability"/> probable, sorted.</summary>
    void Find(PaperPassages paper, List<SpanCandidate> into);
}
