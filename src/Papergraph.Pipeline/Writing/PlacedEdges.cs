using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>The columns with which an extracted edge says where it was read: field, place, confidence and run.</summary>
internal sealed class PlacedEdges
{
    private readonly EdgeTableWriter _table;
    private readonly StringColumnWriter _field, _run;
    private readonly Int64ColumnWriter _start, _end;
    private readonly DoubleColumnWriter _confidence;
    private readonly string _runId;

    internal PlacedEdges(EdgeTableWriter table, string runId)
    {
        (_table, _runId) = (table, runId);
        _field = table.String(Keys.Field);
        _start = table.Int64(Keys.Start);
        _end = table.Int64(Keys.End);
        _confidence = table.Double(Keys.Confidence);
        _run = table.String(Keys.Run);
    }

    internal void Add(int source, int target, FieldSpan place, double confidence)
    {
        _table.Add(source, target);
        _field.Append(place.Field.KeyOf());
        _start.Append(place.Span.Start);
        _end.Append(place.Span.End);
        _confidence.Append(confidence);
        _run.Append(_runId);
    }
}
