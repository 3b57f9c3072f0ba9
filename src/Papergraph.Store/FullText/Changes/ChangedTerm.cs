using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>What changed for one term since the segment was written.</summary>
/// <param name="Term">The term in UTF-8.</param>
/// <param name="Masked">Number of changed documents that the segment lists under the term.</param>
/// <param name="Documents">The changed documents that have it now.</param>
internal sealed record ChangedTerm(byte[] Term, int Masked, ImmutableSortedDictionary<int, TermInDocument> Documents)
{
    /// <summary>Compares the terms alone, so that a set finds an entry by its term.</summary>
    public static IComparer<ChangedTerm> ByTerm { get; } =
        Comparer<ChangedTerm>.Create((a, b) => a.Term.AsSpan().SequenceCompareTo(b.Term));

    public static ChangedTerm Unchanged(byte[] term) => new(term, 0, ImmutableSortedDictionary<int, TermInDocument>.Empty);

    public bool IsUnchanged => Masked == 0 && Documents.IsEmpty;
}
