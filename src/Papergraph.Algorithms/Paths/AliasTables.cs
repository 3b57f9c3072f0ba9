using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>For each node a table from which one of its edges is drawn in proportion to its weight at two look-ups.</summary>
/// <remarks>Entry i of a row of n is drawn with probability 1/n; then it stays i with its own probability and else becomes its alias.
/// Walker's method; the tables are laid as by M. D. Vose, “A linear algorithm for generating random numbers with a given distribution”,
/// IEEE TSE 17(9), 1991, https://doi.org/10.1109/32.92917.</remarks>
internal sealed class AliasTables : IBlockWork
{
    private readonly CsrRows _rows;
    private readonly NodeBlocks _blocks;
    private readonly double[] _stays;
    private readonly int[] _alias;

    private AliasTables(CsrRows rows)
    {
        if (rows.EdgeCount > Array.MaxLength) throw AlgorithmErrors.TooManyEdges("a weighted random walk", rows.EdgeCount, Array.MaxLength);
        _rows = rows;
        _blocks = NodeBlocks.ByEdges(rows.FirstNode + rows.NodeCount, rows);
        (_stays, _alias) = (new double[rows.EdgeCount], new int[rows.EdgeCount]);
    }

    public static AliasTables Build(CsrRows rows, WorkerTeam team)
    {
        AliasTables tables = new(rows);
        team.Run(tables, tables._blocks.Count);
        return tables;
    }

    /// <summary>Draws an edge of the node.</summary>
    /// <returns>Its place in the row; −1 when no edge weighs anything.</returns>
    public int Draw(int node, ref Xoshiro256 random)
    {
        (int start, int count) = Row(node);
        if (count == 0) return -1;
        int drawn = random.Next(count);
        return random.NextDouble() < _stays[start + drawn] ? drawn : _alias[start + drawn];
    }

    public void Do(int block, int worker)
    {
        List<int> light = [], heavy = [];
        (int first, int end) = _blocks[block];
        for (int node = first; node < end; node++)
        {
            (int start, int count) = Row(node);
            if (count > 0) Lay(_rows.WeightsOf(node), _stays.AsSpan(start, count), _alias.AsSpan(start, count), light, heavy);
        }
    }

    private (int Start, int Count) Row(int node)
    {
        int row = node - _rows.FirstNode;
        if ((uint)row >= (uint)_rows.NodeCount) return (0, 0);
        ReadOnlySpan<long> offsets = _rows.Offsets;
        return ((int)offsets[row], (int)(offsets[row + 1] - offsets[row]));
    }

    private static void Lay(ReadOnlySpan<double> weights, Span<double> stays, Span<int> alias, List<int> light, List<int> heavy)
    {
        double greatest = 0, sum = 0;
        foreach (double weight in weights) greatest = Math.Max(greatest, weight);
        if (greatest == 0)
        {
            alias.Fill(-1);
            return;
        }

        // Over the greatest weight first, so that the sum stays within double precision.
        foreach (double weight in weights) sum += weight / greatest;
        light.Clear();
        heavy.Clear();
        for (int i = 0; i < weights.Length; i++)
        {
            stays[i] = weights[i] / greatest / sum * weights.Length;
            (stays[i] < 1 ? light : heavy).Add(i);
        }

        int richest = weights.IndexOf(greatest);
        while (light.Count > 0 && heavy.Count > 0)
        {
            int poor = light[^1], rich = heavy[^1];
            light.RemoveAt(light.Count - 1);
            alias[poor] = rich;
            stays[rich] -= 1 - stays[poor];
            if (stays[rich] >= 1) continue;
            heavy.RemoveAt(heavy.Count - 1);
            light.Add(rich);
        }

        // What rounding has left over is full, but nothing is drawn that weighs nothing.
        foreach (int i in heavy) stays[i] = 1;
        foreach (int i in light) (stays[i], alias[i]) = (weights[i] > 0 ? 1 : 0, richest);
    }
}
