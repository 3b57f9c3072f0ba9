using System.Text;

namespace Papergraph.Store.Tests;

/// <summary>A graph as plain lists: what the store is compared with. It knows nothing of columns, offsets or files.</summary>
internal sealed class GraphModel
{
    public sealed class ModelTable
    {
        public required string Name { get; init; }

        public List<(int Source, int Target)> Edges { get; init; } = [];

        public int Rows { get; set; }

        public SortedDictionary<string, (PropertyType Type, object?[] Values)> Columns { get; } = new(StringComparer.Ordinal);
    }

    private static readonly string[] LabelSets = ["Paper", "Paper:Placeholder", "Author", "Entity:Method"];
    private static readonly string[] EdgeTypes = ["CITES", "AUTHORED", "loves ♥"];
    private static readonly string[] Texts =
        ["", "a", "Attention", "deep learning", "Ünïcode", "日本語", "\ud83d\ude00",
        "lone \ud800 surrogate", "line\nbreak\0nul", "attention"];

    public List<ModelTable> NodeTables { get; } = [];

    public List<ModelTable> EdgeTables { get; } = [];

    public List<byte[]> Blobs { get; } = [];

    public Dictionary<string, string> Metadata { get; } = [];

    public int NodeCount => NodeTables.Sum(table => table.Rows);

    public static GraphModel Random(int seed, int maxRows = 40)
    {
        Random random = new(seed);
        GraphModel model = new();
        foreach (string labels in LabelSets.Take(random.Next(LabelSets.Length + 1)))
        {
            ModelTable table = new() { Name = labels, Rows = random.Next(4) == 0 ? 0 : random.Next(maxRows) };
            AddColumns(table, random);
            AddColumn(table, "name", PropertyType.String, random);
            AddColumn(table, "aliases", PropertyType.StringList, random);
            model.NodeTables.Add(table);
        }

        foreach (string type in EdgeTypes.Take(random.Next(EdgeTypes.Length + 1)))
        {
            ModelTable table = new() { Name = type };
            if (model.NodeCount > 0)
            {
                int least = random.Next(model.NodeCount), most = random.Next(least, model.NodeCount);
                for (int i = random.Next(maxRows * 3); i > 0; i--)
                    table.Edges.Add((random.Next(least, most + 1), random.Next(model.NodeCount)));
            }

            table.Rows = table.Edges.Count;
            AddColumns(table, random);
            model.EdgeTables.Add(table);
        }

        for (int i = random.Next(20); i > 0; i--)
        {
            byte[] blob = new byte[random.Next(6) == 0 ? random.Next(100_000) : random.Next(200)];
            random.NextBytes(blob);
            model.Blobs.Add(blob);
        }

        for (int i = random.Next(4); i > 0; i--) model.Metadata[Texts[random.Next(1, 6)]] = random.Next().ToString(provider: null);
        return model;
    }

    private static void AddColumns(ModelTable table, Random random)
    {
        foreach (PropertyType type in Enum.GetValues<PropertyType>())
        {
            if (random.Next(3) > 0) AddColumn(table, $"p{type}", type, random);
        }
    }

    private static void AddColumn(ModelTable table, string name, PropertyType type, Random random)
    {
        int nulls = random.Next(3) * random.Next(50);   // per cent; often none
        int spread = 1 << random.Next(31);
        object?[] values = new object?[table.Rows];
        for (int i = 0; i < values.Length; i++) values[i] = random.Next(100) < nulls ? null : RandomValue(type, spread, random);
        table.Columns[name] = (type, values);
    }

