namespace Papergraph.Corpus;

/// <summary>What annotators looked for in a paper, so that nothing found is not taken for nothing there.</summary>
/// <remarks>Roles, places, abbreviations and links say for themselves whether they were recorded: they are null where they were not.</remarks>
[Flags]
public enum AnnotationLayers
{
    /// <summary>Neither entities nor relations.</summary>
    None = 0,

    /// <summary>Entities.</summary>
    Entities = 1,

    /// <summary>Relations between entities.</summary>
    Relations = 2,

    /// <summary>Entities and relations.</summary>
    All = Entities | Relations,
}
