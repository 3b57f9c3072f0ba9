namespace Papergraph.Store;

/// <summary>A constraint in one state of the graph.</summary>
/// <remarks>A state may break it, as a transaction may on its way; whoever commits asks <see cref="Require"/> for every entity changed
/// since the last committed state, after all of them have been given to <see cref="IndexState.With"/>.</remarks>
internal abstract class ConstraintState : IndexState
{
    private protected ConstraintState(ConstraintDefinition definition) => Definition = definition;

    public ConstraintDefinition Definition { get; }

    /// <summary>Checks that an entity keeps to the constraint.</summary>
    /// <param name="kind">Whether it is a node or an edge.</param>
    /// <param name="id">Id of the node, or position of the edge.</param>
    /// <param name="now">The entity in this state, or null when it is gone.</param>
    /// <exception cref="StoreException">It does not.</exception>
    public abstract void Require(EntityKind kind, long id, IEntityImage? now);

    /// <summary>Checks all entities, when the constraint is new.</summary>
    /// <exception cref="StoreException">Some do not keep to it; the message names the first.</exception>
    public abstract void RequireAll();

    /// <summary>Reports whatever does not hold in the stored part, and the first entities that do not keep to the constraint.</summary>
    public abstract void Verify(FaultList faults);
}
