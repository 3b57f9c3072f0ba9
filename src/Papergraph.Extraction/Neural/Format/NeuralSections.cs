using System.Text;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The parts of a model that hold a language model and the taggers over it.</summary>
internal static class NeuralSections
{
    private const string Language = "neural/language";
    private const int MostLabels = 60, LongestLabel = 1_000;

    /// <summary>Adds a language model.</summary>
    public static void Put(ModelFile file, LanguageModel model) => file.Put(Language, LanguageLayout.ToBytes(model));

    /// <summary>Adds taggers, each with its first head alone.</summary>
    public static void Put(ModelFile file, IReadOnlyList<TaggerNetwork> taggers)
    {
        for (int i = 0; i < taggers.Count; i++)
        {
            TaggerNetwork tagger = taggers[i];
            WeightWriter writer = new();
            writer.Write(tagger.Shape.CharacterSize);
            writer.Write(tagger.Shape.Filters);
            writer.Write(tagger.Shape.FeatureSize);
            writer.Write(tagger.Shape.Projection);
            writer.Write(tagger.Shape.Hidden);
            writer.Write(tagger.ContextSize);
            writer.Write(tagger.Heads[0].Labels.Count);
            foreach (string label in tagger.Heads[0].Labels) writer.Write(Encoding.UTF8.GetBytes(label));
            foreach (Parameter parameter in tagger.Body.Concat(tagger.Heads[0].Parameters)) writer.Write(parameter);
            file.Put(Tagger(i), writer.ToBytes());
        }
    }

    /// <summary>Reads the language model.</summary>
    /// <param name="file">The parts of the model.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <returns>Null when the file has none.</returns>
    /// <exception cref="PapergraphException">It is damaged.</exception>
    public static LanguageModel? FindLanguage(ModelFile file, string name) =>
        file.Find(Language) is { } section
            ? LanguageLayout.Read(section.Span, () => ExtractionErrors.DamagedModel(name, $"section '{Language}'"))
            : null;

    /// <summary>Reads the taggers.</summary>
    /// <param name="file">The parts of the model.</param>
    /// <param name="contextSize">Numbers of a token in <see cref="ContextInputs"/>.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <returns>None when the file has none.</returns>
    /// <exception cref="PapergraphException">One is damaged, or made for another language model.</exception>
    public static IReadOnlyList<TaggerNetwork> FindTaggers(ModelFile file, int contextSize, string name)
    {
        List<TaggerNetwork> taggers = [];
        while (file.Find(Tagger(taggers.Count)) is { } section)
            taggers.Add(ReadTagger(section.Span, contextSize, Tagger(taggers.Count), name));
        return taggers;
    }

    private static TaggerNetwork ReadTagger(ReadOnlySpan<byte> section, int contextSize, string part, string name)
    {
        WeightReader reader = new(section, () => ExtractionErrors.DamagedModel(name, $"section '{part}'"));
        TaggerShape shape = new(
            reader.ReadSize(), reader.ReadSize(), reader.ReadSize(), reader.ReadSize(), reader.ReadSizeOfState());
        reader.ReadNumber(contextSize, contextSize);
        string[] labels = new string[reader.ReadNumber(1, MostLabels)];
        for (int i = 0; i < labels.Length; i++) labels[i] = Encoding.UTF8.GetString(reader.ReadBytes(LongestLabel));
        TaggerNetwork tagger = new(shape, contextSize, [labels]);
        foreach (Parameter parameter in tagger.Body.Concat(tagger.Heads[0].Parameters)) reader.Read(parameter);
        reader.End();
        tagger.Pack(forTraining: false);
        return tagger;
    }

    private static string Tagger(int index) => $"neural/tagger/{index}";
}
