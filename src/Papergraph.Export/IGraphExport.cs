using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>A format that a graph can be written in. The bytes depend on the graph and the options alone; text is UTF-8 with LF.</summary>
public interface IGraphExport
{
    /// <summary>Name by which it is asked for: lower case, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>One line that says what it is for.</summary>
    string Description { get; }

    /// <summary>Whether it writes a folder of files and not one file.</summary>
    bool IsFolder { get; }

    /// <summary>Whether <see cref="ExportOptions.IncludeEvidence"/> makes a difference to it; where not, the evidence is always
    /// there.</summary>
    bool HasEvidenceOption { get; }

    /// <summary>Writes the graph. Memory does not grow with it. Called by <see cref="GraphExports.Write"/>, which completes the target
    /// and turns failures of the disk into one line.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="target">Where to.</param>
    /// <param name="options">What to include.</param>
    /// <param name="progress">Told of nodes and edges done, or null.</param>
    /// <param name="cancellation">Observed every few thousand nodes or edges.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    /// <exception cref="StoreException">The graph is damaged.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    void Write(
        GraphReader graph, ExportTarget target, ExportOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation);
}
