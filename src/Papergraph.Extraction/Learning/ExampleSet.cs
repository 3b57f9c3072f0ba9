using System.Runtime.InteropServices;

namespace Papergraph.Extraction;

/// <summary>Examples to learn from: rows of features, the right class, the weight, and the group, which no two folds
/// share.</summary>
internal sealed class ExampleSet
{
    private readonly List<int> _rows = [], _ends = [], _labels = [], _groups = [];
    private readonly List<float> _weights = [];

    public int Count => _labels.Count;

    public void Add(ReadOnlySpan<int> rows, int label, int group, float weight = 1)
    {
        _rows.AddRange(rows);
        _ends.Add(_rows.Count);
        _labels.Add(label);
        _groups.Add(group);
        _weights.Add(weight);
    }

    public ReadOnlySpan<int> Rows(int example) =>
        CollectionsMarshal.AsSpan(_rows)[(example == 0 ? 0 : _ends[example - 1]).._ends[example]];

    public int Label(int example) => _labels[example];

    public int Group(int example) => _groups[example];

    public float Weight(int example) => _weights[example];
}
