using Papergraph.Core;
using Papergraph.Rdf;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>N-Triples: see <see cref="RdfGraphView"/> for the mapping and <see cref="NTriplesWriter"/> for the form.</summary>
internal sealed class NTriplesExport : IGraphExport
{
    public string Name => "ntriples";

    public string Description => "RDF, a triple a line (N-Triples 1.2; 1.1 without evidence)";

    public bool IsFolder => false;

    public bool HasEvidenceOption => true;

    public void Write(
        GraphReader graph, ExportTarget target, ExportOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        using NTriplesWriter writer = new(target.OpenFile());
        RdfViewOptions what = new() { IncludeEvidence = options.IncludeEvidence, NamesByContent = options.NamesByContent };
        RdfGraphView view = new(graph, what);
        view.WriteTo(writer, progress, cancellation);
        writer.Complete();
    }
}
