using Papergraph.Sources.BibTeX;
using Papergraph.Sources.Jsonl;
using Papergraph.Sources.Listings;
using Papergraph.Sources.OpenAlex;

namespace Papergraph.Sources;

/// <summary>The formats that Papergraph reads.</summary>
public static class PaperFormats
{
    /// <summary>Every format, in the order in which they are tried on an input: the narrower form of JSON before the wider.</summary>
    public static IReadOnlyList<IPaperFormat> All { get; } =
        [new OpenAlexFormat(), new JsonlFormat(), new BibTeXFormat(), new ListingFormat()];

    /// <summary>The first format that recognises the content, or null.</summary>
    /// <param name="head">The first decompressed bytes, at most 64 KiB, without byte order mark.</param>
    internal static IPaperFormat? Recognize(ReadOnlySpan<byte> head)
    {
        foreach (IPaperFormat format in All)
            if (format.Recognizes(head)) return format;
        return null;
    }

    internal static IPaperFormat? Named(string name) => All.FirstOrDefault(f => f.Name == name);
}
