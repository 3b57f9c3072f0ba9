namespace Papergraph.Store;

/// <summary>The keys that entities are found under: what they have in a segment, and what an image of one has.</summary>
internal abstract class StoredKeys
{
    /// <summary>Number of entities of the label or type in the segment.</summary>
    public abstract long RowCount { get; }

    /// <summary>Decides the bucket of a key.</summary>
    public abstract ulong HashOf(byte[] key);

    /// <summary>The keys of an entity as it is now, each once; none when it is not of the label or type.</summary>
    public abstract byte[][] Of(IEntityImage? image);

    /// <summary>Whether the entity has the key in the segment.</summary>
    public abstract bool Has(long entity, byte[] key);

    /// <summary>The keys of an entity in the segment, each once.</summary>
    public abstract byte[][] Of(long entity);

    /// <summary>Hashes the keys of all entities in the segment, in the order of the entities; a key may come twice for one.</summary>
    public abstract IEnumerable<HashedEntity> HashAll(CancellationToken cancellation);
}

/// <summary>An entity and the hash of one of its keys.</summary>
internal readonly record struct HashedEntity(ulong Hash, long Entity);
