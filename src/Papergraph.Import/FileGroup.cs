namespace Papergraph.Import;

/// <summary>Files that are read as one, the header first: what one <c>--nodes</c> or <c>--relationships</c> names.</summary>
/// <param name="Names">Labels of all its nodes, or the one type of all its relationships; empty where the rows say it.</param>
/// <param name="Files">Paths; the first line of the first file is the header. A file may be compressed (gzip, or zip with one file in
/// it), which its content tells.</param>
public sealed record FileGroup(IReadOnlyList<string> Names, IReadOnlyList<string> Files)
{
    /// <summary>Reads the value of <c>--nodes</c>: <c>Label:Label=file,file</c>, or files alone.</summary>
    /// <exception cref="Core.PapergraphException">It names no file, or an empty label.</exception>
    public static FileGroup OfNodes(string value) => Parse("--nodes", value, names => names.Split(':'));

    /// <summary>Reads the value of <c>--relationships</c>: <c>TYPE=file,file</c>, or files alone.</summary>
    /// <exception cref="Core.PapergraphException">It names no file, or an empty type.</exception>
    public static FileGroup OfRelationships(string value) => Parse("--relationships", value, name => [name]);

    private static FileGroup Parse(string option, string value, Func<string, string[]> split)
    {
        ArgumentNullException.ThrowIfNull(value);
        int end = value.IndexOf('=', StringComparison.Ordinal);
        // A path may hold '=': what stands before it is a name only where no separator of folders or files does.
        bool isNamed = end >= 0 && value.AsSpan(0, end).IndexOfAny('/', '\\', ',') < 0;
        string[] names = isNamed ? split(value[..end]) : [];
        string[] files = (isNamed ? value[(end + 1)..] : value).Split(',');
        return names.All(name => name.Length > 0) && files.All(file => file.Trim().Length > 0)
            ? new([.. names.Distinct(StringComparer.Ordinal)], [.. files.Select(file => file.Trim())])
            : throw ImportErrors.UnfitGroup(option, value);
    }
}
