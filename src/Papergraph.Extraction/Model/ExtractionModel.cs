using System.Reflection;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>All that training learned: labels, what is known of words, the labeller and what decides between its spans.</summary>
/// <remarks>Immutable; for any number of threads. One file with named parts, each with a checksum: <c>docs/formats/model.md</c>.</remarks>
public sealed class ExtractionModel
{
    private const string Resource = "Papergraph.Extraction.Model.shipped.model";
    private const int LongestLabel = 100;
    private const float NeuralShare = 0.65f;
    private static readonly Lazy<ExtractionModel> ShippedModel = new(ReadShipped);
    private readonly (PaperDecoder Fast, PaperDecoder? Best) _decoders;
    private readonly Lazy<ISpanLabeller> _best;

    private ExtractionModel(
        ModelFile file, string hash, IReadOnlyList<string> labels, WordResources? words, CrfWeights crf,
        (PaperDecoder Fast, PaperDecoder? Best) decoders, ClaimModel? claims)
    {
        File = file;
        Labels = labels;
        Words = words;
        Crf = crf;
        _decoders = decoders;
        Claims = claims;
        Hash = hash;
        Labeller = new CrfLabeller(labels, crf, words);
        _best = new Lazy<ISpanLabeller>(Best);
    }

    /// <summary>The model that comes with the program; read at the first use.</summary>
    /// <exception cref="PapergraphException">The program was built without one.</exception>
    public static ExtractionModel Shipped => ShippedModel.Value;

    /// <summary>Whether a model comes with the program.</summary>
    public static bool HasShipped => Assembly.GetExecutingAssembly().GetManifestResourceInfo(Resource) is not null;

    /// <summary>The types that the model tells apart, in the order of their numbers.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What is known of words, or null.</summary>
    public WordResources? Words { get; }

    /// <summary>What is known of language, or null; read at each use.</summary>
    /// <exception cref="PapergraphException">It is damaged.</exception>
    public LanguageResources? Language => NeuralSections.FindLanguage(File, Named) is { } model ? new LanguageResources(model) : null;

    /// <summary>32 hexadecimal digits that name the content of the model.</summary>
    public string Hash { get; }

    internal ModelFile File { get; }

    internal CrfWeights Crf { get; }

    /// <summary>What tells roles and statements; null when the model was trained on papers without them.</summary>
    internal ClaimModel? Claims { get; }

    /// <summary>The fast labeller.</summary>
    internal ISpanLabeller Labeller { get; }

    private string Named => $"model {Hash}";

    /// <summary>The labeller of a quality; the fast one where the model has no other.</summary>
    internal ISpanLabeller LabellerOf(ExtractionQuality quality) => quality == ExtractionQuality.Best ? _best.Value : Labeller;

    /// <summary>What decides between the spans of the labeller of a quality.</summary>
    internal PaperDecoder DecoderOf(ExtractionQuality quality) =>
        quality == ExtractionQuality.Best && _decoders.Best is { } best ? best : _decoders.Fast;

    /// <summary>Both kinds of labeller err in different places.</summary>
    internal static ISpanLabeller Both(ISpanLabeller fast, NeuralLabeller neural) => new MeanLabeller((fast, 1 - NeuralShare), (neural, NeuralShare));

