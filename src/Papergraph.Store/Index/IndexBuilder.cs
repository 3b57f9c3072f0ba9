using System.Runtime.ExceptionServices;

namespace Papergraph.Store;

/// <summary>Builds the stored parts of indexes and constraints from the tables of a segment that is being written.</summary>
/// <param name="tables">The tables, written already.</param>
/// <param name="threads">How many indexes may be built at once.</param>
/// <param name="cancellation">Observed while reading the tables.</param>
internal sealed class IndexBuilder(SegmentTables tables, int threads, CancellationToken cancellation)
{
    /// <summary>Builds and writes indexes, several at once; what is written depends on the definitions and the tables alone.</summary>
    public List<IndexLayout> Write(List<IndexDefinition> definitions, SegmentFileWriter file)
    {
        List<IndexLayout> layouts = [];
        // So many at once and no more: each holds all entries of an index in memory.
        foreach (IndexDefinition[] some in definitions.Chunk(Math.Max(1, threads)))
        {
            Func<SegmentFileWriter, IndexLayout>[] built = new Func<SegmentFileWriter, IndexLayout>[some.Length];
            try
            {
                Parallel.For(0, some.Length, i => built[i] = Build(some[i]));
            }
            catch (AggregateException failures)
            {
                ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
            }

            layouts.AddRange(built.Select(write => write(file)));
        }

        return layouts;
    }

    /// <summary>Checks constraints, and builds and writes the indexes of the unique ones.</summary>
    /// <exception cref="StoreException">The graph does not keep to one of them.</exception>
    public List<ConstraintLayout> Write(List<ConstraintDefinition> definitions, SegmentFileWriter file) =>
        definitions.ConvertAll(definition => Build(definition)(file));

    private Func<SegmentFileWriter, IndexLayout> Build(IndexDefinition definition)
    {
        PropertyKeys keys = new(tables, definition);
        if (definition.Kind == IndexKind.Hash)
        {
            (int BucketBits, long[] Starts, long[] Entities) buckets = HashBuckets.Group(keys.HashAll(cancellation));
            return file => new(definition, HashBuckets.Write(file, buckets), null);
        }

        long[] sorted = SortedEntities.Sort(keys, cancellation);
        return file => new(definition, null, SortedEntities.Write(file, sorted));
    }

    private Func<SegmentFileWriter, ConstraintLayout> Build(ConstraintDefinition definition)
    {
        if (definition.Kind == ConstraintKind.Exists)
        {
            new ExistsConstraintState(definition, tables).RequireAll();
            return _ => new(definition, null);
        }

        TupleKeys keys = new(tables, definition);
        (int BucketBits, long[] Starts, long[] Entities) buckets = HashBuckets.Group(keys.HashAll(cancellation));
        new UniqueConstraintState(definition, keys, HashBuckets.Of(buckets)).RequireAll();
        return file => new(definition, HashBuckets.Write(file, buckets));
    }
}
