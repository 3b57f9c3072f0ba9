using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>The formats that there are.</summary>
public static class GraphExports
{
    /// <summary>All formats, in ordinal order of their names.</summary>
    public static IReadOnlyList<IGraphExport> All { get; } =
        [new GraphMlExport(), new JsonlExport(), new Neo4jAdminExport(), new NTriplesExport(), new TurtleExport()];

    /// <summary>The format of this name, in any case, or null.</summary>
    public static IGraphExport? Find(string name) =>
        All.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes a graph in a format and puts the result in place; when it fails, the target is as it was before.</summary>
    /// <param name="format">One of <see cref="All"/>.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="target">A file or a stream, or a folder when the format <see cref="IGraphExport.IsFolder"/>.</param>
    /// <param name="options">What to include, or null for the defaults.</param>
    /// <param name="progress">Told of nodes and edges done, or null.</param>
    /// <param name="cancellation">Observed every few thousand nodes or edges.</param>
    /// <exception cref="PapergraphException">The target does not fit the format, or the disk refused.</exception>
    /// <exception cref="StoreException">The graph is damaged.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static void Write(
        IGraphExport format, GraphReader graph, ExportTarget target, ExportOptions? options = null,
        IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(target);
        if (target.IsFolder != format.IsFolder) throw ExportErrors.WrongKindOfTarget(format, target);
        try
        {
            format.Write(graph, target, options ?? new ExportOptions(), progress, cancellation);
            target.Complete();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.CannotWrite(target.Name, cause);
        }
    }
}
