using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>Counts nodes and edges as they are written, reports now and then and stops when asked to.</summary>
internal sealed class ExportProgress(GraphReader graph, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
{
    private const int ReportEvery = 1 << 16, CheckEvery = 1 << 12;

    private readonly long _total = graph.NodeCount + graph.EdgeCount;
    private long _done;

    public void Step()
    {
        if (_done % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
        if (_done % ReportEvery == 0) Report();
        _done++;
    }

    public void Report() => progress?.Report(new ProgressUpdate("exporting", _done, _total, "nodes and edges"));
}
