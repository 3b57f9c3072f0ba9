using Papergraph.Import.Headers;
using Papergraph.Import.Ids;
using Papergraph.Import.Rows;
using Papergraph.Store;

namespace Papergraph.Import.Loading;

/// <summary>Brings the relationships of all groups into the tables of a version, one for each type.</summary>
/// <remarks>A group whose type no other group can have is written as it is read; the rows of the others are held until all were.</remarks>
internal sealed class RelationshipLoading(
    SegmentWriter writer, ImportOptions options, FindingList findings, IReadOnlyList<InputGroup> groups,
    IReadOnlyDictionary<string, IdSpace> spaces)
{
    private const int MostTables = 10_000;

    private readonly Dictionary<string, TableRows> _tables = new(StringComparer.Ordinal);
    private readonly List<string> _held = [];

    public long Count { get; private set; }

    /// <summary>Checks that every header refers to ids that there are.</summary>
    /// <exception cref="Core.PapergraphException">One does not.</exception>
    public void CheckSpaces()
    {
        foreach (InputGroup group in groups)
        {
            _ = Space(group, FieldRole.StartId);
            _ = Space(group, FieldRole.EndId);
        }
    }

    /// <summary>Reads a group.</summary>
    public void Load(InputGroup group, IEnumerable<Csv.CsvChunk> chunks, CancellationToken cancellation)
    {
        (IdSpace starts, IdSpace ends) = (Space(group, FieldRole.StartId), Space(group, FieldRole.EndId));
        bool isAlone = !groups.Any(g => g.NamesInRows) && groups.Count(g => g.Names[0] == group.Names[0]) == 1;
        EdgeTableWriter? open = isAlone ? writer.AddEdgeTable(group.Names[0]) : null;
        OrderedPipeline<Csv.CsvChunk, RelationshipBatch>.Run(
            chunks,
            chunk => RelationshipBatch.Read(chunk, group.Header, options, starts, ends, group.Names.Count > 0),
            batch => Take(batch, group, open),
            options.Threads,
            cancellation);
    }

    /// <summary>Writes what is held.</summary>
    public void Finish()
    {
        foreach (string type in _held)
        {
            EdgeTableWriter edges = writer.AddEdgeTable(type);
            _tables[type].Write(edges, (batch, row) => Add(edges, (RelationshipBatch)batch, row));
        }
    }

    private void Take(RelationshipBatch batch, InputGroup group, EdgeTableWriter? open)
    {
        using (batch)
        {
            findings.Take(batch, []);
            Count += batch.Count;
            if (open is not null)
            {
                WriteAll(open, batch);
            }
            else
            {
                Hold(batch, group);
            }
        }
    }

    private static void WriteAll(EdgeTableWriter open, RelationshipBatch batch)
    {
        if (!batch.Columns.Any())
        {
            open.AddRange(batch.Sources, batch.Targets);
            return;
        }

        int[] rows = new int[batch.Count];
        for (int row = 0; row < rows.Length; row++) rows[row] = row;
        TableRows.Write(open, batch, rows, (_, row) => Add(open, batch, row));
    }

    private void Hold(RelationshipBatch batch, InputGroup group)
    {
        // Rows without a type of their own have that of the group, which comes last here.
        List<int>[] rows = [.. Enumerable.Range(0, batch.TypeTexts.Count + 1).Select(_ => new List<int>())];
        for (int row = 0; row < batch.Count; row++)
        {
            int code = batch.TypeCode(row);
            rows[code < 0 ? ^1 : code].Add(row);
        }

        // In the order of first rows, so that the order of tables does not depend on where chunks end.
        foreach (int code in Enumerable.Range(0, rows.Length).Where(code => rows[code].Count > 0).OrderBy(code => rows[code][0]))
        {
            string type = code < batch.TypeTexts.Count ? batch.TypeTexts[code] : group.Names[0];
            if (!_tables.ContainsKey(type)) _held.Add(type);
            TableRows table = TableOf(type);
            table.Hold(batch, [.. rows[code]]);
        }
    }

    private TableRows TableOf(string type)
    {
        if (_tables.TryGetValue(type, out TableRows? known)) return known;
        if (_tables.Count == MostTables) throw ImportErrors.TooManyTables("types of relationships", MostTables);
        TableRows table = new();
        _tables.Add(type, table);
        return table;
    }

    private static void Add(EdgeTableWriter edges, RelationshipBatch batch, int row) => edges.Add(batch.Sources[row], batch.Targets[row]);

    private IdSpace Space(InputGroup group, FieldRole role)
    {
        string name = group.Header.First(role)!.Group;
        return spaces.TryGetValue(name, out IdSpace? space)
            ? space
            : throw ImportErrors.UnknownIdGroup(group.Header.File, name, spaces.Keys.Order(StringComparer.Ordinal));
    }
}
