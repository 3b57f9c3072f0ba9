using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>Changes weights against their gradients, each at its own pace: D. Kingma and J. Ba, “Adam”, ICLR 2015, with the decoupled
/// decay of
/// I. Loshchilov and F. Hutter, ICLR 2019.</summary>
internal sealed class Adam
{
    private const float FirstDecay = 0.9f, SecondDecay = 0.999f, Floor = 1e-8f;
    private readonly Parameter[] _dense;
    private readonly Moments[] _denseMoments;
    private double _firstPower = 1, _secondPower = 1;

    /// <summary>For these parameters, all of whose rows change at every step.</summary>
    public Adam(IEnumerable<Parameter> dense)
    {
        _dense = [.. dense];
        _denseMoments = [.. _dense.Select(parameter => new Moments(parameter))];
    }

    /// <summary>Scales the gradients so that together they are no longer than a norm (R. Pascanu et al. 2013).</summary>
    public void Clip(double norm)
    {
        double squares = 0;
        foreach (Parameter parameter in _dense) squares += VectorMath.SquaredNorm(parameter.Gradient);
        if (!(squares > norm * norm)) return;
        float scale = (float)(norm / Math.Sqrt(squares));
        foreach (Parameter parameter in _dense) VectorMath.Scale(parameter.Gradient, scale);
    }

    /// <summary>Changes the weights and clears the gradients. Rows of tables are changed by <see cref="StepRow"/> behind it.</summary>
    /// <param name="rate">How far.</param>
    /// <param name="decay">What share of a weight is lost, times the rate.</param>
    public void Step(double rate, double decay)
    {
        _firstPower *= FirstDecay;
        _secondPower *= SecondDecay;
        for (int i = 0; i < _dense.Length; i++)
            Change(_dense[i].Value, _dense[i].Gradient, _denseMoments[i].First, _denseMoments[i].Second, rate, decay);
    }

    /// <summary>Changes one row of a table, of which only few rows have a gradient at a step.</summary>
    public void StepRow(Parameter table, Moments moments, int row, double rate)
    {
        int first = row * table.Columns;
        Change(
            table.Row(row), table.GradientRow(row), moments.First.AsSpan(first, table.Columns),
            moments.Second.AsSpan(first, table.Columns), rate, 0);
    }

    private void Change(Span<float> values, Span<float> gradients, Span<float> firsts, Span<float> seconds, double rate, double decay)
    {
        float pace = (float)(rate * Math.Sqrt(1 - _secondPower) / (1 - _firstPower)), kept = (float)(1 - (rate * decay));
        float floor = (float)(Floor * Math.Sqrt(1 - _secondPower));
        ref float value = ref MemoryMarshal.GetReference(values), gradient = ref MemoryMarshal.GetReference(gradients);
        ref float first = ref MemoryMarshal.GetReference(firsts), second = ref MemoryMarshal.GetReference(seconds);
        nuint at = 0;
        for (; at + 16 <= (nuint)values.Length; at += 16)
        {
            Vector512<float> g = Vector512.LoadUnsafe(ref gradient, at);
            Vector512<float> m = Vector512.LoadUnsafe(ref first, at), v = Vector512.LoadUnsafe(ref second, at);
            m = (m * FirstDecay) + (g * (1 - FirstDecay));
            v = (v * SecondDecay) + (g * g * (1 - SecondDecay));
            m.StoreUnsafe(ref first, at);
            v.StoreUnsafe(ref second, at);
            Vector512<float> w = Vector512.LoadUnsafe(ref value, at);
            ((w * kept) - (m * pace / (Vector512.Sqrt(v) + Vector512.Create(floor)))).StoreUnsafe(ref value, at);
        }

        for (int i = (int)at; i < values.Length; i++)
        {
            float g = gradients[i];
            firsts[i] = (firsts[i] * FirstDecay) + (g * (1 - FirstDecay));
            seconds[i] = (seconds[i] * SecondDecay) + (g * g * (1 - SecondDecay));
            values[i] = (values[i] * kept) - (firsts[i] * pace / (MathF.Sqrt(seconds[i]) + floor));
        }

        gradients.Clear();
    }

    /// <summary>The running means of the gradients of a parameter and of their squares.</summary>
    public sealed class Moments(Parameter parameter)
    {
        internal float[] First { get; } = new float[parameter.Value.Length];

        internal float[] Second { get; } = new float[parameter.Value.Length];
    }
}
