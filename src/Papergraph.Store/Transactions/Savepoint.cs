namespace Papergraph.Store;

/// <summary>A point in a transaction to which it can be rolled back; see <see cref="GraphTransaction.Save"/>.</summary>
public sealed class Savepoint
{
    internal Savepoint(GraphState state, OperationWriter.Mark mark) => (State, Mark) = (state, mark);

    internal GraphState State { get; }

    internal OperationWriter.Mark Mark { get; }
}
