using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Draws words in proportion to the power ¾ of their frequency: what true neighbours are told apart from.</summary>
/// <remarks>Walker's method of aliases: a draw is two look-ups. The tables are laid as by M. D. Vose, “A linear algorithm for generating
/// random numbers with a given distribution”, IEEE TSE 17(9), 1991, https://doi.org/10.1109/32.92917.</remarks>
internal sealed class NoiseWords
{
    private readonly double[] _stays;
    private readonly int[] _alias;

    public NoiseWords(ReadOnlySpan<uint> frequencies)
    {
        (_stays, _alias) = (new double[frequencies.Length], new int[frequencies.Length]);
        double sum = 0;
        for (int i = 0; i < _stays.Length; i++)
        {
            // f^¾ by square roots, which are exact on every machine.
            _stays[i] = Math.Sqrt(frequencies[i] * Math.Sqrt(frequencies[i]));
            _alias[i] = i;
            sum += _stays[i];
        }

        Stack<int> light = [], heavy = [];
        for (int i = 0; i < _stays.Length; i++)
        {
            _stays[i] *= _stays.Length / sum;
            (_stays[i] < 1 ? light : heavy).Push(i);
        }

        while (light.TryPop(out int small) && heavy.TryPop(out int large))
        {
            _alias[small] = large;
            _stays[large] -= 1 - _stays[small];
            (_stays[large] < 1 ? light : heavy).Push(large);
        }
    }

    /// <summary>Draws a word.</summary>
    public int Draw(ref Xoshiro256 random)
    {
        int drawn = random.Next(_stays.Length);
        return random.NextDouble() < _stays[drawn] ? drawn : _alias[drawn];
    }
}
