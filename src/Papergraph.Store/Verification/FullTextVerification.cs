using System.Text;

namespace Papergraph.Store;

/// <summary>Checks that a full-text index holds what the texts say: it is built once more, and every byte is compared.</summary>
internal static class FullTextVerification
{
    public static void Verify(FullTextContent index, FaultList faults)
    {
        StoredPart[] parts = [.. index.Parts.Cast<StoredPart>()];
        foreach (StoredPart part in parts) part.Verify(faults);
        FullTextBuilder builder = new(index.Definition, index.Tables) { Threads = Environment.ProcessorCount };
        int built = 0;
        faults.Check(() =>
        {
            builder.Build(
                runs =>
                {
                    if (built++ >= parts.Length) return;
                    PartComparison comparison = new(parts[built - 1], faults);
                    RunMerger.Merge(runs, comparison, faults.Cancellation);
                    comparison.End();
                },
                faults.Cancellation);
            if (built != parts.Length) throw index.Fault($"it has {parts.Length} parts in place of {built}");
            if (index.DocumentCount != builder.DocumentCount)
                throw index.Fault($"it counts {index.DocumentCount} documents in place of {builder.DocumentCount}");
            for (int field = 0; field < index.Lengths.Count; field++) Compare(index, field, builder.Lengths[field], faults);
        });
    }

    private static void Compare(FullTextContent index, int field, IReadOnlyList<TextLength> texts, FaultList faults)
    {
        FieldLengths lengths = index.Lengths[field];
        (int first, int[] words) = FullTextBuilder.Spread(texts);
        faults.Check(() =>
        {
            if (lengths.FirstNode != first || lengths.Count != words.Length || lengths.DocumentCount != texts.Count
                || lengths.Total != texts.Sum(text => (long)text.Words)) throw index.Fault($"the texts of field {field} are others");
        });
        faults.Each(Math.Min(words.Length, lengths.Count), place =>
        {
            if (lengths[first + (int)place] != words[place])
                throw index.Fault($"field {field} of node {first + place} has not {words[place]} words");
        });
    }

    /// <summary>Takes the terms that a part should have, and compares them with those that it has.</summary>
    private sealed class PartComparison(StoredPart part, FaultList faults) : IPartSink
    {
        private int _next;

        public void Add(ReadOnlySpan<byte> term, int documentCount, ReadOnlySpan<byte> postings)
        {
            while (_next < part.TermCount && part.Term(_next).SequenceCompareTo(term) < 0) Report(part.Term(_next++), "stands in no text");
            if (_next == part.TermCount || !part.Term(_next).SequenceEqual(term))
            {
                Report(term, "is missing");
                return;
            }

            try
            {
                if (part.DocumentCount(_next) != documentCount || !part.Postings(_next).SequenceEqual(postings))
                    Report(term, "is listed for other documents or places than the texts have it");
            }
            catch (StoreException fault)
            {
                faults.Add(fault);
            }

            _next++;
        }

        public void End()
        {
            for (; _next < part.TermCount && !faults.More; _next++) Report(part.Term(_next), "stands in no text");
        }

        private void Report(ReadOnlySpan<byte> term, string what) => faults.Add(part.Fault($"“{Encoding.UTF8.GetString(term)}” {what}"));
    }
}
