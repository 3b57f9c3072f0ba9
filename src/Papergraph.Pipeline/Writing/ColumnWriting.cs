using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>What domain values look like in columns: absent ones are null, empty lists too.</summary>
internal static class ColumnWriting
{
    internal static void AppendOrNull(this StringColumnWriter column, string? value)
    {
        if (value is null) column.AppendNull();
        else column.Append(value);
    }

    internal static void AppendOrNull(this Int64ColumnWriter column, int? value)
    {
        if (value is { } number) column.Append(number);
        else column.AppendNull();
    }

    internal static void AppendOrNull(this DateColumnWriter column, DateOnly? value)
    {
        if (value is { } date) column.Append(date);
        else column.AppendNull();
    }

    internal static void AppendOrNull(this StringListColumnWriter column, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0) column.AppendNull();
        else column.Append(values);
    }

    internal static string? ValueOf(this IReadOnlyList<Identifier> identifiers, IdentifierScheme scheme)
    {
        foreach (Identifier identifier in identifiers)
            if (identifier.Scheme == scheme) return identifier.Value;
        return null;
    }

    internal static string[] Texts(this IReadOnlyList<Identifier> identifiers) => [.. identifiers.Select(i => i.ToString())];

    /// <summary>The name of a text field as edges state it, equal to the property that holds the text.</summary>
    internal static string KeyOf(this TextField field) => field == TextField.Title ? Keys.Title : Keys.Abstract;
}
