namespace Papergraph.Store;

/// <summary>Writes what <see cref="FullTextContent"/> reads.</summary>
internal static class FullTextWriter
{
    public static FullTextLayout Write(
        SegmentFileWriter file, FullTextDefinition definition, FullTextBuilder builder, CancellationToken cancellation)
    {
        List<FullTextPartLayout> parts = [];
        builder.Build(runs => parts.Add(PartWriter.Write(file, runs, cancellation)), cancellation);
        return new(definition, builder.DocumentCount, [.. builder.Lengths.Select(lengths => WriteLengths(file, lengths))], parts);
    }

    private static FieldLengthsLayout WriteLengths(SegmentFileWriter file, IReadOnlyList<TextLength> texts)
    {
        (int first, int[] words) = FullTextBuilder.Spread(texts);
        PackedLayout packed = PackedIntegerWriter.Write(file, Array.ConvertAll(words, count => (long)count));
        return new(first, words.Length, texts.Count, texts.Sum(text => (long)text.Words), packed);
    }

    private sealed class PartWriter(SegmentFileWriter file) : IPartSink
    {
        private readonly VarintBuffer _texts = new();
        private readonly List<long> _textOffsets = [0], _documentCounts = [], _boundaries = [0];

        public static FullTextPartLayout Write(SegmentFileWriter file, IReadOnlyList<InvertedRun> runs, CancellationToken cancellation)
        {
            PartWriter part = new(file);
            file.BeginSection();
            RunMerger.Merge(runs, part, cancellation);
            int postings = file.EndSection();
            return new(
                part._documentCounts.Count, PackedIntegerWriter.Write(file, part._textOffsets.ToArray()),
                file.WriteSection(part._texts.Written), PackedIntegerWriter.Write(file, part._documentCounts.ToArray()),
                PackedIntegerWriter.Write(file, part._boundaries.ToArray()), postings);
        }

        public void Add(ReadOnlySpan<byte> term, int documentCount, ReadOnlySpan<byte> postings)
        {
            _texts.Bytes(term);
            _textOffsets.Add(_texts.Count);
            _documentCounts.Add(documentCount);
            file.Write(postings);
            _boundaries.Add(_boundaries[^1] + postings.Length);
        }
    }
}
