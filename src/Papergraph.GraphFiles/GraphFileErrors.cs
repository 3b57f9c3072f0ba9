using Papergraph.Core;

namespace Papergraph.GraphFiles;

/// <summary>Files that cannot be read as asked, one method each; single bad lines are in <see cref="GraphFileDiagnostics"/>.</summary>
internal static class GraphFileErrors
{
    internal static PapergraphException NoSuchFile(string path) =>
        new("PGF001", $"There is no file '{path}'. Check the path.");

    internal static PapergraphException Unrecognized(string path, string hint) =>
        new("PGF002",
            $"{path} is in no format of graphs that is known here{hint}. Convert it to pairs of ids, GraphML, GEXF, GML, METIS or Matrix Market.");

    internal static PapergraphException NothingUnderstood(string path, GraphFileFormat format, string reason) =>
        new("PGF003", $"{path} was read as {NameOf(format)}, but nothing in it could be understood ({reason.TrimEnd('.')}). Check its format.");

    internal static PapergraphException WideText(string path) =>
        new("PGF004", $"{path} is text in UTF-16 or UTF-32. Convert it to UTF-8.");

    internal static PapergraphException Unreadable(string path, Exception cause) =>
        new("PGF005", $"{path} cannot be read ({cause.Message.TrimEnd('.')}). Check that it may be read.", cause);

    internal static PapergraphException Damaged(string path, Exception cause) =>
        new("PGF006", $"{path} is damaged or cut short ({cause.Message.TrimEnd('.')}). Fetch it again.", cause);

    internal static PapergraphException UnfoldsTooFar(string path, string limit) =>
        new("PGF007", $"{path} unfolds to more than {limit}. Unfold it yourself if it is sound.");

    internal static PapergraphException NoSuchWeight(string path, string weight) =>
        new("PGF008", $"{path} has no edge with '{weight}', which was to be the weight. Name another attribute or column, or none.");

    internal static PapergraphException UnfitMatrix(string path, string kind) =>
        new("PGF009",
            $"{path} is a Matrix Market file of the kind '{kind}'. A graph is read from coordinate matrices of kind pattern, integer or real.");

    internal static PapergraphException UnusableHeader(string path, long line, string expected) =>
        new("PGF010", FormattableString.Invariant($"{path}, line {line}: the header must be {expected}. Mend it."));

    internal static PapergraphException TooManyNodes(string path, long nodes, long edges) =>
        new("PGF011", FormattableString.Invariant(
            $"{path} says that it has {nodes} nodes, far more than its {edges} edges have ends. Mend its header, or give the edges as pairs."));

    internal static PapergraphException LineTooLong(string path, int most) =>
        new("PGF012", FormattableString.Invariant($"{path} has a line of more than {most} bytes, as no file of edges has. Check its format."));

    internal static PapergraphException TooDeep(string path, long line, int most) =>
        new("PGF013", FormattableString.Invariant($"{path}, line {line}: there are more than {most} levels within each other. Check its format."));

    internal static PapergraphException TooManyEdges(string path) =>
        new("PGF014", $"{path} has more edges than one graph in memory can hold (2^31). Split it.");

    internal static PapergraphException OutOfRange(string option, long value) =>
        new("PGF015", FormattableString.Invariant($"{option} is {value}; it must be at least 1."));

    internal static string NameOf(GraphFileFormat format) => format switch
    {
        GraphFileFormat.Pairs => "pairs of ids",
        GraphFileFormat.AdjacencyList => "lists of neighbours",
        GraphFileFormat.GraphMl => "GraphML",
        GraphFileFormat.Gexf => "GEXF",
        GraphFileFormat.Gml => "GML",
        GraphFileFormat.Metis => "METIS",
        _ => "Matrix Market",
    };
}
