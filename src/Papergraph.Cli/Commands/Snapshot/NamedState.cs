using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary>A state of a graph as the user names it: a snapshot, <c>current</c>, another graph directory or a pack.</summary>
internal sealed class NamedState : IDisposable
{
    internal const string Current = "current";

    private NamedState(string name, GraphReader reader) => (Name, Reader) = (name, reader);

    /// <summary>As the user named it.</summary>
    internal string Name { get; }

    internal GraphReader Reader { get; }

    /// <summary>Opens a state. A snapshot of the graph goes before a path of the same name.</summary>
    /// <param name="graph">The graph directory, or a pack.</param>
    /// <param name="name">What the user named.</param>
    /// <exception cref="Core.PapergraphException">There is nothing of this name, or it is damaged.</exception>
    internal static NamedState Open(string graph, string name)
    {
        if (name == Current) return new(name, GraphDirectory.OpenRead(graph));
        IReadOnlyList<string> snapshots = GraphPack.IsPack(graph) ? [] : GraphDirectory.SnapshotNames(graph);
        if (snapshots.Contains(name)) return new(name, GraphDirectory.OpenSnapshot(graph, name));
        return GraphDirectory.Exists(name) ? new(name, GraphDirectory.OpenRead(name)) : throw CliErrors.NoSuchState(graph, name, snapshots);
    }

    public void Dispose() => Reader.Dispose();
}
