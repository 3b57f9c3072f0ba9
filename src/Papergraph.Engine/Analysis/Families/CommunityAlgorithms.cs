using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>Which nodes belong together.</summary>
internal static class CommunityAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("wcc", "Weakly connected components: nodes that edges connect, whatever their directions.", GraphForm.Directed, [],
            input => Components(WeakComponents.Compute(input.Graph.Directed, input.Execution))),
        new("scc", "Strongly connected components: nodes that reach each other.", GraphForm.Directed, [],
            input => Components(StrongComponents.Compute(input.Graph.Directed, input.Execution))),
    ];

    private static NodeGroups Components(Partition components) => new(
        [Fact("components", components.Count), Fact("largest", components.Count > 0 ? components.Sizes.Span[0] : 0)], components);
}
