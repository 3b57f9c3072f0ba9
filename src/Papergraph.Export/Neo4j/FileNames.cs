namespace Papergraph.Export;

/// <summary>Names of files made of labels and types: distinct in any case, and plain in every shell and file system.</summary>
internal sealed class FileNames
{
    private const int Longest = 60;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string prefix, string name)
    {
        string plain = $"{prefix}-{string.Concat(name.Take(Longest).Select(Plain))}";
        string distinct = plain;
        for (int n = 2; !_taken.Add(distinct); n++) distinct = $"{plain}.{n}";
        return distinct;
    }

    private static char Plain(char c) => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_';
}
