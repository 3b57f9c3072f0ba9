using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>A language model as bytes: <c>docs/formats/language.md</c>.</summary>
internal static class LanguageLayout
{
    private const int MostWords = 1_000_000;

    /// <summary>The layout as bytes.</summary>
    public static byte[] ToBytes(LanguageModel model)
    {
        WeightWriter writer = new();
        writer.Write(model.Shape.WordSize);
        writer.Write(model.Shape.CharacterSize);
        writer.Write(model.Shape.Filters);
        writer.Write(model.Shape.Hidden);
        WordTable words = model.Words.Vocabulary.Words;
        writer.Write(words.Count);
        for (int i = 0; i < words.Count; i++) writer.Write(words[i]);
        foreach (Parameter parameter in model.Parameters) writer.Write(parameter);
        return writer.ToBytes();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="damaged">Makes the error when it cannot be that.</param>
    public static LanguageModel Read(ReadOnlySpan<byte> bytes, Func<PapergraphException> damaged)
    {
        WeightReader reader = new(bytes, damaged);
        LanguageModelShape shape = new(reader.ReadSize(), reader.ReadSize(), reader.ReadSize(), reader.ReadSizeOfState());
        int count = reader.ReadNumber(0, Math.Min(MostWords, bytes.Length));
        WordTable words = new(count);
        for (int i = 0; i < count; i++)
        {
            if (words.Add(reader.ReadBytes(WordFolding.LongestWord)) != i) throw damaged();
        }

        // Before memory is taken for them: each weight has a byte at least.
        long inputs = (long)shape.WordSize + shape.Filters;
        reader.Expect((count * (long)shape.WordSize) + (8L * shape.Hidden * (inputs + shape.Hidden)));
        LanguageModel model = new(new LanguageVocabulary(words), shape);
        foreach (Parameter parameter in model.Parameters) reader.Read(parameter);
        reader.End();
        model.Pack(forTraining: false);
        return model;
    }
}
