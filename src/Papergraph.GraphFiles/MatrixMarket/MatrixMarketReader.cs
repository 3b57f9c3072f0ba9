using System.Text;
using Papergraph.Core;
using Papergraph.GraphFiles.Inputs;
using Papergraph.GraphFiles.Pairs;

namespace Papergraph.GraphFiles.MatrixMarket;

/// <summary>Reads sparse matrices as graphs: the entry in row i and column j is the edge from i to j, its value the weight.</summary>
/// <remarks>R. Boisvert, R. Pozo, K. Remington, “The Matrix Market Exchange Formats: Initial Design”, NISTIR 5935, 1996. Symmetric matrices
/// are undirected graphs, each entry an edge; skew-symmetric ones have for each entry the one with its ends exchanged and the opposite weight.
/// A matrix that is not square is a graph of two sides: columns are nodes behind the rows.</remarks>
internal sealed class MatrixMarketReader(GraphInput input, GraphFileOptions options, Findings findings, CancellationToken cancellation)
{
    /// <summary>As many nodes may be without edges, and <see cref="MostNodesPerEdge"/> more for each edge.</summary>
    private const long FreeNodes = 1 << 24, MostNodesPerEdge = 64;

    internal LoadedGraph Read()
    {
        string[] banner = ReadLine().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (banner.Length != 5) throw GraphFileErrors.UnusableHeader(input.Path, 1, "'%%MatrixMarket matrix coordinate FIELD SYMMETRY'");
        string[] kind = [.. banner.Skip(2).Select(word => word.ToLowerInvariant())];
        if (kind is not ["coordinate", "pattern" or "integer" or "real", "general" or "symmetric" or "skew-symmetric"])
            throw GraphFileErrors.UnfitMatrix(input.Path, string.Join(' ', kind));
        (string field, string symmetry) = (kind[1], kind[2]);
        (int rows, int columns, long entries, int lines) = ReadSizes();
        bool isWeighted = field != "pattern" && options.Weight is not "";
        PairLayout layout = new((byte)' ', 0, 1, isWeighted ? 2 : -1, HasHeader: false, IsDirected: null);
        LineChunks chunks = new(input.Bytes, input.Path);
        EdgePart[] parts = ChunkedReading.Read(chunks, options.Threads, () => new NumberPairParser(layout, numbersOnly: true))!;
        foreach (EdgePart part in parts)
        {
            part.Problems.Report(findings, lines);
            lines += part.Lines;
        }

        int shift = rows == columns ? 0 : rows;
        long nodes = rows == columns ? rows : (long)rows + columns;
        long found = parts.Sum(part => (long)part.Pairs.Length);
        if (found != entries) findings.Add(GraphFileDiagnostics.OtherCount(input.Path, "entries", entries, found));
        if (nodes > int.MaxValue || nodes > FreeNodes + (MostNodesPerEdge * found))
            throw GraphFileErrors.TooManyNodes(input.Path, nodes, found);
        parts = [.. parts.Select(part => FromZero(part, rows, columns, shift))];
        bool isDirected = options.IsDirected ?? symmetry != "symmetric";
        // Of entries that mirror each other the file has one.
        if (symmetry == "skew-symmetric" || (symmetry == "symmetric" && isDirected))
            parts = [.. parts, .. parts.Select(part => Mirrored(part, symmetry == "symmetric" ? 1 : -1))];
        DirectedCsr graph = DirectedCsr.FromEdgeParts(
            (int)nodes,
            [.. parts.Select(part => (ReadOnlyMemory<(int, int)>)part.Pairs)],
            isWeighted ? [.. parts.Select(part => (ReadOnlyMemory<double>)part.Weights)] : null,
            options.Threads,
            cancellation);
        return new(graph, isDirected, Names: null);
    }

    private (int Rows, int Columns, long Entries, int Lines) ReadSizes()
    {
        for (int line = 2; ; line++)
        {
            string text = ReadLine();
            if (text.Length == 0) throw GraphFileErrors.UnusableHeader(input.Path, line, "three numbers: rows, columns, entries");
            if (text[0] == '%' || string.IsNullOrWhiteSpace(text)) continue;
            string[] sizes = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (sizes.Length == 3 && int.TryParse(sizes[0], out int rows) && int.TryParse(sizes[1], out int columns)
                && long.TryParse(sizes[2], out long entries) && rows >= 0 && columns >= 0 && entries >= 0) return (rows, columns, entries, line);
            throw GraphFileErrors.UnusableHeader(input.Path, line, "three numbers: rows, columns, entries");
        }
    }

    /// <summary>A line with its end, or empty behind the last.</summary>
    private string ReadLine()
    {
        StringBuilder line = new();
        for (int next; line.Length < 1 << 16 && (next = input.Bytes.ReadByte()) >= 0;)
        {
            line.Append((char)next);
            if (next == '\n') break;
        }

        return line.ToString();
    }

    private EdgePart FromZero(EdgePart part, int rows, int columns, int shift)
    {
        int kept = 0;
        for (int i = 0; i < part.Pairs.Length; i++)
        {
            (int row, int column) = part.Pairs[i];
            if (row < 1 || row > rows || column < 1 || column > columns) continue;
            part.Pairs[kept] = (row - 1, column - 1 + shift);
            if (part.Weights is not null) part.Weights[kept] = part.Weights[i];
            kept++;
        }

        if (kept == part.Pairs.Length) return part;
        for (int i = kept; i < part.Pairs.Length; i++) findings.Reject(GraphFileDiagnostics.NodeBeyond(input.Path, 0));
        return part with { Pairs = part.Pairs[..kept], Weights = part.Weights?[..kept] };
    }

    /// <summary>The entries on the other side of the diagonal.</summary>
    private static EdgePart Mirrored(EdgePart part, double factor)
    {
        int[] beside = [.. Enumerable.Range(0, part.Pairs.Length).Where(i => part.Pairs[i].Source != part.Pairs[i].Target)];
        return part with
        {
            Pairs = [.. beside.Select(i => (part.Pairs[i].Target, part.Pairs[i].Source))],
            Weights = part.Weights is null ? null : [.. beside.Select(i => factor * part.Weights[i])],
        };
    }
}
