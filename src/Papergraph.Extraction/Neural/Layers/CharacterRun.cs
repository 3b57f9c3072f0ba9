namespace Papergraph.Extraction;

/// <summary>One pass of words through a <see cref="CharacterEncoder"/>, and back; for one thread at a time.</summary>
internal sealed class CharacterRun
{
    private readonly CharacterEncoder _encoder;
    private readonly Matrix _windows, _values;
    private readonly PackedMatrix _packed = new();
    private int[] _greatest = [];

    public CharacterRun(CharacterEncoder encoder)
    {
        _encoder = encoder;
        _windows = new Matrix(0, encoder.Filters.Rows);
        _values = new Matrix(0, encoder.Outputs);
        Outputs = new Matrix(0, encoder.Outputs);
    }

    /// <summary>A row for each word.</summary>
    public Matrix Outputs { get; }

    /// <summary>Reads words, each as <see cref="CharacterEncoder.Classify(ReadOnlySpan{char})"/> gives it.</summary>
    public void Forward(ReadOnlySpan<byte[]> words)
    {
        int size = _encoder.Characters.Columns, positions = 0;
        foreach (byte[] word in words) positions += word.Length - 2;
        _windows.Resize(positions);
        int row = 0;
        foreach (byte[] word in words)
        {
            for (int at = 0; at + CharacterEncoder.Window <= word.Length; at++, row++)
            {
                Span<float> window = _windows[row];
                for (int i = 0; i < CharacterEncoder.Window; i++) _encoder.Characters.Row(word[at + i]).CopyTo(window[(i * size)..]);
            }
        }

        _values.Clear(positions);
        _encoder.PackedFilters.MultiplyAdd(_windows.Data, positions, _values.Data);
        int filters = _encoder.Outputs;
        Outputs.Resize(words.Length);
        if (_greatest.Length < words.Length * filters) _greatest = new int[words.Length * filters];
        row = 0;
        for (int word = 0; word < words.Length; word++)
        {
            Span<float> output = Outputs[word];
            Span<int> greatest = _greatest.AsSpan(word * filters, filters);
            _values[row].CopyTo(output);
            greatest.Fill(row);
            int end = row + words[word].Length - 2;
            for (row++; row < end; row++)
            {
                ReadOnlySpan<float> values = _values[row];
                for (int f = 0; f < values.Length; f++)
                {
                    if (values[f] <= output[f]) continue;
                    output[f] = values[f];
                    greatest[f] = row;
                }
            }

            VectorMath.Add(_encoder.Bias.Value, output);
        }
    }

    /// <summary>Adds the gradients of the weights, given that of <see cref="Outputs"/>.</summary>
    public void Backward(ReadOnlySpan<byte[]> words, Matrix gradient)
    {
        int size = _encoder.Characters.Columns, filters = _encoder.Outputs;
        _values.Clear(_windows.Rows);
        for (int word = 0; word < words.Length; word++)
        {
            ReadOnlySpan<float> of = gradient[word];
            VectorMath.Add(of, _encoder.Bias.Gradient);
            for (int f = 0; f < filters; f++) _values[_greatest[(word * filters) + f]][f] = of[f];
        }

        _packed.Pack(_values.Data, _values.Rows, filters);
        _packed.MultiplyTransposedAdd(_windows.Data, _windows.Columns, _encoder.Filters.Gradient);
        _windows.Data.Clear();
        _encoder.FiltersTransposed.MultiplyAdd(_values.Data, _values.Rows, _windows.Data);
        int row = 0;
        foreach (byte[] word in words)
        {
            for (int at = 0; at + CharacterEncoder.Window <= word.Length; at++, row++)
            {
                ReadOnlySpan<float> window = _windows[row];
                for (int i = 0; i < CharacterEncoder.Window; i++)
                    VectorMath.Add(window.Slice(i * size, size), _encoder.Characters.GradientRow(word[at + i]));
            }
        }
    }
}
