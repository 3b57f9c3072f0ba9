namespace Papergraph.Store;

/// <summary>A part of a query.</summary>
/// <param name="Fields">Numbers of the fields to look into, or null for all.</param>
internal abstract record QueryNode(IReadOnlyList<int>? Fields);

/// <summary>A word, in its singular and plural.</summary>
internal sealed record WordNode(string Word, IReadOnlyList<int>? Fields) : QueryNode(Fields);

/// <summary>Words that begin like this.</summary>
internal sealed record PrefixNode(string Prefix, IReadOnlyList<int>? Fields) : QueryNode(Fields);

/// <summary>Words that are at most this number of edits away.</summary>
internal sealed record FuzzyNode(string Word, int Distance, IReadOnlyList<int>? Fields) : QueryNode(Fields);

/// <summary>Words that follow one another exactly like this.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Offsets">For each its place, counted from that of the first.</param>
/// <param name="Fields">The fields to look into.</param>
internal sealed record PhraseNode(IReadOnlyList<string> Terms, IReadOnlyList<int> Offsets, IReadOnlyList<int>? Fields) : QueryNode(Fields);

/// <summary>How a part of a group takes part in it.</summary>
internal enum Occurrence
{
    /// <summary>It adds to the score; a group without <see cref="Must"/> needs one of these.</summary>
    Should,

    /// <summary>A document without it is no answer.</summary>
    Must,

    /// <summary>A document with it is no answer.</summary>
    Not,
}

/// <summary>Several parts together.</summary>
internal sealed record GroupNode(IReadOnlyList<(Occurrence Occurrence, QueryNode Node)> Clauses) : QueryNode((IReadOnlyList<int>?)null);
