using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Disjoint sets of works, each with the authoritative identifiers that it holds.</summary>
/// <remarks>Two sets can be one only where, in every authoritative scheme, the identifiers of one are among those of the other. So a
/// set never holds two identifiers of one scheme unless one of its works claims them all, and it never holds more than one work may
/// claim.</remarks>
internal sealed class WorkClusters
{
    private readonly DisjointSets _sets;
    private readonly Identifier[][] _identifiers;

    public WorkClusters(IReadOnlyList<Work> works)
    {
        _sets = new DisjointSets(works.Count);
        _identifiers = [.. works.Select(w => w.Identifiers.Where(i => i.IsAuthoritative).ToArray())];
    }

    /// <summary>The work that stands for the set of a work; changes with unions.</summary>
    public int Root(int work) => _sets.Root(work);

    /// <summary>The sets, numbered by their first work, and the set of each work.</summary>
    public (int[] SetOf, List<List<int>> Sets) Partition() => _sets.Partition();

    /// <summary>The authoritative identifiers of a set, sorted.</summary>
    public ReadOnlySpan<Identifier> Identifiers(int root) => _identifiers[root];

    /// <summary>Whether the identifiers of two sets allow them to be one paper.</summary>
    public bool CanBeOne(int a, int b) => CanBeOne(_identifiers[a], _identifiers[b]);

    /// <summary>Whether two sorted lists of authoritative identifiers can belong to one paper.</summary>
    public static bool CanBeOne(ReadOnlySpan<Identifier> left, ReadOnlySpan<Identifier> right)
    {
        while (left.Length > 0 && right.Length > 0)
        {
            ReadOnlySpan<Identifier> leftOfScheme = FirstScheme(left), rightOfScheme = FirstScheme(right);
            int order = left[0].Scheme.CompareTo(right[0].Scheme);
            if (order == 0 && !IsWithin(leftOfScheme, rightOfScheme) && !IsWithin(rightOfScheme, leftOfScheme)) return false;
            if (order <= 0) left = left[leftOfScheme.Length..];
            if (order >= 0) right = right[rightOfScheme.Length..];
        }

        return true;
    }

    /// <summary>Makes two sets one. The caller has checked <see cref="CanBeOne(int, int)"/>.</summary>
    public void Unite(int a, int b)
    {
        (int root, int replaced) = _sets.Unite(a, b);
        if (root == replaced) return;
        if (_identifiers[replaced].Length > 0) _identifiers[root] = [.. _identifiers[root].Union(_identifiers[replaced]).Order()];
        _identifiers[replaced] = [];
    }

    private static ReadOnlySpan<Identifier> FirstScheme(ReadOnlySpan<Identifier> sorted)
    {
        int length = 1;
        while (length < sorted.Length && sorted[length].Scheme == sorted[0].Scheme) length++;
        return sorted[..length];
    }

    private static bool IsWithin(ReadOnlySpan<Identifier> some, ReadOnlySpan<Identifier> all)
    {
        foreach (Identifier identifier in some)
            if (!all.Contains(identifier)) return false;
        return true;
    }
}
