using Papergraph.Sources.Text;

namespace Papergraph.Sources.Listings;

/// <summary>Pages that list papers, saved as plain text: of each paper its title, its abstract and a byline with a dot and a date;
/// <c>docs/formats/listing.md</c> has the layout.</summary>
public sealed class ListingFormat : IPaperFormat
{
    /// <inheritdoc/>
    public string Name => "listing";

    /// <inheritdoc/>
    public string Description => "Saved listing pages as plain text: title, abstract, '• N authors' or an organisation, '·', a date";

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> head)
    {
        // Neither binary nor marked up: a page saved as HTML shows the same dots and dates.
        if (head.Contains((byte)0) || head.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{', ..]) return false;
        List<ListingLine> lines = [];
        foreach (string line in TextDecoding.Decode(head, out _).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            lines.Add(new ListingLine(line, 0, StartsParagraph: false));
            if (Byline.EndingAt(lines) is not null) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public IEnumerable<SourceRecord> Read(Stream input, SourceContext context, CancellationToken cancellation) =>
        new ListingReader(Name, context).Read(input, cancellation);
}
