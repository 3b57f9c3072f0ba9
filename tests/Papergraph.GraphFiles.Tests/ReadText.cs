using System.IO.Compression;
using System.Text;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.GraphFiles.Tests;

/// <summary>Reads a text as if it were a file.</summary>
internal static class ReadText
{
    internal sealed record Outcome(LoadedGraph Graph, List<Diagnostic> Found)
    {
        /// <summary>The edges by the names of their ends, with their weights, in order.</summary>
        internal string Edges => string.Join(' ', Enumerable.Range(0, Graph.Graph.NodeCount).SelectMany(v =>
            Graph.Graph.Outgoing(v).ToArray().Select((u, i) => $"{Name(v)}>{Name(u)}{Weight(v, i)}")));

        internal string Names => string.Join(' ', Enumerable.Range(0, Graph.Graph.NodeCount).Select(Name));

        internal string Codes => string.Join(' ', Found.Select(f => f.Line == 0 ? f.Code : $"{f.Code}@{f.Line}"));

        private string Weight(int node, int entry) => Graph.Graph.IsWeighted ? $"*{Graph.Graph.OutgoingRows.WeightsOf(node)[entry]}" : "";

        private string Name(int node) => Graph.Names?[node] ?? $"{node}";
    }

    internal static Outcome Of(string text, string name = "graph.txt", GraphFileOptions? options = null) =>
        Of(Encoding.UTF8.GetBytes(text), name, options);

    internal static Outcome Of(byte[] bytes, string name = "graph.txt", GraphFileOptions? options = null)
    {
        using TemporaryFolder folder = new();
        string path = folder.File(name);
        File.WriteAllBytes(path, bytes);
        List<Diagnostic> found = [];
        return new(GraphFile.Read(path, options, found.Add), found);
    }

    internal static byte[] Folded(byte[] bytes)
    {
        using MemoryStream folded = new();
        using (GZipStream gzip = new(folded, CompressionLevel.Fastest)) gzip.Write(bytes);
        return folded.ToArray();
    }

    internal static byte[] Folded(string text) => Folded(Encoding.UTF8.GetBytes(text));

    internal static string CodeOf(string text, string name = "graph.txt", GraphFileOptions? options = null) =>
        Assert.ThrowsAny<PapergraphException>(() => Of(text, name, options)).Code;
}
