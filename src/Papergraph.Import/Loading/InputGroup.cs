using Papergraph.Import.Csv;
using Papergraph.Import.Headers;

namespace Papergraph.Import.Loading;

/// <summary>A group of files whose names are resolved and whose header is read.</summary>
/// <param name="Names">Labels or type of all rows; empty where the rows say it.</param>
/// <param name="Files">The files.</param>
/// <param name="Header">The header.</param>
internal sealed record InputGroup(IReadOnlyList<string> Names, IReadOnlyList<string> Files, CsvHeader Header)
{
    /// <summary>Whether rows may have labels or types of their own.</summary>
    public bool NamesInRows => Header.IndexOf(FieldRole.Label) >= 0 || Header.IndexOf(FieldRole.Type) >= 0;

    /// <exception cref="Core.PapergraphException">A file is missing, or the header cannot be used.</exception>
    public static InputGroup Open(FileGroup group, bool isOfNodes, ImportOptions options, FindingList findings)
    {
        string[] files = [.. group.Files.SelectMany(FileNames.Resolve)];
        CsvChunkReader reader = new(options, _ => { }, CancellationToken.None);
        CsvHeader header = CsvHeader.Read(files[0], reader.ReadHeader(files[0]), isOfNodes, options);
        InputGroup opened = new(group.Names, files, header);
        if (!isOfNodes && group.Names.Count == 0 && !opened.NamesInRows) throw ImportErrors.NoType(files[0]);
        foreach (HeaderField field in header.Fields)
        {
            if (HeaderParser.IsKeptAsText(field.TypeName))
                findings.Note(ImportDiagnostics.KeptAsText(files[0], field.Name, field.TypeName));
        }

        return opened;
    }
}
