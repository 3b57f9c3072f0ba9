namespace Papergraph.Sources.Listings;

/// <summary>A line of a page that is not blank.</summary>
/// <param name="Text">The line without white space at its ends.</param>
/// <param name="Number">1-based line in the file.</param>
/// <param name="StartsParagraph">Whether a blank line, or nothing, stands before it.</param>
internal readonly record struct ListingLine(string Text, long Number, bool StartsParagraph);
