using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Joins ends of edges at random to edges that are no self-loops, not twice there and not refused: the configuration model, with
/// exchanges of ends to mend what it does wrong.</summary>
/// <param name="isRefused">Which nodes must not be joined, or null.</param>
internal sealed class StubMatching(Func<int, int, bool>? isRefused)
{
    /// <summary>Partners that a bad pair looks at before it is left out.</summary>
    private const int MostAttempts = 1000;

    private readonly HashSet<long> _edges = [];

    /// <summary>The edges among <paramref name="nodes"/>, each with as many as <paramref name="degreeOf"/> says where that is possible.</summary>
    internal List<(int, int)> Join(int[] nodes, Func<int, int> degreeOf, ref Xoshiro256 random)
    {
        List<int> drawn = [];
        foreach (int node in nodes) drawn.AddRange(Enumerable.Repeat(node, degreeOf(node)));
        int[] ends = [.. drawn];
        random.Shuffle(ends);
        List<(int A, int B)> edges = new(ends.Length / 2);
        List<(int A, int B)> bad = [];
        for (int i = 0; i + 1 < ends.Length; i += 2)
        {
            if (TryAdd(ends[i], ends[i + 1])) edges.Add((ends[i], ends[i + 1]));
            else bad.Add((ends[i], ends[i + 1]));
        }

        foreach ((int a, int b) in bad) Exchange(a, b, edges, ref random);
        return edges;
    }

    /// <summary>Makes of the pair a–b and an edge c–d the edges a–c and b–d.</summary>
    private void Exchange(int a, int b, List<(int A, int B)> edges, ref Xoshiro256 random)
    {
        for (int attempt = 0; attempt < MostAttempts && edges.Count > 0; attempt++)
        {
            int at = random.Next(edges.Count);
            (int c, int d) = (random.Next() >> 63) == 0 ? edges[at] : (edges[at].B, edges[at].A);
            if (!TryAdd(a, c)) continue;
            if (!TryAdd(b, d))
            {
                _edges.Remove(Key(a, c));
                continue;
            }

            _edges.Remove(Key(c, d));
            edges[at] = (a, c);
            edges.Add((b, d));
            return;
        }
    }

    private bool TryAdd(int a, int b) => a != b && !(isRefused?.Invoke(a, b) ?? false) && _edges.Add(Key(a, b));

    private static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
