using System.Buffers.Binary;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Learns how a labeller reads terms across unlabelled papers.</summary>
internal static class TermStatisticsBuilder
{
    /// <summary>Terms of fewer papers are left out.</summary>
    private const int FewestPapers = 5;

    // Papers that are labelled at once; their order in the sums is that of the texts.
    private const int Batch = 512;

    /// <summary>Labels every text.</summary>
    /// <param name="texts">The texts; their order does not count beyond rounding.</param>
    /// <param name="labeller">Reads them.</param>
    /// <param name="threads">Threads at most; the result does not depend on it.</param>
    /// <param name="progress">Is told the number of texts read, or null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static TermStatistics Build(
        IEnumerable<PaperText> texts, ISpanLabeller labeller, int threads, Action<int>? progress, CancellationToken cancellation)
    {
        int labels = labeller.Labels.Count, read = 0;
        SortedDictionary<uint, (int Papers, float[] Sums)> terms = [];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        foreach (PaperText[] batch in texts.Chunk(Batch))
        {
            List<(uint Term, int Label, float Union)>[] found = new List<(uint, int, float)>[batch.Length];
            Parallel.For(0, batch.Length, parallel, i => found[i] = Read(batch[i], labeller));
            foreach (List<(uint Term, int Label, float Union)> paper in found) Add(paper, labels, terms);
            progress?.Invoke(read += batch.Length);
        }

        return TermStatistics.Read(ToBytes(labels, [.. terms.Where(term => term.Value.Papers >= FewestPapers)]))!;
    }

    private static List<(uint Term, int Label, float Union)> Read(PaperText text, ISpanLabeller labeller)
    {
        PaperPassages passages = new(text);
        List<SpanCandidate> spans = [];
        labeller.Find(passages, spans);
        Dictionary<(uint Term, int Label), double> missing = [];
        foreach (SpanCandidate span in spans)
        {
            (uint, int) key = (TermStatistics.KeyOf(FoldedTerm.Of(passages.TextOf(span.Passage, span.Range))), span.Label);
            missing[key] = missing.GetValueOrDefault(key, 1) * (1 - span.Probability);
        }

        return [.. missing.Select(reading => (reading.Key.Term, reading.Key.Label, (float)(1 - reading.Value))).Order()];
    }

    private static void Add(
        List<(uint Term, int Label, float Union)> paper, int labels, SortedDictionary<uint, (int Papers, float[] Sums)> terms)
    {
        for (int i = 0; i < paper.Count; i++)
        {
            bool isFirst = i == 0 || paper[i - 1].Term != paper[i].Term;
            (int papers, float[] sums) = terms.GetValueOrDefault(paper[i].Term, (0, null!));
            sums ??= new float[labels];
            sums[paper[i].Label] += paper[i].Union;
            terms[paper[i].Term] = (papers + (isFirst ? 1 : 0), sums);
        }
    }

    private static byte[] ToBytes(int labels, KeyValuePair<uint, (int Papers, float[] Sums)>[] terms)
    {
        byte[] bytes = new byte[8 + (terms.Length * (5 + labels))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, labels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), terms.Length);
        for (int i = 0; i < terms.Length; i++)
        {
            (uint key, (int papers, float[] sums)) = terms[i];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8 + (4 * i)), key);
            Span<byte> row = bytes.AsSpan(8 + (4 * terms.Length) + (i * (1 + labels)), 1 + labels);
            row[0] = (byte)(8 * StableMath.Log(papers) / StableMath.Log(2));
            for (int label = 0; label < labels; label++) row[1 + label] = (byte)Math.Min(255, (255 * sums[label] / papers) + 0.5f);
        }

        return bytes;
    }
}
