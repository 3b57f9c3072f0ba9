namespace Papergraph.Algorithms;

/// <summary>Refuses nodes that a graph does not have.</summary>
internal static class NodeCheck
{
    public static void Require(string option, int node, int nodeCount)
    {
        if ((uint)node >= (uint)nodeCount) throw AlgorithmErrors.NoSuchNode(option, node, nodeCount);
    }
}
