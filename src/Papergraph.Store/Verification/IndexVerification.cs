using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Checks that indexes hold what the columns say. Every entry that a row asks for must be found; when there are as many
/// entries as were asked for, there are none besides.</summary>
internal static class IndexVerification
{
    public static void Verify(HashBuckets index, StoredKeys keys, FaultList faults)
    {
        faults.Each(index.BucketCount, bucket =>
        {
            (long start, long end) = index.Range(bucket);
            for (long entry = start + 1; entry < end; entry++)
            {
                if (index.Entity(entry - 1) >= index.Entity(entry)) throw index.Fault($"the entities of bucket {bucket} do not ascend");
            }
        });
        faults.Check(() =>
        {
            if (index.Range(0).Start != 0 || index.Range(index.BucketCount - 1).End != index.EntryCount)
                throw index.Fault($"its buckets do not span 0 to {index.EntryCount}");
            if (CountFound(index, keys.HashAll(faults.Cancellation)) is long expected && expected != index.EntryCount)
                throw index.Fault($"it has {index.EntryCount} entries in place of {expected}");
        });
    }

    public static void Verify(SortedEntities index, PropertyKeys keys, FaultList faults)
    {
        faults.Each(index.Count - 1, rank =>
        {
            Span<byte> scratch = stackalloc byte[IndexKey.ScalarSize], next = stackalloc byte[IndexKey.ScalarSize];
            int order = index.Key(rank, scratch).CompareTo(index.Key(rank + 1, next));
            if (order == 0) order = index.Entity(rank).CompareTo(index.Entity(rank + 1));
            if (order >= 0) throw index.Fault($"the entities at {rank} and {rank + 1} are not in the order of their values");
        });
        // As they are in strict order, no entity is there twice: as many as have a value are all that have one.
        faults.Check(() =>
        {
            if (keys.ScalarCount is long expected && expected != index.Count)
                throw index.Fault($"it has {index.Count} entries in place of {expected}");
        });
    }

    public static void Verify(NameIndexState state, IReadOnlyList<NodeTable> tables, FaultList faults)
    {
        (TermIndex namesIndex, TermIndex? wordsIndex) = (state.Names.Stored, state.StoredWords);
        namesIndex.VerifyTerms(faults);
        wordsIndex?.VerifyTerms(faults);
        long names = 0, words = 0;
        foreach (NodeTable table in tables)
        {
            TextValues[] properties = [.. state.Of.Where(of => table.HasLabel(of.Label)).Select(of => new TextValues(table, of.Property))];
            if (properties.Length == 0) continue;
            faults.Each(table.Count, row =>
            {
                HashSet<string> ofRow = FoldedNames(properties, (int)row);
                names += CountFound(namesIndex, ofRow, table.FirstNode + (int)row);
                if (wordsIndex is null) return;
                HashSet<string> wordsOfRow = [.. ofRow.SelectMany(name => name.Split(' '))];
                words += CountFound(wordsIndex, wordsOfRow, table.FirstNode + (int)row);
            });
        }

        faults.Check(() => namesIndex.RequireEntries(names));
        faults.Check(() => wordsIndex?.RequireEntries(words));
    }

    /// <summary>Counts the entries that the rows ask for, all of which must be there.</summary>
    private static long CountFound(HashBuckets index, IEnumerable<HashedEntity> hashed)
    {
        HashSet<long> bucketsOfEntity = [];
        long last = -1, count = 0;
        foreach ((ulong hash, long entity) in hashed)
        {
            if (entity != last) bucketsOfEntity.Clear();
            last = entity;
            long bucket = index.BucketOf(hash);
            if (!bucketsOfEntity.Add(bucket)) continue;
            if (!index.Contains(bucket, entity)) throw index.Fault($"entity {entity} is not in bucket {bucket}, where its value belongs");
            count++;
        }

        return count;
    }

    private static int CountFound(TermIndex index, HashSet<string> terms, int node)
    {
        foreach (string term in terms)
        {
            if (index.NodesOf(Encoding.UTF8.GetBytes(term)).BinarySearch(node) < 0)
                throw index.Fault($"node {node} is not listed under “{term}”");
        }

        return terms.Count;
    }

    private static HashSet<string> FoldedNames(TextValues[] properties, int row)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (TextValues texts in properties)
        {
            int count = texts.Count(row);
            for (int i = 0; i < count; i++)
            {
                string folded = TextFolding.Fold(Encoding.UTF8.GetString(texts.Utf8(row, i)));
                if (folded.Length > 0) names.Add(folded);
            }
        }

        return names;
    }
}
