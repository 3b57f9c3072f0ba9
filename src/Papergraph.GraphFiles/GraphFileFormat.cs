namespace Papergraph.GraphFiles;

/// <summary>The formats that are read; <c>docs/formats/graph-files.md</c> says what is taken of each.</summary>
public enum GraphFileFormat
{
    /// <summary>A line for each edge: two ids and perhaps a weight, separated by tabs, commas, semicolons or blanks.</summary>
    Pairs,

    /// <summary>A line for each node: its id and those of its neighbours.</summary>
    AdjacencyList,

    /// <summary>GraphML, http://graphml.graphdrawing.org/specification.html.</summary>
    GraphMl,

    /// <summary>GEXF, https://gexf.net.</summary>
    Gexf,

    /// <summary>GML of M. Himsolt, “GML: A portable Graph File Format”, 1997.</summary>
    Gml,

    /// <summary>The graph file of METIS 5, manual §4.1.1: line k + 1 has the neighbours of node k.</summary>
    Metis,

    /// <summary>Matrix Market coordinate format, https://math.nist.gov/MatrixMarket/formats.html.</summary>
    MatrixMarket,
}
