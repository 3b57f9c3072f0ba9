namespace Papergraph.Extraction;

/// <summary>Where the numbers of tags stand in the rows of a lattice: those that go with the same tags stand side by side.</summary>
/// <remarks>Opening tags are outside, beginnings and singles; closing ones outside, ends and singles. Any opening tag may follow any closing
/// one; beside that, only the inside and the end of a label may follow its beginning and its inside.</remarks>
internal sealed class LatticeLayout
{
    private const int Lanes = 4;
    private readonly int[] _forward, _backward;

    public LatticeLayout(TagSet tags)
    {
        Tags = tags;
        int labels = tags.Labels;
        Joints = 1 + (2 * labels);
        Inner = (Joints + Lanes - 1) / Lanes * Lanes;
        Width = Inner + ((2 * labels) + Lanes - 1) / Lanes * Lanes;
        (_forward, _backward) = (new int[tags.Count], new int[tags.Count]);
        for (int label = 0; label < labels; label++)
        {
            (_forward[TagSet.Begin(label)], _forward[TagSet.Single(label)]) = (1 + label, 1 + labels + label);
            (_forward[TagSet.Inside(label)], _forward[TagSet.End(label)]) = (Inner + label, Inner + labels + label);
            (_backward[TagSet.End(label)], _backward[TagSet.Single(label)]) = (1 + label, 1 + labels + label);
            (_backward[TagSet.Begin(label)], _backward[TagSet.Inside(label)]) = (Inner + label, Inner + labels + label);
        }
    }

    public TagSet Tags { get; }

    /// <summary>Number of opening tags, and of closing ones.</summary>
    public int Joints { get; }

    /// <summary>Where the tags within spans begin, behind the others and zeros up to whole vectors of four.</summary>
    public int Inner { get; }

    /// <summary>Length of a row.</summary>
    public int Width { get; }

    /// <summary>The place of each tag in rows that are read forward: opening ones first, then insides and ends.</summary>
    public ReadOnlySpan<int> Forward => _forward;

    /// <summary>The place of each tag in rows that are read backward: closing ones first, then beginnings and insides.</summary>
    public ReadOnlySpan<int> Backward => _backward;
}
