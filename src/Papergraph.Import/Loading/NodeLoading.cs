using System.Runtime.InteropServices;
using Papergraph.Core;
using Papergraph.Import.Headers;
using Papergraph.Import.Ids;
using Papergraph.Import.Rows;
using Papergraph.Store;

namespace Papergraph.Import.Loading;

/// <summary>Brings the nodes of all groups into the tables of a version, one for each set of labels, and their ids into spaces.
/// </summary>
/// <remarks>A group whose labels no other group can have is written as it is read. The rows of the others are held until the last group
/// that may add to their tables was read.</remarks>
internal sealed class NodeLoading(SegmentWriter writer, ImportOptions options, FindingList findings, IReadOnlyList<InputGroup> groups)
{
    private const int MostTables = 10_000;

    private readonly Dictionary<string, IdSpace> _spaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tableOf = new(StringComparer.Ordinal);
    private readonly List<(string[] Labels, TableRows Rows)> _tables = [];
    private readonly List<int> _firstNodes = [];

    /// <summary>The spaces by their groups.</summary>
    public IReadOnlyDictionary<string, IdSpace> Spaces => _spaces;

    /// <summary>The tables, in the order of their first rows.</summary>
    public IEnumerable<(string[] Labels, TableRows Rows)> Tables => _tables.Where(table => table.Rows.Count > 0);

    public long Count => _tables.Sum(table => (long)table.Rows.Count);

    /// <summary>Makes the spaces that the headers declare.</summary>
    /// <exception cref="PapergraphException">Two headers disagree on what the ids of a group are.</exception>
    public void DeclareSpaces()
    {
        foreach (InputGroup group in groups)
        {
            if (group.Header.First(FieldRole.Id) is not { } id) continue;
            bool isInteger = id.Type == PropertyType.Int64;
            if (!_spaces.TryAdd(id.Group, new(id.Group, isInteger)) && _spaces[id.Group].IsInteger != isInteger)
                throw ImportErrors.UnfitHeader(group.Header.File, $"ids of the group '{id.Group}' have another type in another header.");
        }
    }

    /// <summary>Reads a group.</summary>
    public void Load(InputGroup group, IEnumerable<Csv.CsvChunk> chunks, CancellationToken cancellation)
    {
        HeaderField? id = group.Header.First(FieldRole.Id);
        IdSpace? space = id is null ? null : _spaces[id.Group];
        NodeTableWriter? open = OpenAlone(group);
        OrderedPipeline<Csv.CsvChunk, NodeBatch>.Run(
            chunks,
            chunk => NodeBatch.Read(chunk, group.Header, options, space?.IsInteger == true),
            batch => Take(batch, group, space, open),
            options.Threads,
            cancellation);
    }

    /// <summary>Writes what is held, and lets ids lead to nodes.</summary>
    public void Finish()
    {
        for (int table = 0; table < _tables.Count; table++)
        {
            if (_firstNodes.Count > table && _firstNodes[table] >= 0) continue;
            if (_tables[table].Rows.Count == 0)
            {
                SetFirstNode(table, 0);   // all its rows were rejected: no id leads here
                continue;
            }

            NodeTableWriter nodes = writer.AddNodeTable(_tables[table].Labels);
            SetFirstNode(table, nodes.FirstNode);
            _tables[table].Rows.Write(nodes, (_, _) => nodes.AddNode());
        }

        foreach (IdSpace space in _spaces.Values) space.Seal(_firstNodes);
    }

    private NodeTableWriter? OpenAlone(InputGroup group)
    {
        bool isAlone = !groups.Any(g => g.NamesInRows)
            && groups.Count(g => g.Names.ToHashSet(StringComparer.Ordinal).SetEquals(group.Names)) == 1;
        if (!isAlone) return null;
        NodeTableWriter nodes = writer.AddNodeTable([.. group.Names]);
        SetFirstNode(TableOf([.. group.Names]), nodes.FirstNode);
        return nodes;
    }

    private void SetFirstNode(int table, int firstNode)
    {
        while (_firstNodes.Count <= table) _firstNodes.Add(-1);
        _firstNodes[table] = firstNode;
    }

    private void Take(NodeBatch batch, InputGroup group, IdSpace? space, NodeTableWriter? open)
    {
        using (batch)
        {
            int[] tables = [.. batch.LabelTexts.Select(text => TableOf(LabelsOf(group, text)))];
            foreach (int table in tables) _tables[table].Rows.Declare(batch);
            List<int>[] kept = [.. tables.Select(_ => new List<int>())];
            List<Diagnostic> duplicates = [];
            for (int row = 0; row < batch.Count; row++)
            {
                int code = batch.LabelCode(row);
                TableRows rows = _tables[tables[code]].Rows;
                if (space is not null && batch.HasId(row, out NodeId id, out ReadOnlySpan<byte> text)
                    && !space.TryAdd(id, text, tables[code], rows.Count))
                {
                    duplicates.Add(ImportDiagnostics.DuplicateId(batch.File, batch.LineOf(row), TextOf(id, text), space.Group));
                    continue;
                }

                rows.Next();
                kept[code].Add(row);
            }

            findings.Take(batch, duplicates);
            for (int code = 0; code < kept.Length; code++)
            {
                if (open is not null) TableRows.Write(open, batch, CollectionsMarshal.AsSpan(kept[code]), (_, _) => open.AddNode());
                else if (kept[code].Count > 0) _tables[tables[code]].Rows.Hold(batch, [.. kept[code]]);
            }
        }
    }

    private static string TextOf(NodeId id, ReadOnlySpan<byte> text) => id.IsNumber
        ? ((long)id.Number).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : System.Text.Encoding.UTF8.GetString(text);

    private string[] LabelsOf(InputGroup group, string text) =>
    [
        .. group.Names.Concat(text.Split(options.ArrayDelimiter, StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The table of a set of labels; the order in which they came first is kept.</summary>
    private int TableOf(string[] labels)
    {
        // With lengths, as a label may hold any character.
        string set = string.Concat(labels.Order(StringComparer.Ordinal).Select(label => $"{label.Length}:{label}"));
        if (_tableOf.TryGetValue(set, out int known)) return known;
        if (_tables.Count == MostTables) throw ImportErrors.TooManyTables("sets of labels", MostTables);
        _tables.Add((labels, new()));
        _tableOf.Add(set, _tables.Count - 1);
        return _tables.Count - 1;
    }
}
