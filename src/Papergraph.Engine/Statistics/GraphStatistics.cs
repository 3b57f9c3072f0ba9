using Papergraph.Engine.Analysis.Keeping;

namespace Papergraph.Engine.Statistics;

/// <summary>How much is in a graph.</summary>
/// <param name="Version">Number of the version counted.</param>
/// <param name="Nodes">Nodes by label, sorted; a node with several labels counts under each.</param>
/// <param name="Edges">Edges by type, sorted; every type of the vocabulary is listed, also with none.</param>
/// <param name="Papers">Coverage of the papers.</param>
/// <param name="Analyses">The analyses whose results are kept in the graph.</param>
public sealed record GraphStatistics(
    long Version, IReadOnlyDictionary<string, long> Nodes, IReadOnlyDictionary<string, long> Edges, PaperCoverage Papers,
    IReadOnlyList<KeptAnalysis> Analyses);

/// <summary>What is known of the papers of a graph.</summary>
/// <param name="Read">Papers that came as records.</param>
/// <param name="CitedOnly">Placeholders: cited, but not read yet.</param>
/// <param name="WithAbstract">Read papers that have an abstract.</param>
/// <param name="WithReferences">Read papers that cite at least one paper.</param>
/// <param name="WithEntities">Read papers in which at least one entity was found.</param>
/// <param name="FirstYear">Earliest year of a read paper, or null.</param>
/// <param name="LastYear">Latest year of a read paper, or null.</param>
public sealed record PaperCoverage(
    long Read, long CitedOnly, long WithAbstract, long WithReferences, long WithEntities, int? FirstYear, int? LastYear);
