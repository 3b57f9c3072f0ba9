namespace Papergraph.Import.Headers;

/// <summary>The header of a group of files.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Fields">Its columns.</param>
internal sealed record CsvHeader(string File, IReadOnlyList<HeaderField> Fields)
{
    /// <summary>The column of a role, or −1. A header has at most one of each but ids and properties.</summary>
    public int IndexOf(FieldRole role)
    {
        for (int i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Role == role) return i;
        }

        return -1;
    }

    /// <summary>The first column of a role, or null.</summary>
    public HeaderField? First(FieldRole role) => IndexOf(role) is >= 0 and int index ? Fields[index] : null;

    /// <summary>Reads a header and checks that its columns go together.</summary>
    /// <exception cref="Core.PapergraphException">They do not.</exception>
    public static CsvHeader Read(string file, IReadOnlyList<string> texts, bool isOfNodes, ImportOptions options)
    {
        if (texts.Count > options.MaxColumns)
            throw ImportErrors.UnfitHeader(file, $"it has {texts.Count} fields, and at most {options.MaxColumns} are allowed.");
        HeaderParser parser = new(file, isOfNodes, options.IdType);
        CsvHeader header = new(file, [.. texts.Select(parser.Parse)]);
        header.CheckNames();
        if (isOfNodes)
        {
            header.CheckIds();
        }
        else
        {
            header.Require(FieldRole.StartId, ":START_ID");
            header.Require(FieldRole.EndId, ":END_ID");
            header.AtMostOne(FieldRole.Type, ":TYPE");
        }

        return header;
    }

    private void CheckNames()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (HeaderField field in Fields)
        {
            bool isStored = field.Role is FieldRole.Property or FieldRole.Id && field.Name.Length > 0;
            if (isStored && !names.Add(field.Name)) throw ImportErrors.UnfitHeader(File, $"two fields have the name '{field.Name}'.");
        }
    }

    /// <summary>Several columns of ids make one id of several parts, which is text and of one group.</summary>
    private void CheckIds()
    {
        HeaderField[] ids = [.. Fields.Where(f => f.Role == FieldRole.Id)];
        if (ids.Length < 2) return;
        if (ids.Any(id => id.Group != ids[0].Group)) throw ImportErrors.UnfitHeader(File, "the parts of an id are in different groups.");
        if (ids.Any(id => id.Type != Store.PropertyType.String))
            throw ImportErrors.UnfitHeader(File, "an id of several parts is a text, so its parts cannot be numbers.");
    }

    private void Require(FieldRole role, string name)
    {
        AtMostOne(role, name);
        if (IndexOf(role) < 0) throw ImportErrors.UnfitHeader(File, $"it has no field {name}.");
    }

    private void AtMostOne(FieldRole role, string name)
    {
        if (Fields.Count(f => f.Role == role) > 1) throw ImportErrors.UnfitHeader(File, $"it has several fields {name}.");
    }
}
