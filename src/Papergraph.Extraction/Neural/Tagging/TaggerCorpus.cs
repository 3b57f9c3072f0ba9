namespace Papergraph.Extraction;

/// <summary>The sentences of labelled papers as a tagger reads them, with what is to be found in each.</summary>
internal sealed class TaggerCorpus
{
    private const int SentencesAtOnce = 64;

    private TaggerCorpus(IReadOnlyList<string> labels, EncodedSentence[] sentences, byte[][] tags, Matrix[] contexts) =>
        (Labels, Sentences, Tags, Contexts) = (labels, sentences, tags, contexts);

    public IReadOnlyList<string> Labels { get; }

    public EncodedSentence[] Sentences { get; }

    /// <summary>For each sentence a tag for each token.</summary>
    public byte[][] Tags { get; }

    /// <summary>For each sentence what <see cref="ContextInputs"/> says of its tokens.</summary>
    public Matrix[] Contexts { get; }

    /// <summary>Encodes papers. A span that crosses the pieces of a very long sentence is left out.</summary>
    public static TaggerCorpus Of(
        IEnumerable<LabelledPaper> papers, IReadOnlyList<string> labels, SentenceEncoder encoder, ContextInputs contexts,
        CancellationToken cancellation)
    {
        List<EncodedSentence> sentences = [];
        List<byte[]> tags = [];
        foreach (LabelledPaper paper in papers)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (EncodedSentence sentence in encoder.Encode(paper.Passages))
            {
                byte[] of = new byte[sentence.Length];
                foreach (LabelledSpan span in paper.Spans)
                {
                    if (span.Passage == sentence.Passage && span.Range.First >= sentence.Range.First
                        && span.Range.End <= sentence.Range.End)
                        TagScheme.Mark(of.AsSpan(span.Range.First - sentence.Range.First, span.Range.Length), span.Label);
                }

                sentences.Add(sentence);
                tags.Add(of);
            }
        }

        List<Matrix> inputs = new(sentences.Count);
        for (int first = 0; first < sentences.Count; first += SentencesAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            inputs.AddRange(contexts.Read(sentences.GetRange(first, Math.Min(SentencesAtOnce, sentences.Count - first))));
        }

        return new TaggerCorpus(labels, [.. sentences], [.. tags], [.. inputs]);
    }
}
