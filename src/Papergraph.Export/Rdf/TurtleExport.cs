using Papergraph.Core;
using Papergraph.Rdf;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>Turtle: see <see cref="RdfGraphView"/> for the mapping and <see cref="TurtleWriter"/> for the form.</summary>
internal sealed class TurtleExport : IGraphExport
{
    public string Name => "turtle";

    public string Description => "RDF to read, evidence as annotations (Turtle 1.2; 1.1 without evidence)";

    public bool IsFolder => false;

    public bool HasEvidenceOption => true;

    public void Write(
        GraphReader graph, ExportTarget target, ExportOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        RdfViewOptions what = new() { IncludeEvidence = options.IncludeEvidence, NamesByContent = options.NamesByContent };
        RdfGraphView view = new(graph, what);
        using TurtleWriter writer = new(target.OpenFile(), view.Prefixes());
        view.WriteTo(writer, progress, cancellation);
        writer.Complete();
    }
}
