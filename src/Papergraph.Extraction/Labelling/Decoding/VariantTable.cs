using System.Numerics;

namespace Papergraph.Extraction;

/// <summary>How probable it is that a term has a label nowhere in a paper, by the fingerprint of the term and the label.</summary>
/// <remarks>Made once and used again for paper after paper; nothing is allocated while papers are no larger than those before.</remarks>
internal sealed class VariantTable
{
    private (ulong Term, int Label, double Missing)[] _places = [];

    /// <summary>Forgets everything and makes room for so many terms with labels.</summary>
    public void Reset(int most)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * most));
        if (size > _places.Length) _places = new (ulong, int, double)[size];
        _places.AsSpan().Fill((0, -1, 1));
    }

    /// <summary>Multiplies what is kept, which is 1 at first.</summary>
    public void Multiply(ulong term, int label, double factor)
    {
        ref (ulong Term, int Label, double Missing) place = ref PlaceOf(term, label);
        place = (term, label, place.Missing * factor);
    }

    /// <summary>What is kept; 1 for an unknown term.</summary>
    public double Of(ulong term, int label) => PlaceOf(term, label).Missing;

    private ref (ulong Term, int Label, double Missing) PlaceOf(ulong term, int label)
    {
        int mask = _places.Length - 1, at = (int)((term >> 32) ^ term ^ (ulong)label) & mask;
        while (_places[at].Label >= 0 && (_places[at].Term != term || _places[at].Label != label)) at = (at + 1) & mask;
        return ref _places[at];
    }
}
