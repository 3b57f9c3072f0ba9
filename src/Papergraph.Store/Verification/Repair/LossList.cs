using System.Globalization;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Collects what a repair could not save, many rows of one column as one loss.</summary>
internal sealed class LossList(string file)
{
    private readonly List<Diagnostic> _said = [];
    private readonly OrderedDictionary<(string Code, string What), Ranges> _counted = [];

    /// <summary>Whether values, edges or items were lost.</summary>
    public bool AnyData => _counted.Count > 0;

    public void Add(StoreException loss) => _said.Add(new(loss.Code, Severity.Error, file, 0, loss.Message));

    /// <summary>A row of a column that has no value any more.</summary>
    public void Value(string column, long row) => Count(StoreErrors.ValuesLostCode, column, row);

    /// <summary>An edge, by its position in the table of its type, of which one end or both are unknown.</summary>
    public void Edge(string type, long position) => Count(StoreErrors.EdgesLostCode, type, position);

    /// <summary>An item of a list of blobs, which is empty now so that the others keep their places.</summary>
    public void Item(string list, long item) => Count(StoreErrors.ItemsLostCode, list, item);

    public LossList Copy()
    {
        LossList copy = new(file);
        copy.Take(this);
        return copy;
    }

    /// <summary>Becomes equal to another list.</summary>
    public void Take(LossList other)
    {
        _said.Clear();
        _said.AddRange(other._said);
        _counted.Clear();
        foreach ((var key, Ranges ranges) in other._counted) _counted.Add(key, ranges);
    }

    public IReadOnlyList<Diagnostic> ToDiagnostics() =>
    [
        .. _said,
        .. _counted.Select(loss => loss.Key.Code switch
        {
            StoreErrors.ValuesLostCode => StoreErrors.ValuesLost(loss.Key.What, loss.Value.Count, loss.Value.ToString()),
            StoreErrors.EdgesLostCode => StoreErrors.EdgesLost(loss.Key.What, loss.Value.Count, loss.Value.ToString()),
            _ => StoreErrors.ItemsLost(loss.Key.What, loss.Value.Count, loss.Value.ToString()),
        }).Select(e => new Diagnostic(e.Code, Severity.Error, file, 0, e.Message)),
    ];

    private void Count(string code, string what, long number)
    {
        if (!_counted.TryGetValue((code, what), out Ranges? ranges)) _counted.Add((code, what), ranges = new());
        ranges.Add(number);
    }

    /// <summary>Ascending numbers, told as ranges.</summary>
    private sealed class Ranges
    {
        private const int MostTold = 20;

        private readonly List<(long First, long Last)> _ranges = [];

        public long Count { get; private set; }

        public void Add(long number)
        {
            Count++;
            if (_ranges.Count > 0 && _ranges[^1].Last == number - 1) _ranges[^1] = (_ranges[^1].First, number);
            else _ranges.Add((number, number));
        }

        public override string ToString() =>
            string.Join(", ", _ranges.Take(MostTold).Select(r => r.First == r.Last ? Text(r.First) : $"{Text(r.First)}–{Text(r.Last)}"))
            + (_ranges.Count > MostTold ? ", …" : "");

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
