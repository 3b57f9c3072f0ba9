using Papergraph.Core;
using Papergraph.Import.Csv;
using Papergraph.Import.Headers;
using Papergraph.Import.Ids;

namespace Papergraph.Import.Rows;

/// <summary>Nodes: their ids, the labels that their rows give, their properties.</summary>
internal sealed class NodeBatch : RowBatch
{
    private readonly bool _isInteger;
    private readonly NameCodes _labels = new();
    private readonly List<int> _labelCodes = [];
    private readonly List<(bool Has, NodeId Id, int Start, int Length)> _ids = [];
    private byte[] _idTexts = [], _labelText = [];
    private int _idsFilled, _rowIdStart, _labelFilled;
    private bool _hasId;

    private NodeBatch(CsvChunk chunk, CsvHeader header, ImportOptions options, bool isInteger)
        : base(chunk, header, options) => _isInteger = isInteger;

    /// <summary>The texts of labels that <see cref="LabelCode"/> refers to.</summary>
    public IReadOnlyList<string> LabelTexts => _labels.Texts;

    /// <param name="chunk">The rows.</param>
    /// <param name="header">Their header.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="isInteger">Whether ids are numbers by their type.</param>
    public static NodeBatch Read(CsvChunk chunk, CsvHeader header, ImportOptions options, bool isInteger)
    {
        NodeBatch batch = new(chunk, header, options, isInteger);
        batch.ReadRows();
        return batch;
    }

    /// <summary>The id of a row, if it has one.</summary>
    public bool HasId(int row, out NodeId id, out ReadOnlySpan<byte> text)
    {
        (bool has, id, int start, int length) = _ids[row];
        text = _idTexts.AsSpan(start, length);
        return has;
    }

    /// <summary>Which of <see cref="LabelTexts"/> the row has.</summary>
    public int LabelCode(int row) => _labelCodes[row];

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _ids.Clear();
        _ids.TrimExcess();
        _labelCodes.Clear();
        _labelCodes.TrimExcess();
        _idTexts = [];
    }

    protected override Diagnostic? TakeField(int index, HeaderField field, ReadOnlySpan<byte> text)
    {
        if (field.Role == FieldRole.Id)
        {
            _hasId = true;
            Append(ref _idTexts, ref _idsFilled, text);
            return null;
        }

        if (_labelFilled > 0) Append(ref _labelText, ref _labelFilled, [(byte)Options.ArrayDelimiter]);
        Append(ref _labelText, ref _labelFilled, text);
        return null;
    }

    protected override Diagnostic? TakeNumber(HeaderField field, long number) => throw new System.Diagnostics.UnreachableException();

    protected override Diagnostic? FinishRow()
    {
        ReadOnlySpan<byte> labels = _labelText.AsSpan(0, _labelFilled);
        NodeId id = default;
        ReadOnlySpan<byte> text = _idTexts.AsSpan(_rowIdStart, _idsFilled - _rowIdStart);
        if (_hasId && !NodeId.TryRead(text, _isInteger, out id))
            return ImportDiagnostics.UnfitValue(File, Line, ":ID", "whole number", System.Text.Encoding.UTF8.GetString(text));
        if (labels.IndexOf(Replacement) >= 0) return ImportDiagnostics.UnfitName(File, Line, System.Text.Encoding.UTF8.GetString(labels));
        _ids.Add((_hasId, id, _rowIdStart, id.IsNumber ? 0 : text.Length));
        if (id.IsNumber) _idsFilled = _rowIdStart;   // the number says it all
        _labelCodes.Add(_labels.CodeOf(labels));
        (_rowIdStart, _labelFilled, _hasId) = (_idsFilled, 0, false);
        return null;
    }

    protected override void TruncateRow() => (_idsFilled, _labelFilled, _hasId) = (_rowIdStart, 0, false);

    private static void Append(ref byte[] bytes, ref int filled, ReadOnlySpan<byte> text)
    {
        if (bytes.Length - filled < text.Length) Array.Resize(ref bytes, Math.Max(256, (filled + text.Length) * 2));
        text.CopyTo(bytes.AsSpan(filled));
        filled += text.Length;
    }
}
