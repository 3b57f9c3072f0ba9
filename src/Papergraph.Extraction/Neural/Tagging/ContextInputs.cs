namespace Papergraph.Extraction;

/// <summary>What is known of tokens before a tagger learns: the states of the language model, its words, and the vectors of
/// words.</summary>
internal sealed class ContextInputs(LanguageModel model, WordResources vectors)
{
    // Brings the vectors to about the size of the states.
    private const float VectorScale = 5;
    private readonly LanguageModelRun _run = new(model);

    /// <summary>Numbers of a token.</summary>
    public static int SizeOf(LanguageModel model, WordResources vectors) =>
        (2 * model.Shape.Hidden) + model.Words.Outputs + (vectors.SetCount * vectors.VectorLength);

    /// <summary>Reads sentences together.</summary>
    /// <returns>For each sentence a row of numbers for each token.</returns>
    public Matrix[] Read(IReadOnlyList<EncodedSentence> sentences)
    {
        int[] lengths = new int[sentences.Count];
        for (int i = 0; i < lengths.Length; i++) lengths[i] = sentences[i].Words.Length;
        SequenceBatch batch = new(lengths);
        int[] rows = new int[batch.Rows];
        DistinctWords words = new();
        for (int i = 0; i < lengths.Length; i++)
        {
            for (int at = 0; at < lengths[i]; at++) rows[batch.Row(i, at)] = words.Add(sentences[i].Words[at]);
        }

        _run.Forward(batch, words.All, rows);
        Matrix[] inputs = new Matrix[lengths.Length];
        for (int i = 0; i < inputs.Length; i++) inputs[i] = Collect(sentences[i], batch, i);
        return inputs;
    }

    private Matrix Collect(EncodedSentence sentence, SequenceBatch batch, int index)
    {
        int hidden = model.Shape.Hidden, word = model.Words.Outputs, length = vectors.VectorLength;
        Matrix inputs = new(sentence.Length, SizeOf(model, vectors));
        for (int token = 0; token < sentence.Length; token++)
        {
            int row = batch.Row(index, token + 1);
            Span<float> into = inputs[token];
            _run.ForwardStates[row].CopyTo(into);
            _run.BackwardStates[row].CopyTo(into[hidden..]);
            _run.Inputs[row].CopyTo(into[(2 * hidden)..]);
            Span<float> rest = into[((2 * hidden) + word)..];
            if (sentence.Vectors[token] < 0) continue;
            for (int set = 0; set < vectors.SetCount; set++)
                vectors.CopyVector(sentence.Vectors[token], set, rest.Slice(set * length, length));
            VectorMath.Scale(rest, VectorScale);
        }

        return inputs;
    }
}
