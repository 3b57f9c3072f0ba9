using System.Globalization;
using System.Text;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Cli.Output.Analyses;

/// <summary>A whole result as lines with tabs between the fields: a line for each node, edge or path, in the order of the nodes.</summary>
/// <remarks>In names <c>\t</c>, <c>\n</c>, <c>\r</c> and <c>\\</c> stand for a tab, the ends of lines and a backslash. Numbers have as many
/// digits as it takes to read the same number back.</remarks>
internal static class AnalysisLines
{
    internal static void Write(Stream output, AnalysisGraph graph, AnalysisResult result)
    {
        using StreamWriter lines = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        switch (result)
        {
            case NodeValues values:
                for (int node = 0; node < graph.NodeCount; node++)
                    lines.WriteLine(Name(graph, node) + string.Concat(values.Columns.Select(column => "\t" + Number(column.Values.Span[node]))));
                break;
            case NodeGroups groups:
                for (int node = 0; node < graph.NodeCount; node++) lines.WriteLine($"{Name(graph, node)}\t{Number(groups.Partition[node])}");
                break;
            case NodeCoordinates vectors:
                for (int node = 0; node < graph.NodeCount; node++) lines.WriteLine(Vector(graph, vectors, node));
                break;
            case EdgeValues edges:
                foreach (ValuedEdge edge in edges.Edges)
                    lines.WriteLine($"{Name(graph, edge.Source)}\t{Name(graph, edge.Target)}\t{Number(edge.Value)}");
                break;
            case NodePaths paths:
                foreach (NodePath path in paths.Paths)
                    lines.WriteLine(Number(path.Length) + string.Concat(path.Nodes.Select(node => "\t" + Name(graph, node))));
                break;
            default:
                foreach (ResultFact fact in result.Facts) lines.WriteLine($"{fact.Name}\t{Fact(fact.Value)}");
                break;
        }
    }

    /// <summary>A fact as text.</summary>
    internal static string Fact(object value) => value switch
    {
        double number => Number(number),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A number that reads back as the same; nothing for one that is none.</summary>
    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Vector(AnalysisGraph graph, NodeCoordinates vectors, int node)
    {
        StringBuilder line = new(Name(graph, node));
        foreach (float coordinate in vectors.Of(node)) line.Append('\t').Append(coordinate.ToString("R", CultureInfo.InvariantCulture));
        return line.ToString();
    }

    private static string Name(AnalysisGraph graph, int node)
    {
        string id = graph.IdOf(node);
        return id.AsSpan().IndexOfAny("\t\n\r\\") < 0 ? id : id
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
    }
}
