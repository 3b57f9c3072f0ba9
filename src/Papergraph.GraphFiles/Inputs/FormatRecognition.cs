using Papergraph.GraphFiles.Pairs;

namespace Papergraph.GraphFiles.Inputs;

/// <summary>Recognises formats by the first bytes of a file, and by its extension where they leave it open.</summary>
internal static class FormatRecognition
{
    /// <exception cref="Core.PapergraphException">It is none that is known.</exception>
    internal static GraphFileFormat Of(GraphInput input)
    {
        ReadOnlySpan<byte> head = input.Head.Span;
        ReadOnlySpan<byte> start = head.TrimStart(" \t\r\n"u8);
        if (start.StartsWith("%%MatrixMarket"u8)) return GraphFileFormat.MatrixMarket;
        if (start.StartsWith("<"u8))
        {
            return start.IndexOf("<graphml"u8) >= 0 ? GraphFileFormat.GraphMl
                : start.IndexOf("<gexf"u8) >= 0 ? GraphFileFormat.Gexf
                : throw GraphFileErrors.Unrecognized(input.Path, " but XML of another kind");
        }

        if (Archive(head) is { } archive) throw GraphFileErrors.Unrecognized(input.Path, $" but {archive}");
        if (head.Contains((byte)0)) throw GraphFileErrors.Unrecognized(input.Path, " and no text");
        if (IsGml(start)) return GraphFileFormat.Gml;
        // Numbers in lines may be edges as well as neighbours.
        if (input.Extension is ".graph" or ".metis") return GraphFileFormat.Metis;
        return PairLayout.IsAdjacencyList(WholeLines(head)) ? GraphFileFormat.AdjacencyList : GraphFileFormat.Pairs;
    }

    /// <summary>A bracket opens a list with the key <c>graph</c>, and before it there are only comments, keys and their values.</summary>
    private static bool IsGml(ReadOnlySpan<byte> text)
    {
        using MemoryStream head = new(text.ToArray());
        Gml.GmlScanner tokens = new(head);
        for (bool isGraph = false; ;)
        {
            switch (tokens.Next())
            {
                case Gml.GmlToken.Key:
                    isGraph = tokens.Value == "graph";
                    break;
                case Gml.GmlToken.Open:
                    return isGraph;
                case Gml.GmlToken.Text or Gml.GmlToken.Number when !isGraph:
                    break;
                default:
                    return false;
            }
        }
    }

    private static ReadOnlySpan<byte> WholeLines(ReadOnlySpan<byte> head)
    {
        int last = head.LastIndexOf((byte)'\n');
        return last < 0 || head.Length < 1 << 16 ? head : head[..last];
    }

    private static string? Archive(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8) ? "a zip archive: unpack it"
        : head.StartsWith("BZh"u8) ? "compressed with bzip2: unfold it"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']) ? "compressed with xz: unfold it"
        : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? "compressed with zstd: unfold it"
        : head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "compressed with gzip twice: unfold it once"
        : head.StartsWith("\x93NUMPY"u8) ? "an array of NumPy: write its rows as text"
        : null;
}
