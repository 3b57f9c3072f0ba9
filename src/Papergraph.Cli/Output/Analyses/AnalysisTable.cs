using System.Globalization;
using Papergraph.Cli.Commands.Analyze;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Cli.Output.Analyses;

/// <summary>An analysis as tables for readers.</summary>
internal static class AnalysisTable
{
    private const int MembersShown = 3, LongestName = 80;

    internal static void Print(FinishedAnalysis analysis, int top)
    {
        AnalysisGraph graph = analysis.Graph;
        switch (analysis.Result)
        {
            case NodeValues values:
                PrintNodes(graph, values, top);
                break;
            case NodeGroups groups:
                PrintGroups(graph, groups, top);
                break;
            case EdgeValues edges:
                PrintEdges(graph, edges, top);
                break;
            case NodePaths paths:
                PrintPaths(graph, paths, top);
                break;
        }

        string facts = string.Join(", ", analysis.Result.Facts.Select(fact => $"{fact.Name} {Short(fact.Value)}"));
        if (facts.Length > 0) Screen.Line(facts);
        string kind = graph.IsDirected ? "directed" : "undirected";
        Screen.Line($"{Screen.Count(graph.NodeCount)} nodes and {Screen.Count(graph.EdgeCount)} {kind} edges of {graph.Source}");
        if (analysis.Kept is { } kept) Screen.Line($"written as {string.Join(", ", kept.Properties)}, described by {kept.Id}");
    }

    private static void PrintNodes(AnalysisGraph graph, NodeValues values, int top)
    {
        IReadOnlyList<int> best = values.Top(top);
        Screen.Table(
            ["#rank", "name", "id", .. values.Columns.Select(column => "#" + column.Name)],
            best.Select((node, place) => (IReadOnlyList<string>)
            [
                Screen.Count(place + 1), .. Names(graph, node), .. values.Columns.Select(column => Number(column.Values.Span[node], column.AreWhole)),
            ]));
        ReadOnlySpan<double> scores = values.Columns[0].Values.Span;
        if (best.Zip(best.Skip(1)).Any(pair => values.Columns[0].Values.Span[pair.First] == values.Columns[0].Values.Span[pair.Second]))
            Screen.Line("equal scores stand in the order of the nodes");
    }

    private static void PrintGroups(AnalysisGraph graph, NodeGroups groups, int top)
    {
        IReadOnlyList<IReadOnlyList<int>> members = groups.BestKnown(graph, top, MembersShown);
        Screen.Table(
            ["#group", "#size", "best known"],
            members.Select((nodes, group) => new[]
            {
                Screen.Count(group), Screen.Count(groups.Partition.Sizes.Span[group]),
                string.Join("; ", nodes.Select(node => Shortened(graph.NameOf(node)))),
            }));
        if (groups.Partition.Count > members.Count) Screen.Line($"and {Screen.Count(groups.Partition.Count - members.Count)} smaller groups");
    }

    private static void PrintEdges(AnalysisGraph graph, EdgeValues edges, int top) => Screen.Table(
        [edges.AreDirected ? "from" : "node", edges.AreDirected ? "to" : "and", "#value"],
        edges.Top(top).Select(edge => new[]
        {
            Shortened(graph.NameOf(edge.Source)), Shortened(graph.NameOf(edge.Target)), Number(edge.Value, isWhole: false),
        }));

    private static void PrintPaths(AnalysisGraph graph, NodePaths paths, int top)
    {
        foreach (NodePath path in paths.Paths.Take(top))
            Screen.Line($"{Number(path.Length, isWhole: false)}: {string.Join(" → ", path.Nodes.Select(node => Shortened(graph.NameOf(node))))}");
        if (paths.Count > top) Screen.Line($"and {Screen.Count(paths.Count - top)} more");
    }

    private static string[] Names(AnalysisGraph graph, int node)
    {
        string id = graph.IdOf(node), name = graph.NameOf(node);
        return [Shortened(name), name == id ? "" : id];
    }

    private static string Shortened(string name)
    {
        string line = Screen.OneLine(name);
        return line.Length <= LongestName ? line : line[..LongestName].TrimEnd() + "…";
    }

    private static string Short(object value) => value switch
    {
        double number => Number(number, isWhole: false),
        long whole => Screen.Count(whole),
        _ => AnalysisLines.Fact(value),
    };

    private static string Number(double value, bool isWhole) =>
        double.IsNaN(value) ? "" : isWhole ? ((long)value).ToString(CultureInfo.InvariantCulture) : value.ToString("G6", CultureInfo.InvariantCulture);
}
