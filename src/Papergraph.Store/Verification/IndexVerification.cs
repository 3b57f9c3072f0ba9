using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Checks that indexes hold what the columns say. Every entry that a row asks for must be found; when there are as many
/// entries as were asked for, there are none besides.</summary>
internal static class IndexVerification
{
    public static void Verify(KeyIndex index, IReadOnlyList<NodeTable> tables, FaultList faults)
    {
        index.VerifyBuckets(faults);
        long expected = 0;
        foreach (NodeTable table in tables.Where(table => table.HasLabel(index.Label)))
        {
            TextValues texts = new(table, index.Property);
            faults.Each(table.Count, row => expected += CountFound(index, texts, (int)row, table.FirstNode + (int)row));
        }

        faults.Check(() => index.RequireEntries(expected));
    }

    public static void Verify(NameIndex index, IReadOnlyList<NodeTable> tables, FaultList faults)
    {
        index.Names.VerifyTerms(faults);
        index.Words.VerifyTerms(faults);
        long names = 0, words = 0;
        foreach (NodeTable table in tables)
        {
            TextValues[] properties = [.. index.Of.Where(of => table.HasLabel(of.Label)).Select(of => new TextValues(table, of.Property))];
            if (properties.Length == 0) continue;
            faults.Each(table.Count, row =>
            {
                HashSet<string> ofRow = FoldedNames(properties, (int)row);
                names += CountFound(index.Names, ofRow, table.FirstNode + (int)row);
                HashSet<string> wordsOfRow = [.. ofRow.SelectMany(name => name.Split(' '))];
                words += CountFound(index.Words, wordsOfRow, table.FirstNode + (int)row);
            });
        }

        faults.Check(() => index.Names.RequireEntries(names));
        faults.Check(() => index.Words.RequireEntries(words));
    }

    private static int CountFound(KeyIndex index, TextValues texts, int row, int node)
    {
        HashSet<long> buckets = [];
        int count = texts.Count(row);
        for (int i = 0; i < count; i++) buckets.Add(KeyIndex.BucketOf(texts.Utf8(row, i), index.BucketBits));
        foreach (long bucket in buckets)
        {
            if (index.Bucket(bucket).BinarySearch(node) < 0)
                throw index.Fault($"node {node} is not in bucket {bucket}, where its value belongs");
        }

        return buckets.Count;
    }

    private static int CountFound(TermIndex index, HashSet<string> terms, int node)
    {
        foreach (string term in terms)
        {
            if (index.NodesOf(term).BinarySearch(node) < 0) throw index.Fault($"node {node} is not listed under “{term}”");
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
