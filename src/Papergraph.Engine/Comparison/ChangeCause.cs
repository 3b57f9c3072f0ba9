namespace Papergraph.Engine.Comparison;

/// <summary>What kind of thing a change comes from; the first that holds.</summary>
public enum CauseKind
{
    /// <summary>A record that states it, or through whose paper it hangs, was added, removed or replaced.</summary>
    Records,

    /// <summary>The records are the same; another run, with another version or extractor, derived it.</summary>
    Run,

    /// <summary>The records behind it and the run are the same; other records changed what they are linked to.</summary>
    Linking,

    /// <summary>No record stands behind it: it was written into the graph directly.</summary>
    Written,
}

/// <summary>Where a change comes from.</summary>
/// <param name="Kind">What kind of thing it comes from.</param>
/// <param name="RunBefore">The run that had derived it, or null.</param>
/// <param name="RunAfter">The run that derives it, or null.</param>
/// <param name="Added">Names of records behind it that only the graph after has; at most <see cref="Most"/>, in ordinal order.</param>
/// <param name="Removed">Names of records behind it that only the graph before has; at most <see cref="Most"/>, in ordinal order. A name
/// that is also among those added is that of a record with another content.</param>
/// <param name="Kept">Names of records behind it that both graphs have; at most <see cref="Most"/>, in ordinal order.</param>
/// <param name="Papers">Identifiers of the papers through which those records stand behind it, where it is not the paper itself; at most
/// <see cref="Most"/>, in ordinal order.</param>
/// <param name="IsCut">Whether there are more records or papers than are listed.</param>
public sealed record ChangeCause(
    CauseKind Kind, string? RunBefore, string? RunAfter, IReadOnlyList<string> Added, IReadOnlyList<string> Removed,
    IReadOnlyList<string> Kept, IReadOnlyList<string> Papers, bool IsCut)
{
    /// <summary>Most names that one list holds.</summary>
    public const int Most = 10;
}