    private static object RandomValue(PropertyType type, int spread, Random random) => type switch
    {
        PropertyType.String => RandomText(spread, random),
        PropertyType.Int64 => RandomInteger(spread, random),
        PropertyType.Double => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        PropertyType.Boolean => random.Next(2) == 0,
        PropertyType.Date => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1)),
        PropertyType.DateTime => new DateTimeOffset(random.NextInt64(DateTimeOffset.MaxValue.UtcTicks / 10 + 1) * 10, TimeSpan.Zero),
        PropertyType.StringList => RandomList(random, () => RandomText(spread, random)),
        PropertyType.Int64List => RandomList(random, () => RandomInteger(spread, random)),
        PropertyType.DoubleList => RandomList(random, random.NextDouble),
        _ => RandomList(random, () => random.Next(2) == 0),
    };

    private static T[] RandomList<T>(Random random, Func<T> element) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => element())];

    private static string RandomText(int spread, Random random) =>
        spread < 1 << 16 ? Texts[random.Next(Texts.Length)] : Texts[random.Next(Texts.Length)] + " " + random.Next(spread);

    private static long RandomInteger(int spread, Random random) =>
        random.Next(200) == 0 ? (random.Next(2) == 0 ? long.MinValue : long.MaxValue) : random.Next(spread) - (spread / 2);

    public void Write(SegmentWriter writer)
    {
        foreach (ModelTable model in NodeTables)
        {
            NodeTableWriter table = writer.AddNodeTable(model.Name.Split(':'));
            for (int row = 0; row < model.Rows; row++)
            {
                table.AddNode();
                WriteRow(table, model, row);
            }
        }

        foreach (ModelTable model in EdgeTables)
        {
            EdgeTableWriter table = writer.AddEdgeTable(model.Name);
            for (int row = 0; row < model.Rows; row++)
            {
                table.Add(model.Edges[row].Source, model.Edges[row].Target);
                WriteRow(table, model, row);
            }
        }

        writer.AddBlobs("records", Blobs.Select(blob => (ReadOnlyMemory<byte>)blob));
        writer.AddKeyIndex("Paper", "name");
        writer.AddKeyIndex("Paper", "aliases");
        writer.AddNameIndex("names", [("Paper", "name"), ("Paper", "aliases"), ("Entity", "name")]);
        writer.AddFullTextIndex(
            "texts", [new("Paper", "name", 2), new("Paper", "aliases"), new("Entity", "name"), new("Entity", "pInt64")]);
        foreach ((string key, string value) in Metadata) writer.SetMetadata(key, value);
    }

    private static void WriteRow(TableWriter table, ModelTable model, int row)
    {
        foreach ((string name, (PropertyType type, object?[] values)) in model.Columns)
        {
            // Half of the nulls are said, half are left out: both mean the same.
            if (values[row] is null && row % 2 == 0) continue;
            Append(table, name, type, values[row]);
        }
    }

    private static void Append(TableWriter table, string name, PropertyType type, object? value)
    {
        switch (type)
        {
            case PropertyType.String: Append(table.String(name), value, (c, v) => c.Append((string)v)); break;
            case PropertyType.Int64: Append(table.Int64(name), value, (c, v) => c.Append((long)v)); break;
            case PropertyType.Double: Append(table.Double(name), value, (c, v) => c.Append((double)v)); break;
            case PropertyType.Boolean: Append(table.Boolean(name), value, (c, v) => c.Append((bool)v)); break;
            case PropertyType.Date: Append(table.Date(name), value, (c, v) => c.Append((DateOnly)v)); break;
            case PropertyType.DateTime: Append(table.DateTime(name), value, (c, v) => c.Append((DateTimeOffset)v)); break;
            case PropertyType.StringList: Append(table.StringList(name), value, (c, v) => c.Append((string[])v)); break;
            case PropertyType.Int64List: Append(table.Int64List(name), value, (c, v) => c.Append((long[])v)); break;
            case PropertyType.DoubleList: Append(table.DoubleList(name), value, (c, v) => c.Append((double[])v)); break;
            default: Append(table.BooleanList(name), value, (c, v) => c.Append((bool[])v)); break;
        }
    }

    private static void Append<T>(T column, object? value, Action<T, object> append) where T : ColumnWriter
    {
        if (value is null) column.AppendNull();
        else append(column, value);
    }

    public static string WellFormed(string text)
    {
        StringBuilder result = new();
        foreach (Rune rune in text.EnumerateRunes()) result.Append(rune);
        return result.ToString();
    }
}
