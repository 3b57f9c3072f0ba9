using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Export.Tests;

/// <summary>Writes a model as a graph and the graph in a format.</summary>
internal static class Exported
{
    public static byte[] Bytes(ModelGraph model, string format)
    {
        using TemporaryFolder folder = new();
        using GraphReader graph = model.Open(folder);
        using MemoryStream stream = new();
        using ExportTarget target = ExportTarget.ToStream(stream);
        GraphExports.Write(GraphExports.Find(format)!, graph, target);
        return stream.ToArray();
    }

    /// <summary>The files of a folder by name, in ordinal order.</summary>
    public static SortedDictionary<string, byte[]> Folder(ModelGraph model, string format)
    {
        using TemporaryFolder folder = new();
        using GraphReader graph = model.Open(folder);
        using ExportTarget target = ExportTarget.ToFolder(folder.File("export"));
        GraphExports.Write(GraphExports.Find(format)!, graph, target);
        string[] files = Directory.GetFiles(folder.File("export"));
        return new(files.ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes), StringComparer.Ordinal);
    }
}