    /// <summary>The same model with taggers over a language model, and what decides between the spans of both labellers.</summary>
    internal ExtractionModel With(LanguageModel language, IReadOnlyList<TaggerNetwork> taggers, PaperDecoder decoder)
    {
        ModelFile file = File.Copy();
        NeuralSections.Put(file, language);
        NeuralSections.Put(file, taggers);
        file.Put(ModelSections.BestDecoder, decoder.ToBytes());
        return Read(file.ToBytes(), Named);
    }

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PapergraphException">There is no such file, or it is no model, or it is damaged.</exception>
    public static ExtractionModel Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!System.IO.File.Exists(path)) throw ExtractionErrors.NoSuchModel(path);
        return Read(System.IO.File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a model from memory.</summary>
    /// <param name="bytes">The whole file; kept, not copied, so it must not change any more.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="PapergraphException">It is no model, or it is damaged.</exception>
    public static ExtractionModel Read(ReadOnlyMemory<byte> bytes, string name)
    {
        ModelFile file = ModelFile.Read(bytes, name);
        WordResources? words = file.Find(ModelSections.Words) is { } data ? WordResources.Read(data) : null;
        return Read(file, ModelFile.HashOf(bytes.Span), name, words);
    }

    private static ExtractionModel Read(ModelFile file, string hash, string name, WordResources? words)
    {
        string[] labels = ReadLabels(Section(file, ModelSections.Labels, name).Span);
        CrfWeights? crf = CrfSection.Read(Section(file, ModelSections.Crf, name));
        if (labels.Length == 0 || crf is null || crf.Tags.Labels != labels.Length)
            throw ExtractionErrors.DamagedModel(name, "its labeller");
        PaperDecoder decoder = ReadDecoder(file, ModelSections.Decoder, name);
        PaperDecoder? best = file.Find(ModelSections.BestDecoder) is null ? null : ReadDecoder(file, ModelSections.BestDecoder, name);
        return new ExtractionModel(file, hash, labels, words, crf, (decoder, best), ClaimModel.Read(file, name));
    }

    private ISpanLabeller Best()
    {
        if (Words is null || Language?.Model is not { } language) return Labeller;
        IReadOnlyList<TaggerNetwork> taggers = NeuralSections.FindTaggers(File, ContextInputs.SizeOf(language, Words), Named);
        return taggers.Count == 0 ? Labeller : Both(Labeller, new NeuralLabeller(language, Words, taggers));
    }

    /// <summary>Writes the model; the same model always gives the same bytes.</summary>
    /// <param name="path">The file, which is replaced when it is there.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => System.IO.File.WriteAllBytes(path, File.ToBytes());

    /// <summary>Writes the model; the same model always gives the same bytes.</summary>
    /// <param name="output">Where to.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(File.ToBytes());
    }

    /// <summary>A model of its parts.</summary>
    internal static ExtractionModel Of(
        IReadOnlyList<string> labels, WordResources? words, CrfWeights crf, PaperDecoder decoder, ClaimModel? claims)
    {
        ModelFile file = new();
        file.Put(ModelSections.Labels, Encoding.UTF8.GetBytes(string.Join('\n', labels)));
        if (words is not null)
        {
            using MemoryStream stream = new();
            words.Write(stream);
            file.Put(ModelSections.Words, stream.ToArray());
        }

        file.Put(ModelSections.Crf, CrfSection.ToBytes(crf));
        file.Put(ModelSections.Decoder, decoder.ToBytes());
        claims?.Write(file);

        // What is read is what was written, so that the model in memory and the one on disk give the same results.
        return Read(file.ToBytes(), "a new model");
    }

    private static ReadOnlyMemory<byte> Section(ModelFile file, string section, string name) =>
        file.Find(section) ?? throw ExtractionErrors.DamagedModel(name, $"section '{section}'");

    private static PaperDecoder ReadDecoder(ModelFile file, string section, string name) =>
        PaperDecoder.Read(Section(file, section, name).Span) ?? throw ExtractionErrors.DamagedModel(name, $"section '{section}'");

    private static string[] ReadLabels(ReadOnlySpan<byte> bytes)
    {
        string[] labels = Encoding.UTF8.GetString(bytes).Split('\n');
        bool isSound = labels.All(label => label.Length is > 0 and <= LongestLabel) && labels.Distinct().Count() == labels.Length;
        return isSound ? labels : [];
    }

    // A test has checked what comes with the program, byte by byte; at every start there is no time for it.
    private static ExtractionModel ReadShipped()
    {
        const string Name = "the shipped model";
        ModelFile file = ModelFile.Open(
            () => Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw ExtractionErrors.NoShippedModel(), Name,
            out string hash);
        return Read(file, hash, Name, file.Find(ModelSections.Words) is { } words ? WordResources.ReadSound(words) : null);
    }
}
