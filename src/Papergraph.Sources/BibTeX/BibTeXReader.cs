using Papergraph.Sources.Inputs;

namespace Papergraph.Sources.BibTeX;

/// <summary>Reads a database. Entries come in the order of the file, except that those which refer to one that comes later are held,
/// up to a total length, and come at the end.</summary>
internal sealed class BibTeXReader(string source, SourceContext context)
{
    /// <summary>Characters that all held entries together may hold, and what an entry takes besides its fields.</summary>
    private const long MostCharacters = 32 << 20, EntryCost = 200;

    internal IEnumerable<SourceRecord> Read(Stream input, CancellationToken cancellation)
    {
        BibTeXParser parser = new(context);
        EntryInheritance inheritance = new(context);
        BibTeXRecordReader records = new(source, context, inheritance);
        List<BibTeXEntry> held = [];
        long characters = 0;
        foreach (RawEntry raw in new BibTeXScanner(new ByteReader(input), context).Scan(cancellation))
        {
            if (parser.Parse(raw) is not { } entry) continue;
            inheritance.Remember(entry);
            if (entry.Type is "xdata" or "set") continue;
            long cost = EntryCost + raw.Text.Length;
            if (!records.IsComplete(entry) && characters + cost <= MostCharacters)
            {
                characters += cost;
                held.Add(entry);
            }
            else if (records.Read(entry) is { } record)
            {
                yield return record;
            }
        }

        foreach (BibTeXEntry entry in held)
            if (records.Read(entry) is { } record) yield return record;
    }
}
