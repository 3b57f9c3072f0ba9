using System.Globalization;

namespace Papergraph.Extraction.Tests;

/// <summary>Counts what was found and what should have been.</summary>
internal sealed class Tally
{
    private int _right, _found, _wanted;

    public double Precision => _found == 0 ? 0 : (double)_right / _found;

    public double Recall => _wanted == 0 ? 0 : (double)_right / _wanted;

    public double F1 => _found + _wanted == 0 ? 0 : 2.0 * _right / (_found + _wanted);

    public void Add<T>(IEnumerable<T> found, IEnumerable<T> wanted)
    {
        HashSet<T> have = [.. found], want = [.. wanted];
        _right += have.Count(want.Contains);
        _found += have.Count;
        _wanted += want.Count;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"P {Precision:F3} R {Recall:F3} F1 {F1:F3} ({_right} right, {_found} found, {_wanted} wanted)");
}
