using Papergraph.Store;

namespace Papergraph.Benchmarks;

/// <summary>A graph to measure with: papers of a year and a venue, and random citations with one whole number each. The same every
/// time.</summary>
internal static class RandomGraph
{
    public const int Venues = 1000;

    public static void Publish(string folder, int nodes, long edges)
    {
        using GraphWriteLock held = GraphDirectory.Lock(folder);
        using SegmentWriter writer = held.BeginVersion();
        Write(writer, nodes, edges);
        writer.Publish();
    }

    private static void Write(SegmentWriter writer, int nodes, long edges)
    {
        ulong state = 1;
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        Int64ColumnWriter year = papers.Int64("year");
        StringColumnWriter venue = papers.String("venue");
        string[] venues = [.. Enumerable.Range(0, Venues).Select(i => $"Proceedings of the Annual Meeting on Subject {i:d4}")];
        for (int node = 0; node < nodes; node++)
        {
            papers.AddNode();
            // Papers come in the order of their years, as a growing collection has them.
            year.Append(1970 + (node * 55L / nodes));
            venue.Append(venues[Next(ref state, Venues)]);
        }

        EdgeTableWriter cites = writer.AddEdgeTable("CITES");
        Int64ColumnWriter line = cites.Int64("line");
        for (long edge = 0; edge < edges; edge++)
        {
            cites.Add(Next(ref state, nodes), Next(ref state, nodes));
            line.Append(edge % 100);
        }
    }

    /// <summary>A number from 0 to below the bound: SplitMix64, which costs next to nothing beside what is measured.</summary>
    public static int Next(ref ulong state, int bound)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(Math.BigMul(mixed ^ (mixed >> 31), (ulong)bound, out _));
    }
}
