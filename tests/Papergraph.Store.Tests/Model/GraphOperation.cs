namespace Papergraph.Store.Tests.Model;

/// <summary>What one step of a random run does.</summary>
internal enum StepKind
{
    CreateNode, CreateEdge, SetNodeProperty, SetEdgeProperty, RemoveNodeProperty, RemoveEdgeProperty, AddLabel, RemoveLabel,
    DeleteNode, DetachNode, DeleteEdge, SetMetadata, Save, RollBackTo, Release, Commit, RollBack, Read, KeepReader, CheckReader,
    Index, Reopen, Compact, SetNodeProperties, CreateSnapshot, DeleteSnapshot, RestoreSnapshot,
}

/// <summary>One step: what it does, and numbers from which it chooses among what there is. Small numbers choose what is old and simple, so
/// that a failing run shrinks to a readable one.</summary>
internal readonly record struct GraphOperation(StepKind Kind, int A, int B, int C)
{
    // How often each kind comes, relative to the others.
    private static readonly (StepKind Kind, int Weight)[] Weights =
    [
        (StepKind.CreateNode, 12), (StepKind.CreateEdge, 20), (StepKind.SetNodeProperty, 16), (StepKind.SetEdgeProperty, 10),
        (StepKind.RemoveNodeProperty, 4), (StepKind.RemoveEdgeProperty, 3), (StepKind.AddLabel, 6), (StepKind.RemoveLabel, 4),
        (StepKind.DeleteNode, 3), (StepKind.DetachNode, 3), (StepKind.DeleteEdge, 8), (StepKind.SetMetadata, 2), (StepKind.Save, 4),
        (StepKind.RollBackTo, 3), (StepKind.Release, 1), (StepKind.Commit, 10), (StepKind.RollBack, 2), (StepKind.Read, 3),
        (StepKind.KeepReader, 2), (StepKind.CheckReader, 2), (StepKind.Index, 2), (StepKind.Reopen, 2), (StepKind.Compact, 2),
        (StepKind.SetNodeProperties, 4),
    ];

    // Of a life on a disk that fails, which has fewer steps between commits.
    private static readonly (StepKind Kind, int Weight)[] FaultyWeights =
    [
        .. Weights, (StepKind.Commit, 20), (StepKind.CreateSnapshot, 3), (StepKind.DeleteSnapshot, 2), (StepKind.RestoreSnapshot, 1),
        (StepKind.DetachNode, 4),
    ];

    public static GraphOperation Random(Random random)
    {
        int at = random.Next(Weights.Sum(w => w.Weight));
        foreach ((StepKind kind, int weight) in Weights)
        {
            if (at < weight) return new(kind, random.Next(1000), random.Next(1000), random.Next(1000));
            at -= weight;
        }

        throw new System.Diagnostics.UnreachableException();
    }

    public static StepKind KindAt(int number) => KindAt(number, Weights);

    public static StepKind FaultyKindAt(int number) => KindAt(number, FaultyWeights);

    private static StepKind KindAt(int number, (StepKind Kind, int Weight)[] weights)
    {
        int at = number % weights.Sum(w => w.Weight);
        foreach ((StepKind kind, int weight) in weights)
        {
            if (at < weight) return kind;
            at -= weight;
        }

        throw new System.Diagnostics.UnreachableException();
    }
}
