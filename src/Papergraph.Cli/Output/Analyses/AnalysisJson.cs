using System.Text.Json;
using Papergraph.Cli.Commands.Analyze;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Cli.Output.Analyses;

/// <summary>An analysis as a JSON document: its members are added to and never removed.</summary>
internal static class AnalysisJson
{
    private const int MembersShown = 3;

    internal static void Write(FinishedAnalysis analysis, AnalysisRequest request) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("algorithm", request.Algorithm.Name);
        WriteGraph(json, analysis.Graph);
        json.WriteNumber("threads", request.Threads);
        json.WriteStartObject("seconds");
        json.WriteNumber("load", Math.Round(analysis.LoadSeconds, 6));
        json.WriteNumber("kernel", Math.Round(analysis.KernelSeconds, 6));
        json.WriteEndObject();
        json.WriteStartObject("result");
        foreach (ResultFact fact in analysis.Result.Facts) WriteFact(json, fact);
        json.WriteEndObject();
        WriteTop(json, analysis.Graph, analysis.Result, request.Top);
        if (analysis.Kept is { } kept)
        {
            json.WriteStartObject("written");
            json.WriteString("run", kept.Id);
            json.WriteStartArray("properties");
            foreach (string property in kept.Properties) json.WriteStringValue(property);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static void WriteGraph(Utf8JsonWriter json, AnalysisGraph graph)
    {
        json.WriteStartObject("graph");
        json.WriteNumber("nodes", graph.NodeCount);
        json.WriteNumber("edges", graph.EdgeCount);
        json.WriteBoolean("directed", graph.IsDirected);
        json.WriteString("source", graph.Source);
        json.WriteBoolean("inPlace", graph is ProjectedGraph { IsInPlace: true });
        json.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter json, ResultFact fact)
    {
        switch (fact.Value)
        {
            case long whole: json.WriteNumber(fact.Name, whole); break;
            case double number when double.IsFinite(number): json.WriteNumber(fact.Name, number); break;
            case double: json.WriteNull(fact.Name); break;
            case bool flag: json.WriteBoolean(fact.Name, flag); break;
            default: json.WriteString(fact.Name, (string)fact.Value); break;
        }
    }

    private static void WriteTop(Utf8JsonWriter json, AnalysisGraph graph, AnalysisResult result, int count)
    {
        IReadOnlyList<IReadOnlyList<int>> members = result is NodeGroups groups ? groups.BestKnown(graph, count, MembersShown) : [];
        json.WriteStartArray("top");
        switch (result)
        {
            case NodeValues values:
                foreach (int node in values.Top(count)) WriteNode(json, graph, node, values.Columns);
                break;
            case NodeGroups { Partition: { } partition }:
                for (int group = 0; group < members.Count; group++) WriteScored(json, graph, members[group][0], partition.Sizes.Span[group]);
                break;
            case EdgeValues edges:
                foreach (ValuedEdge edge in edges.Top(count)) WriteEdge(json, graph, edge);
                break;
        }

        json.WriteEndArray();
        if (result is NodeGroups { Partition: { } divided }) WriteGroups(json, graph, divided.Sizes.Span, members);
        if (result is NodePaths paths) WritePaths(json, graph, paths.Paths.Take(count));
    }

    private static void WriteGroups(Utf8JsonWriter json, AnalysisGraph graph, ReadOnlySpan<int> sizes, IReadOnlyList<IReadOnlyList<int>> members)
    {
        json.WriteStartArray("groups");
        for (int group = 0; group < members.Count; group++)
        {
            json.WriteStartObject();
            json.WriteNumber("group", group);
            json.WriteNumber("size", sizes[group]);
            json.WriteStartArray("members");
            foreach (int node in members[group])
            {
                json.WriteStartObject();
                WriteName(json, graph, node);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePaths(Utf8JsonWriter json, AnalysisGraph graph, IEnumerable<NodePath> paths)
    {
        json.WriteStartArray("paths");
        foreach (NodePath path in paths)
        {
            json.WriteStartObject();
            json.WriteNumber("length", path.Length);
            json.WriteStartArray("nodes");
            foreach (int node in path.Nodes)
            {
                json.WriteStartObject();
                WriteName(json, graph, node);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNode(Utf8JsonWriter json, AnalysisGraph graph, int node, IReadOnlyList<NodeColumn> columns)
    {
        json.WriteStartObject();
        WriteName(json, graph, node);
        WriteNumber(json, "score", columns[0], node);
        foreach (NodeColumn column in columns.Skip(1)) WriteNumber(json, column.Name, column, node);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, NodeColumn column, int node)
    {
        double value = column.Values.Span[node];
        if (!double.IsFinite(value)) json.WriteNull(name);
        else if (column.AreWhole) json.WriteNumber(name, (long)value);
        else json.WriteNumber(name, value);
    }

    private static void WriteScored(Utf8JsonWriter json, AnalysisGraph graph, int node, long score)
    {
        json.WriteStartObject();
        WriteName(json, graph, node);
        json.WriteNumber("score", score);
        json.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter json, AnalysisGraph graph, ValuedEdge edge)
    {
        json.WriteStartObject();
        WriteName(json, graph, edge.Source);
        json.WriteString("otherNode", graph.IdOf(edge.Target));
        json.WriteString("otherName", graph.NameOf(edge.Target));
        if (double.IsFinite(edge.Value)) json.WriteNumber("score", edge.Value);
        else json.WriteNull("score");
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, AnalysisGraph graph, int node)
    {
        json.WriteString("node", graph.IdOf(node));
        json.WriteString("name", graph.NameOf(node));
    }
}
