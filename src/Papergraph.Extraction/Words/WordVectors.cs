namespace Papergraph.Extraction;

/// <summary>Words in clusters.</summary>
/// <param name="Cluster">The cluster of each word.</param>
/// <param name="Centres">A vector for each cluster, as long as those of its words are on average.</param>
internal sealed record Clustering(int[] Cluster, FloatRows Centres);

/// <summary>A set of vectors, one a word, and its clusterings.</summary>
/// <param name="Vectors">The mean square of their lengths is 1.</param>
/// <param name="Clusterings">Coarse ones first.</param>
internal sealed record WordVectors(FloatRows Vectors, IReadOnlyList<Clustering> Clusterings);
