using System.Buffers.Text;
using Papergraph.Core;
using Papergraph.GraphFiles.Inputs;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>Reads a line for each edge, or for each node with its neighbours.</summary>
/// <remarks>Ids are tried as whole numbers first; a file that has others is read again as names.</remarks>
internal sealed class PairFileReader(
    Func<string, GraphInput> open, string path, GraphFileOptions options, Findings findings, CancellationToken cancellation)
{
    private readonly ParallelOptions _bounded = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };

    /// <param name="input">The file, opened.</param>
    /// <param name="isAdjacencyList">Whether lines are lists of neighbours.</param>
    internal LoadedGraph Read(GraphInput input, bool isAdjacencyList)
    {
        PairLayout layout = PairLayout.Of(path, input.Head.Span, isAdjacencyList ? null : options.Weight);
        byte[][] vertices = VerticesBeside();
        bool isDirected = options.IsDirected ?? layout.IsDirected ?? true;
        if (!isAdjacencyList && layout is { Source: 0, Target: 1 } && Numbers(vertices) is { } numbers
            && ChunkedReading.Read(new LineChunks(input.Bytes, path), options.Threads, () => new NumberPairParser(layout)) is { } parts)
        {
            Report(parts);
            (int count, int[]? numbersOf) = NodeNumbers.Compact(parts, numbers, _bounded);
            return new(Graph(count, parts), isDirected, numbersOf is null ? null : new NumberNames(numbersOf));
        }

        using GraphInput again = open(path);
        LineChunks chunks = new(again.Bytes, path);
        NamedPart[] named = ChunkedReading.Read(chunks, options.Threads, () => new NamedPairParser(layout, isAdjacencyList))!;
        Report(named);
        NameTable names = Merge(named, vertices);
        if (names.AreNumbers) names = InNumericOrder(names, named);
        if (names.FirstInvalid is { } invalid) findings.Add(GraphFileDiagnostics.NoUtf8(path, invalid));
        DirectedCsr graph = Graph(names.Count, named);
        if (isAdjacencyList && !isDirected) graph = SymmetricRows.EachEdgeOnce(graph, options.Threads, cancellation);
        return new(graph, isDirected, names.AreOwnPlaces() ? null : names);
    }

    private DirectedCsr Graph(int nodeCount, IReadOnlyList<EdgePart> parts) => DirectedCsr.FromEdgeParts(
        nodeCount,
        [.. parts.Select(part => (ReadOnlyMemory<(int, int)>)part.Pairs)],
        parts.Any(part => part.Weights is null) || parts.Count == 0 ? null : [.. parts.Select(part => (ReadOnlyMemory<double>)part.Weights)],
        options.Threads,
        cancellation);

    private void Report(IReadOnlyList<EdgePart> parts)
    {
        long line = 0;
        foreach (EdgePart part in parts)
        {
            part.Problems.Report(findings, line);
            line += part.Lines;
        }
    }

    /// <summary>One table of all names, in the order in which the file has them; the pairs are made to refer to it.</summary>
    private NameTable Merge(NamedPart[] parts, byte[][] vertices)
    {
        NameTable names = new();
        foreach (byte[] vertex in vertices) names.PlaceOf(vertex);
        int[][] places = new int[parts.Length][];
        for (int part = 0; part < parts.Length; part++)
        {
            places[part] = new int[parts[part].Names.Count];
            for (int place = 0; place < places[part].Length; place++) places[part][place] = names.PlaceOf(parts[part].Names.Bytes(place));
        }

        Parallel.For(0, parts.Length, _bounded, part => Renumber(parts[part], places[part]));
        return names;
    }

    private NameTable InNumericOrder(NameTable names, NamedPart[] parts)
    {
        (NameTable ordered, int[] places) = names.InNumericOrder();
        Parallel.For(0, parts.Length, _bounded, part => Renumber(parts[part], places));
        return ordered;
    }

    private static void Renumber(NamedPart part, int[] places)
    {
        foreach (ref (int Source, int Target) pair in part.Pairs.AsSpan()) pair = (places[pair.Source], places[pair.Target]);
    }

    /// <summary>The nodes of NAME.v, a line each, where the edges are in NAME.e: so LDBC Graphalytics keeps its graphs.</summary>
    private byte[][] VerticesBeside()
    {
        string edges = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        if (!edges.EndsWith(".e", StringComparison.Ordinal)) return [];
        string beside = edges[..^1] + "v";
        if (!File.Exists(beside)) return [];
        using GraphInput input = open(beside);
        using StreamReader lines = new(input.Bytes);
        List<byte[]> vertices = [];
        while (lines.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } id && id[0] is not ('#' or '%')) vertices.Add(System.Text.Encoding.UTF8.GetBytes(id));
        return [.. vertices];
    }

    private static int[]? Numbers(byte[][] ids)
    {
        int[] numbers = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ReadOnlySpan<byte> id = ids[i];
            bool isNumber = !id.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (id.Length == 1 || id[0] != '0');
            if (!isNumber || !Utf8Parser.TryParse(id, out numbers[i], out int read) || read != id.Length) return null;
        }

        return numbers;
    }
}
