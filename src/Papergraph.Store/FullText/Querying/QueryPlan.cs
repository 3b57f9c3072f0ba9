namespace Papergraph.Store;

/// <summary>A query made ready for one state of an index.</summary>
/// <param name="Scorer">Walks through the answers; null when there can be none. It can be walked through once.</param>
/// <param name="Matches">What is to be marked in the answers.</param>
/// <param name="Unknown">The words that no document has, with words like them.</param>
/// <param name="Notes">What was left out.</param>
internal sealed record QueryPlan(
    Scorer? Scorer, IReadOnlyList<QueryMatch> Matches, IReadOnlyList<UnknownWord> Unknown, IReadOnlyList<string> Notes);

/// <summary>Terms that one part of a query stands for: any of them, or, with offsets, all of them one after another.</summary>
/// <param name="Terms">The terms, in order if they are a phrase.</param>
/// <param name="Offsets">The places of the terms of a phrase, else null.</param>
/// <param name="Fields">For each field whether it counts; null if all do.</param>
/// <param name="Idf">How much it tells.</param>
internal sealed record QueryMatch(IReadOnlyList<string> Terms, IReadOnlyList<int>? Offsets, bool[]? Fields, double Idf);
