using System.Diagnostics;
using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Engine;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Keeping;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Cli.Commands.Analyze;

/// <summary>One run of an algorithm, with the graph still open, so that nodes can be named.</summary>
internal sealed class FinishedAnalysis : IDisposable
{
    private readonly IDisposable? _opened;

    private FinishedAnalysis(IDisposable? opened, AnalysisGraph graph, AnalysisResult result) => (_opened, Graph, Result) = (opened, graph, result);

    /// <summary>What was analysed.</summary>
    internal AnalysisGraph Graph { get; }

    /// <summary>What was found.</summary>
    internal AnalysisResult Result { get; }

    /// <summary>What the graph says of the analysis, where it was kept.</summary>
    internal KeptAnalysis? Kept { get; private init; }

    /// <summary>Seconds from opening the graph until the algorithm could begin.</summary>
    internal double LoadSeconds { get; private init; }

    /// <summary>Seconds that the algorithm took.</summary>
    internal double KernelSeconds { get; private init; }

    /// <summary>How the edges came into memory.</summary>
    internal string Storage => Graph is ProjectedGraph { IsInPlace: true } ? "read in place" : "copied";

    internal static FinishedAnalysis Run(AnalysisRequest request, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        Execution execution = new() { Threads = RequirePositive(request.Threads), Progress = progress, Cancellation = cancellation };
        ProjectionRequest? projection = request.IsFile ? null : request.Projection.Request(request.Algorithm.UsualProjection, request.SharingOptions);
        AlgorithmArguments arguments = GraphAlgorithms.Arguments(request.Algorithm, request.AlgorithmOptions);
        long start = Stopwatch.GetTimestamp();
        AnalysisStore? store = request.Write is { } property ? AnalysisStore.Open(request.Path, property, request.Durability) : null;
        PaperGraph? opened = store is null && projection is not null ? PaperGraph.Open(request.Path) : null;
        try
        {
            AnalysisGraph graph = (store?.Graph ?? opened)?.Project(projection!, execution)
                ?? (AnalysisGraph)EdgeFile.Read(request, execution);
            GraphAlgorithms.Prepare(request.Algorithm, graph);
            double load = Stopwatch.GetElapsedTime(start).TotalSeconds;
            start = Stopwatch.GetTimestamp();
            AnalysisResult result = GraphAlgorithms.Run(request.Algorithm, graph, arguments, execution);
            double kernel = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return new((IDisposable?)store ?? opened, graph, result)
            {
                LoadSeconds = load,
                KernelSeconds = kernel,
                Kept = store?.Keep(request.Algorithm.Name, request.Typed(arguments), (ProjectedGraph)graph, result),
            };
        }
        catch
        {
            store?.Dispose();
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>Closes the graph; nodes cannot be named any more.</summary>
    public void Dispose() => _opened?.Dispose();

    private static int RequirePositive(int threads) => threads is >= 1 and <= 1024 ? threads : throw CliErrors.UnfitThreads(threads);
}
