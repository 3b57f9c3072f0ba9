namespace Papergraph.Store.Tests;

/// <summary>A node or an edge of a model: labels or type, and values.</summary>
internal sealed record TestImage(string[] Labels, Dictionary<string, object?> Values) : IEntityImage
{
    public bool Has(string labelOrType) => Labels.Contains(labelOrType);

    public object? Value(string property) => RandomValues.Stored(Values.GetValueOrDefault(property));

    public static TestImage Of(string label, params (string Property, object? Value)[] values) =>
        new([label], values.ToDictionary(pair => pair.Property, pair => pair.Value));
}

/// <summary>Nodes and edges as plain lists, some of them in a segment and changed since.</summary>
internal sealed class EntityModel
{
    public const string Property = "p", Second = "q";

    private static readonly string[][] LabelSets = [["Paper"], ["Paper", "Placeholder"], ["Author"]];
    private static readonly string[] EdgeTypes = ["CITES", "AUTHORED"];

    private readonly Random _random;
    private readonly List<TestImage> _storedNodes = [];
    private readonly List<TestImage> _storedEdges = [];

    public EntityModel(Random random, int mostRows)
    {
        _random = random;
        foreach (string[] labels in LabelSets) AddRows(_storedNodes, labels, mostRows);
        foreach (string type in EdgeTypes.Where(_ => _storedNodes.Count > 0)) AddRows(_storedEdges, [type], mostRows);
        int node = 0;
        foreach (TestImage image in _storedNodes) Now[(EntityKind.Node, node++)] = image;
        foreach (string type in EdgeTypes)
        {
            int position = 0;
            foreach (TestImage image in _storedEdges.Where(edge => edge.Has(type)))
                Now[(EntityKind.Edge, EdgeId(type, position++))] = image;
        }
    }

    /// <summary>All nodes and edges as they are now; edges by type and position, see <see cref="EdgeId"/>.</summary>
    public Dictionary<(EntityKind Kind, long Id), TestImage> Now { get; } = [];

    /// <summary>Positions of edges count for each type; here they are told apart by a high bit.</summary>
    public static long EdgeId(string type, long position) => ((long)Array.IndexOf(EdgeTypes, type) << 40) | position;

    public static long Position(long edgeId) => edgeId & ((1L << 40) - 1);

    public void Write(SegmentWriter writer)
    {
        foreach (string[] labels in LabelSets)
        {
            NodeTableWriter table = writer.AddNodeTable(labels);
            foreach (TestImage image in _storedNodes.Where(node => node.Labels == labels))
            {
                table.AddNode();
                Append(table, image);
            }
        }

        foreach (string type in EdgeTypes)
        {
            EdgeTableWriter table = writer.AddEdgeTable(type);
            foreach (TestImage image in _storedEdges.Where(edge => edge.Has(type)))
            {
                table.Add(0, 0);   // parallel edges stay in the order of adding
                Append(table, image);
            }
        }
    }

    /// <summary>Makes, changes or removes a node or an edge.</summary>
    public ChangedEntity Change()
    {
        bool node = _random.Next(2) == 0;
        string[] labels = node ? LabelSets[_random.Next(LabelSets.Length)] : [EdgeTypes[_random.Next(EdgeTypes.Length)]];
        EntityKind kind = node ? EntityKind.Node : EntityKind.Edge;
        long number = _random.Next(2 * Math.Max(1, node ? _storedNodes.Count : _storedEdges.Count));
        long id = node ? number : EdgeId(labels[0], number);
        TestImage? before = Now.GetValueOrDefault((kind, id));
        TestImage? after = _random.Next(3) == 0 ? null : new(labels, []);
        if (after is null)
        {
            Now.Remove((kind, id));
        }
        else
        {
            foreach (string property in (string[])[Property, Second])
            {
                after.Values[property] = before is not null && _random.Next(4) == 0
                    ? before.Values.GetValueOrDefault(property)
                    : RandomValues.Any(_random);
            }

            Now[(kind, id)] = after;
        }

        return new(kind, node ? id : Position(id), before, after);
    }

    private void AddRows(List<TestImage> to, string[] labels, int mostRows)
    {
        PropertyType type = (PropertyType)_random.Next(1, 11), second = (PropertyType)_random.Next(1, 11);
        for (int i = _random.Next(mostRows); i > 0; i--)
            to.Add(new(labels, new() { [Property] = RandomValues.OfType(type, _random), [Second] = RandomValues.OfType(second, _random) }));
    }

    private static void Append(TableWriter table, TestImage image)
    {
        foreach ((string name, object? value) in image.Values)
        {
            switch (value)
            {
                case string text: table.String(name).Append(text); break;
                case long number: table.Int64(name).Append(number); break;
                case double number: table.Double(name).Append(number); break;
                case bool truth: table.Boolean(name).Append(truth); break;
                case DateOnly date: table.Date(name).Append(date); break;
                case DateTimeOffset instant: table.DateTime(name).Append(instant); break;
                case string[] texts: table.StringList(name).Append(texts); break;
                case long[] numbers: table.Int64List(name).Append(numbers); break;
                case double[] numbers: table.DoubleList(name).Append(numbers); break;
                case bool[] truths: table.BooleanList(name).Append(truths); break;
                default: break;
            }
        }
    }
}
