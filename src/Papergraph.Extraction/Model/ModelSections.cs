namespace Papergraph.Extraction;

/// <summary>The names of the sections of a model file.</summary>
internal static class ModelSections
{
    /// <summary>UTF-8 text, a label a line, in the order of their indices.</summary>
    public const string Labels = "labels";

    /// <summary>See <see cref="WordResources"/>.</summary>
    public const string Words = "words";

    /// <summary>See <see cref="CrfSection"/>.</summary>
    public const string Crf = "crf";

    /// <summary>What decides between the spans of the fast labeller; see <see cref="PaperDecoder"/>.</summary>
    public const string Decoder = "decoder";

    /// <summary>The same for those of both labellers; absent where there are no taggers.</summary>
    public const string BestDecoder = "neural/decoder";

    /// <summary>What tells the roles of entities.</summary>
    public const string Roles = "roles";

    /// <summary>What tells the statements between entities.</summary>
    public const string Statements = "statements";
}
