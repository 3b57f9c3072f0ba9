namespace Papergraph.Store;

/// <summary>The terms of one chunk in order, and for each the documents that have it.</summary>
/// <param name="Terms">Distinct terms in UTF-8, ascending.</param>
/// <param name="DocumentCounts">For each term, number of documents.</param>
/// <param name="Postings">For each term its documents, then their positions: encoded as in a block, but that the first document is
/// stored as it is.</param>
/// <param name="Starts">Where each term begins in <paramref name="Postings"/>, and the end.</param>
/// <param name="PositionStarts">For each term, where its positions begin.</param>
/// <param name="Lengths">Number of words of each field of each node that has any.</param>
internal sealed record InvertedRun(
    byte[][] Terms, int[] DocumentCounts, byte[] Postings, int[] Starts, int[] PositionStarts, IReadOnlyList<TextLength> Lengths)
{
    public ReadOnlySpan<byte> Documents(int term) => Postings.AsSpan(Starts[term]..PositionStarts[term]);

    public ReadOnlySpan<byte> Positions(int term) => Postings.AsSpan(PositionStarts[term]..Starts[term + 1]);
}

/// <summary>How many words one field of one node has.</summary>
internal readonly record struct TextLength(int Node, int Field, int Words);
