using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;
using static Papergraph.Engine.Analysis.OptionCatalog;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>What citations and mentions say of science.</summary>
internal static class ScientometricAlgorithms
{
    private const string Mentions = "Paper-MENTIONS-Entity";

    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("co-citation", "Links papers that are cited together.", GraphForm.Directed, SharedNeighbourOptions.All,
            input => Links(Cocitation.Compute(input.Graph.Directed, SharedNeighbourOptions.Read(input.Arguments), input.Execution))),
        new("coupling", "Links papers that cite the same papers.", GraphForm.Directed, SharedNeighbourOptions.All,
            input => Links(BibliographicCoupling.Compute(input.Graph.Directed, SharedNeighbourOptions.Read(input.Arguments), input.Execution))),
        new("co-occurrence", "Links what the same papers mention.", GraphForm.Directed, SharedNeighbourOptions.All,
            input => Links(BipartiteProjection.Compute(input.Graph.Directed, SharedNeighbourOptions.Read(input.Arguments), input.Execution)))
        { UsualProjection = Mentions },
        new("bipartite-projection", "Links the nodes of one side by what they share on the other.", GraphForm.Directed,
            [Side, .. SharedNeighbourOptions.All], Bipartite)
        { UsualProjection = Mentions },
        new("main-path", "The citations along which knowledge came down most.", GraphForm.Directed,
            [Traversal, OptionCatalog.Search, KeyRoutes, Cycles], Main),
        new("disruption", "Whether those who cite a paper leave out its references (1) or not (-1).", GraphForm.Directed,
            [LeastReferences, Year, Window], Disrupt),
        new("h-index", "h, g and i10 index of what each node points to: of authors by their papers.", GraphForm.Directed,
            [OptionCatalog.Direction], Hirsch)
        { UsualProjection = "Author-AUTHORED-Paper" },
        new("burst", "Years in which a concept was mentioned far more than else.", GraphForm.Directed,
            [Source, Year, Scaling, Gamma, States], Bursts)
        { UsualProjection = Mentions },
    ];

    private static EdgeValues Links(UndirectedCsr links) => new([Fact("links", links.EdgeCount)], AreDirected: false, EdgeValues.Of(links));

    private static EdgeValues Bipartite(AlgorithmInput input)
    {
        BipartiteSide side = input.Arguments.Word(Side, ("targets", BipartiteSide.Targets), ("sources", BipartiteSide.Sources)) ?? BipartiteSide.Targets;
        return Links(BipartiteProjection.Compute(input.Graph.Directed, SharedNeighbourOptions.Read(input.Arguments), input.Execution, side));
    }

    private static EdgeValues Main(AlgorithmInput input)
    {
        MainPathOptions standard = new();
        MainPathResult path = MainPath.Compute(
            input.Graph.Directed,
            new()
            {
                Weight = input.Arguments.Word(
                    Traversal, ("spc", TraversalWeight.SearchPathCount), ("splc", TraversalWeight.SearchPathLinkCount),
                    ("spnp", TraversalWeight.SearchPathNodePair)) ?? standard.Weight,
                Search = input.Arguments.Word(
                    OptionCatalog.Search, ("global", MainPathSearch.Global), ("local", MainPathSearch.LocalForward), ("backward", MainPathSearch.LocalBackward),
                    ("key-route", MainPathSearch.KeyRouteGlobal), ("key-route-local", MainPathSearch.KeyRouteLocal)) ?? standard.Search,
                KeyRoutes = input.Arguments.Whole(KeyRoutes) ?? standard.KeyRoutes,
                Cycles = input.Arguments.Word(Cycles, ("refuse", CitationCycles.Refuse), ("drop", CitationCycles.Drop)) ?? standard.Cycles,
            },
            input.Execution);
        int[] placeOf = new int[input.Graph.NodeCount];
        for (int place = 0; place < path.Papers.Length; place++) placeOf[path.Papers.Span[place]] = place;
        IEnumerable<MainPathLink> links = path.Links.ToArray().OrderBy(link => placeOf[link.Cited]).ThenBy(link => placeOf[link.Citing]);
        return new(
            [
                Fact("papers", path.Papers.Length), Fact("citations", path.Links.Length), Fact("dropped", path.Dropped),
                Fact("scaleExponent", path.ScaleExponent),
            ],
            AreDirected: true, links.Select(link => new ValuedEdge(link.Cited, link.Citing, link.Weight)))
        { AreInOrder = true };
    }

    private static NodeValues Disrupt(AlgorithmInput input)
    {
        DisruptionOptions standard = new();
        int? window = input.Arguments.Whole(Window);
        bool byYear = window is not null || input.Arguments.Property(Year) is not null;
        DisruptionResult found = DisruptionIndex.Compute(
            input.Graph.Directed,
            new()
            {
                LeastReferences = input.Arguments.Whole(LeastReferences) ?? standard.LeastReferences,
                Years = byYear ? Array.ConvertAll(input.Years(), year => double.IsNaN(year) ? 0 : (int)year) : default,
                Window = window ?? standard.Window,
            },
            input.Execution);
        return new(
            [],
            [
                new("disruption", found.Scores), NodeColumn.Whole("onlyPaper", found.OnlyPaper.Span), NodeColumn.Whole("both", found.Both.Span),
                NodeColumn.Whole("onlyReferences", found.OnlyReferences.Span),
            ]);
    }

    private static NodeValues Hirsch(AlgorithmInput input)
    {
        TraversalDirection direction = input.Direction();
        if (direction == TraversalDirection.Both) throw EngineErrors.UnfitValue(OptionCatalog.Direction.Name, "both", "out or in for h-index");
        CsrRows sets = direction == TraversalDirection.Outgoing ? input.Graph.Directed.OutgoingRows : input.Graph.Directed.IncomingRows;
        double[] h = new double[input.Graph.NodeCount], g = new double[h.Length], i10 = new double[h.Length];
        SortedSet<int> all = [];
        for (int node = 0; node < h.Length; node++)
        {
            int[] papers = [.. sets.Neighbours(node).ToArray().Distinct()];
            all.UnionWith(papers);
            long[] citations = [.. papers.Select(input.Graph.CitationsOf)];
            bool isSet = papers.Length > 0;
            (h[node], g[node], i10[node]) = isSet ? (HIndex.Of(citations), HIndex.G(citations), HIndex.I(citations)) : (double.NaN, double.NaN, double.NaN);
        }

        long[] together = [.. all.Select(input.Graph.CitationsOf)];
        return new(
            [Fact("papers", together.Length), Fact("h", HIndex.Of(together)), Fact("g", HIndex.G(together)), Fact("i10", HIndex.I(together))],
            [new("h", h, AreWhole: true), new("g", g, AreWhole: true), new("i10", i10, AreWhole: true)]);
    }

    private static NodeValues Bursts(AlgorithmInput input)
    {
        BurstOptions standard = new();
        return ConceptBursts.Of(
            input.Graph, input.Years(), input.Arguments.Nodes(Source, input.Graph),
            new()
            {
                Scaling = input.Arguments.Number(Scaling) ?? standard.Scaling,
                Gamma = input.Arguments.Number(Gamma) ?? standard.Gamma,
                States = input.Arguments.Whole(States) ?? standard.States,
            },
            input.Execution);
    }
}
