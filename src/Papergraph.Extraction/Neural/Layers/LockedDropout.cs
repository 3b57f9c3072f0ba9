using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Hides numbers at random, the same ones at every step of a sequence (Y. Gal and Z. Ghahramani, “A Theoretically Grounded
/// Application
/// of Dropout in Recurrent Neural Networks”, NeurIPS 2016). What stays is scaled up, so that nothing need be done without it.</summary>
internal sealed class LockedDropout(int columns, double rate)
{
    private readonly Matrix _masks = new(0, columns);

    /// <summary>Chooses what to hide of each of some sequences.</summary>
    public void Draw(int sequences, ref Xoshiro256 random)
    {
        _masks.Resize(sequences);
        float kept = (float)(1 / (1 - rate));
        foreach (ref float mask in _masks.Data) mask = random.NextDouble() < rate ? 0 : kept;
    }

    /// <summary>Hides numbers of each row of a batch: of values on the way forward, of gradients on the way back.</summary>
    public void Apply(SequenceBatch batch, Matrix values)
    {
        for (int step = 0; step < batch.Steps; step++)
        {
            for (int rank = 0; rank < batch.Counts[step]; rank++)
            {
                Span<float> row = values[batch.Offset(step) + rank];
                ReadOnlySpan<float> mask = _masks[rank];
                for (int i = 0; i < row.Length; i++) row[i] *= mask[i];
            }
        }
    }
}
