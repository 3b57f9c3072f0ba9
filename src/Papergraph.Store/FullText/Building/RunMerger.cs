namespace Papergraph.Store;

/// <summary>Takes the terms of a part of an index, in ascending order.</summary>
internal interface IPartSink
{
    /// <param name="term">The term in UTF-8.</param>
    /// <param name="documentCount">Number of documents that have it.</param>
    /// <param name="postings">The documents and positions as <see cref="PostingFormat"/> lays them out.</param>
    void Add(ReadOnlySpan<byte> term, int documentCount, ReadOnlySpan<byte> postings);
}

/// <summary>Merges the runs of consecutive chunks into one part of an index.</summary>
internal static class RunMerger
{
    public static void Merge(IReadOnlyList<InvertedRun> runs, IPartSink sink, CancellationToken cancellation)
    {
        int[] next = new int[runs.Count];
        // Among equal terms the run with the lower nodes goes first.
        PriorityQueue<int, int> queue = new(Comparer<int>.Create((a, b) =>
        {
            int order = runs[a].Terms[next[a]].AsSpan().SequenceCompareTo(runs[b].Terms[next[b]]);
            return order != 0 ? order : a.CompareTo(b);
        }));
        for (int run = 0; run < runs.Count; run++)
        {
            if (runs[run].Terms.Length > 0) queue.Enqueue(run, run);
        }

        TermPostingsWriter postings = new();
        while (queue.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            byte[] term = runs[queue.Peek()].Terms[next[queue.Peek()]];
            postings.Clear();
            while (queue.Count > 0 && runs[queue.Peek()].Terms[next[queue.Peek()]].AsSpan().SequenceEqual(term))
            {
                int run = queue.Dequeue();
                postings.Append(runs[run].Documents(next[run]), runs[run].Positions(next[run]));
                if (++next[run] < runs[run].Terms.Length) queue.Enqueue(run, run);
            }

            sink.Add(term, postings.DocumentCount, postings.Join());
        }
    }
}
