namespace Papergraph.Sources.Text;

/// <summary>Pieces of input as messages show them: on one line, short.</summary>
internal static class Quoted
{
    private const int Most = 80;

    /// <summary>The text between quotation marks.</summary>
    internal static string Of(string text) => $"'{Clip(text)}'";

    /// <summary>The text without control characters, at most 80 characters of it.</summary>
    internal static string Clip(string text)
    {
        string line = new([.. text.Take(Most).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
        return text.Length > Most ? line + "…" : line;
    }
}
