using System.Text;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>A table of the graph as two CSV files of neo4j-admin import, header and rows.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly Table _table;
    private readonly char _delimiter;
    private readonly BufferedOutput _output;
    private readonly CsvText _text;

    /// <summary>Writes the header and begins the rows.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="name">Name of the files without their endings.</param>
    /// <param name="table">The table.</param>
    /// <param name="fixedFields">What stands in the header before the properties.</param>
    /// <param name="delimiter">What stands between the items of lists.</param>
    public CsvTable(ExportTarget target, string name, Table table, string fixedFields, char delimiter)
    {
        (Name, _table, _delimiter) = (name, table, delimiter);
        using (BufferedOutput header = new(target.OpenFile(HeaderFile)))
        {
            header.Write(Encoding.UTF8.GetBytes(fixedFields));
            CsvText text = new(header);
            HashSet<string> names = new(StringComparer.Ordinal);
            foreach (Column column in table.Columns)
            {
                header.Write((byte)',');
                text.WriteQuoted(Distinct(names, HeaderName(column.Name)) + ":" + TypeName(column.Type));
            }

            header.Write((byte)'\n');
            header.Flush();
        }

        _output = new BufferedOutput(target.OpenFile(RowsFile));
        _text = new CsvText(_output);
    }

    public string Name { get; }

    public string HeaderFile => Name + ".header.csv";

    public string RowsFile => Name + ".csv";

    public bool HasLineBreaks => _text.HasLineBreaks;

    public void Number(long value) => _output.Advance(ScalarText.Format(value, _output.GetSpan(ScalarText.Longest)));

    public void Comma() => _output.Write((byte)',');

    public void Text(string text) => _text.WriteQuoted(text);

    public void Texts(IEnumerable<string> items) => _text.WriteQuoted(items, _delimiter);

    /// <summary>Writes the properties of a row after its fixed fields, and ends the line. No value is an empty field, no quotes.</summary>
    public void EndRow(long row)
    {
        foreach (Column column in _table.Columns)
        {
            Comma();
            if (!column.IsNull(row)) Value(column, row);
        }

        _output.Write((byte)'\n');
    }

    public void Flush() => _output.Flush();

    public void Dispose() => _output.Dispose();

    private void Value(Column column, long row)
    {
        switch (column)
        {
            case StringColumn texts:
                _text.WriteQuoted(texts.Utf8(row));
                break;
            case StringListColumn lists:
                Texts(lists[row]!);
                break;
            case Int64ListColumn lists:
                Numbers(lists[row]!, ScalarText.Format);
                break;
            case DoubleListColumn lists:
                Numbers(lists[row]!, ScalarText.Format);
                break;
            case BooleanListColumn lists:
                Numbers(lists[row]!, ScalarText.Format);
                break;
            default:
                _output.Advance(ScalarText.Format(column, row, _output.GetSpan(ScalarText.Longest)));
                break;
        }
    }

    private delegate int Formatter<in T>(T value, Span<byte> text);

    private void Numbers<T>(T[] items, Formatter<T> format)
    {
        _output.Write((byte)'"');
        for (int i = 0; i < items.Length; i++)
        {
            if (i > 0) _output.Write((byte)_delimiter);
            _output.Advance(format(items[i], _output.GetSpan(ScalarText.Longest)));
        }

        _output.Write((byte)'"');
    }

    // What Neo4j would take for something else in a header: the colon before the type, braces of its options, ends of lines.
    private static string HeaderName(string name) =>
        string.Concat(name.Select(c => c is '{' or '}' || char.IsControl(c) ? '_' : c));

    private static string Distinct(HashSet<string> names, string name)
    {
        while (!names.Add(name)) name += "_";
        return name;
    }

    private static string TypeName(PropertyType type) => type switch
    {
        PropertyType.Int64 => "long",
        PropertyType.Double => "double",
        PropertyType.Boolean => "boolean",
        PropertyType.Date => "date",
        PropertyType.DateTime => "datetime",
        PropertyType.StringList => "string[]",
        PropertyType.Int64List => "long[]",
        PropertyType.DoubleList => "double[]",
        PropertyType.BooleanList => "boolean[]",
        _ => "string",
    };
}
