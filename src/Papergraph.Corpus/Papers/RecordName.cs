namespace Papergraph.Corpus;

/// <summary>What to call a record: in the <c>source</c> of papers, in explanations, in messages and in the log of merges.</summary>
public static class RecordName
{
    private const int Digits = 12;

    /// <summary>The format, a colon and the record's key there; of a record without a key the first 12 hexadecimal digits of its canonical
    /// name (<see cref="PaperRecordCodec.Name"/>).</summary>
    public static string Of(PaperRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Source + ":" + (record.Key ?? PaperRecordCodec.Name(PaperRecordCodec.Encode(record))[..Digits]);
    }

    /// <summary>The same for a record of which not all is at hand, so that its canonical name cannot be told from it.</summary>
    /// <param name="record">At least format and key of the record.</param>
    /// <param name="canonicalName">Canonical name of the whole record, at least its first 12 digits.</param>
    public static string Of(PaperRecord record, string canonicalName)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(canonicalName);
        return record.Source + ":" + (record.Key ?? canonicalName[..Digits]);
    }
}
