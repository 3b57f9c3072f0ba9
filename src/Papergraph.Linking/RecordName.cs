using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>What to call a record in messages and logs.</summary>
public static class RecordName
{
    /// <summary>The format, a colon and the record's key there, else its first identifier, else its title, else the hash of what it says
    /// without its abstract.</summary>
    public static string Of(PaperRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Source + ":" + (record.Key
            ?? (record.Identifiers.Count > 0 ? record.Identifiers[0].ToString() : record.Title)
            ?? PaperRecordCodec.Name(PaperRecordCodec.Encode(record with { Abstract = null }).ToArray()));
    }
}
