namespace Papergraph.Import.Csv;

/// <summary>What is wrong with a field.</summary>
internal enum CsvFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Something other than a delimiter or the end of the row follows the closing quote.</summary>
    TextAfterQuote,

    /// <summary>The quote is not closed before the end of the line, or of the bytes where fields may go over lines.</summary>
    OpenQuote,
}
