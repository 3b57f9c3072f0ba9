namespace Papergraph.Sources;

/// <summary>How much of one annotated paper is kept. Real ones stay far below.</summary>
internal static class AnnotationLimits
{
    /// <summary>Entities, relations, abbreviations, links, and mentions, each.</summary>
    internal const int Items = 10_000;

    /// <summary>Surfaces of one entity.</summary>
    internal const int Surfaces = 1_000;

    /// <summary>UTF-16 code units of a surface, a label or an id.</summary>
    internal const int NameLength = 1_000;

    /// <summary>Tokens of one paper in CoNLL; where a file has more without saying that another begins, it is cut there.</summary>
    internal const int Tokens = 100_000;
}
