using System.Runtime.InteropServices;
using System.Text;
using Papergraph.Core;
using Papergraph.Import.Csv;
using Papergraph.Import.Headers;
using Papergraph.Import.Ids;

namespace Papergraph.Import.Rows;

/// <summary>Relationships: the nodes at their ends, the types that their rows give, their properties.</summary>
internal sealed class RelationshipBatch : RowBatch
{
    private const int None = -1;

    private readonly IdSpace _starts, _ends;
    private readonly bool _hasName;
    private readonly List<int> _sources = [], _targets = [], _typeCodes = [];
    private readonly NameCodes _types = new();
    private int _source = None, _target = None, _type = None;

    private RelationshipBatch(CsvChunk chunk, CsvHeader header, ImportOptions options, IdSpace starts, IdSpace ends, bool hasName)
        : base(chunk, header, options) => (_starts, _ends, _hasName) = (starts, ends, hasName);

    /// <summary>The node that each relationship begins at.</summary>
    public ReadOnlySpan<int> Sources => CollectionsMarshal.AsSpan(_sources);

    /// <summary>The node that each relationship ends at.</summary>
    public ReadOnlySpan<int> Targets => CollectionsMarshal.AsSpan(_targets);

    /// <summary>The texts of types that <see cref="TypeCode"/> refers to.</summary>
    public IReadOnlyList<string> TypeTexts => _types.Texts;

    /// <param name="chunk">The rows.</param>
    /// <param name="header">Their header.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="starts">Where starts are looked up.</param>
    /// <param name="ends">Where ends are looked up.</param>
    /// <param name="hasName">Whether there is a type for rows that have none.</param>
    public static RelationshipBatch Read(
        CsvChunk chunk, CsvHeader header, ImportOptions options, IdSpace starts, IdSpace ends, bool hasName)
    {
        RelationshipBatch batch = new(chunk, header, options, starts, ends, hasName);
        batch.ReadRows();
        return batch;
    }

    /// <summary>Which of <see cref="TypeTexts"/> the row has, or −1.</summary>
    public int TypeCode(int row) => _typeCodes.Count > 0 ? _typeCodes[row] : None;

    protected override bool TakesNumbers => true;

    protected override Diagnostic? TakeNumber(HeaderField field, long number)
    {
        bool isStart = field.Role == FieldRole.StartId;
        return Space(isStart).TryFind(number, out int node)
            ? Take(isStart, node)
            : Unknown(isStart, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    protected override Diagnostic? TakeField(int index, HeaderField field, ReadOnlySpan<byte> text)
    {
        if (field.Role == FieldRole.Type)
        {
            if (text.IndexOf(Replacement) >= 0) return ImportDiagnostics.UnfitName(File, Line, Encoding.UTF8.GetString(text));
            _type = text.IsEmpty ? None : _types.CodeOf(text);
            return null;
        }

        bool isStart = field.Role == FieldRole.StartId;
        return Space(isStart).TryFind(text, out int node) ? Take(isStart, node) : Unknown(isStart, Encoding.UTF8.GetString(text));
    }

    protected override Diagnostic? FinishRow()
    {
        if (_source == None) return ImportDiagnostics.NoEnd(File, Line, "start");
        if (_target == None) return ImportDiagnostics.NoEnd(File, Line, "end");
        if (_type == None && !_hasName) return ImportDiagnostics.NoType(File, Line);
        _sources.Add(_source);
        _targets.Add(_target);
        if (Header.IndexOf(FieldRole.Type) >= 0) _typeCodes.Add(_type);
        TruncateRow();
        return null;
    }

    protected override void TruncateRow() => (_source, _target, _type) = (None, None, None);

    private IdSpace Space(bool isStart) => isStart ? _starts : _ends;

    private Diagnostic? Take(bool isStart, int node)
    {
        if (isStart) _source = node;
        else _target = node;
        return null;
    }

    private Diagnostic Unknown(bool isStart, string id) => ImportDiagnostics.UnknownEnd(
        File, Line, isStart ? "start" : "end", id, Space(isStart).Group);
}
