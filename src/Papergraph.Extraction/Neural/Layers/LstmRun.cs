using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>One pass of a batch through an LSTM, and back. Keeps its memory for the next; for one thread at a time.</summary>
internal sealed class LstmRun
{
    private readonly LstmLayer _layer;
    private readonly Matrix _gates, _cells, _squashed, _before, _carry, _carryCells;
    private readonly PackedMatrix _packed = new();

    public LstmRun(LstmLayer layer)
    {
        _layer = layer;
        _gates = new Matrix(0, 4 * layer.Hidden);
        _cells = new Matrix(0, layer.Hidden);
        _squashed = new Matrix(0, layer.Hidden);
        _before = new Matrix(0, layer.Hidden);
        _carry = new Matrix(0, layer.Hidden);
        _carryCells = new Matrix(0, layer.Hidden);
        States = new Matrix(0, layer.Hidden);
    }

    /// <summary>The states after each row of the input.</summary>
    public Matrix States { get; }

    /// <summary>Reads the input, a row for each row of the batch.</summary>
    public void Forward(SequenceBatch batch, Matrix input)
    {
        int hidden = _layer.Hidden;
        _gates.Resize(batch.Rows);
        for (int row = 0; row < batch.Rows; row++) _layer.Bias.Value.CopyTo(_gates[row]);
        _layer.PackedInput.MultiplyAdd(input.Data, batch.Rows, _gates.Data);
        _cells.Resize(batch.Rows);
        _squashed.Resize(batch.Rows);
        States.Resize(batch.Rows);
        _carryCells.Clear(1);
        for (int step = 0; step < batch.Steps; step++)
        {
            int first = batch.Offset(step), count = batch.Counts[step];
            if (step > 0)
            {
                Span<float> before = States.Data.Slice(batch.Offset(step - 1) * hidden, count * hidden);
                _layer.PackedRecurrent.MultiplyAdd(before, count, _gates.Data.Slice(first * 4 * hidden, count * 4 * hidden));
            }

            for (int i = 0; i < count; i++)
            {
                int row = first + i;
                Span<float> cells = step > 0 ? _cells[batch.Offset(step - 1) + i] : _carryCells[0];
                Step(_gates[row], cells, _cells[row], _squashed[row], States[row]);
            }
        }
    }

    /// <summary>Adds the gradients of the weights, given those of <see cref="States"/>; the gates are overwritten.</summary>
    /// <param name="batch">As it was read.</param>
    /// <param name="input">As it was read.</param>
    /// <param name="statesGradient">A row for each state.</param>
    /// <param name="inputGradient">Is set to the gradient of the input; null when nobody needs it.</param>
    public void Backward(SequenceBatch batch, Matrix input, Matrix statesGradient, Matrix? inputGradient)
    {
        int hidden = _layer.Hidden;
        int widest = batch.Steps == 0 ? 0 : batch.Counts[0];
        _carry.Clear(widest);
        _carryCells.Clear(widest + 1);
        Span<float> none = _carryCells[widest];
        _before.Resize(batch.Rows);
        for (int step = batch.Steps - 1; step >= 0; step--)
        {
            int first = batch.Offset(step), count = batch.Counts[step];
            for (int i = 0; i < count; i++)
            {
                int row = first + i;
                VectorMath.Add(statesGradient[row], _carry[i]);
                Span<float> before = step > 0 ? _cells[batch.Offset(step - 1) + i] : none;
                StepBack(_gates[row], before, _squashed[row], _carry[i], _carryCells[i]);
                if (step > 0) States[batch.Offset(step - 1) + i].CopyTo(_before[row]);
                else _before[row].Clear();
            }

            Span<float> carry = _carry.Data[..(count * hidden)];
            carry.Clear();
            if (step > 0) _layer.RecurrentTransposed.MultiplyAdd(_gates.Data.Slice(first * 4 * hidden, count * 4 * hidden), count, carry);
        }

        _packed.Pack(_gates.Data, batch.Rows, 4 * hidden);
        _packed.MultiplyTransposedAdd(input.Data, _layer.Inputs, _layer.Input.Gradient);
        _packed.MultiplyTransposedAdd(_before.Data, hidden, _layer.Recurrent.Gradient);
        for (int row = 0; row < batch.Rows; row++) VectorMath.Add(_gates[row], _layer.Bias.Gradient);
        if (inputGradient is null) return;
        inputGradient.Clear(batch.Rows);
        _layer.InputTransposed.MultiplyAdd(_gates.Data, batch.Rows, inputGradient.Data);
    }

    // Leaves the four gates behind in place of their sums.
    private static void Step(Span<float> gates, ReadOnlySpan<float> before, Span<float> cells, Span<float> squashed, Span<float> states)
    {
        ref float gate = ref MemoryMarshal.GetReference(gates), old = ref MemoryMarshal.GetReference(before);
        ref float cell = ref MemoryMarshal.GetReference(cells), squash = ref MemoryMarshal.GetReference(squashed);
        ref float state = ref MemoryMarshal.GetReference(states);
        nuint hidden = (nuint)states.Length;
        for (nuint at = 0; at < hidden; at += LstmLayer.Lanes)
        {
            Vector512<float> input = SmoothFunctions.Logistic(Vector512.LoadUnsafe(ref gate, at));
            Vector512<float> forget = SmoothFunctions.Logistic(Vector512.LoadUnsafe(ref gate, hidden + at));
            Vector512<float> output = SmoothFunctions.Logistic(Vector512.LoadUnsafe(ref gate, (2 * hidden) + at));
            Vector512<float> candidate = SmoothFunctions.Tanh(Vector512.LoadUnsafe(ref gate, (3 * hidden) + at));
            Vector512<float> c = Vector512.FusedMultiplyAdd(forget, Vector512.LoadUnsafe(ref old, at), input * candidate);
            Vector512<float> t = SmoothFunctions.Tanh(c);
            input.StoreUnsafe(ref gate, at);
            forget.StoreUnsafe(ref gate, hidden + at);
            output.StoreUnsafe(ref gate, (2 * hidden) + at);
            candidate.StoreUnsafe(ref gate, (3 * hidden) + at);
            c.StoreUnsafe(ref cell, at);
            t.StoreUnsafe(ref squash, at);
            (output * t).StoreUnsafe(ref state, at);
        }
    }

    // Leaves the gradients of the sums behind in place of the gates, and that of the cells before in place of that of the cells after.
    private static void StepBack(
        Span<float> gates, ReadOnlySpan<float> before, ReadOnlySpan<float> squashed, ReadOnlySpan<float> stateGradient,
        Span<float> cellGradient)
    {
        ref float gate = ref MemoryMarshal.GetReference(gates), old = ref MemoryMarshal.GetReference(before);
        ref float squash = ref MemoryMarshal.GetReference(squashed), dState = ref MemoryMarshal.GetReference(stateGradient);
        ref float dCell = ref MemoryMarshal.GetReference(cellGradient);
        Vector512<float> one = Vector512<float>.One;
        nuint hidden = (nuint)squashed.Length;
        for (nuint at = 0; at < hidden; at += LstmLayer.Lanes)
        {
            Vector512<float> input = Vector512.LoadUnsafe(ref gate, at), forget = Vector512.LoadUnsafe(ref gate, hidden + at);
            Vector512<float> output = Vector512.LoadUnsafe(ref gate, (2 * hidden) + at);
            Vector512<float> candidate = Vector512.LoadUnsafe(ref gate, (3 * hidden) + at);
            Vector512<float> t = Vector512.LoadUnsafe(ref squash, at), dh = Vector512.LoadUnsafe(ref dState, at);
            Vector512<float> dc = Vector512.LoadUnsafe(ref dCell, at) + (dh * output * (one - (t * t)));
            (dc * candidate * input * (one - input)).StoreUnsafe(ref gate, at);
            (dc * Vector512.LoadUnsafe(ref old, at) * forget * (one - forget)).StoreUnsafe(ref gate, hidden + at);
            (dh * t * output * (one - output)).StoreUnsafe(ref gate, (2 * hidden) + at);
            (dc * input * (one - (candidate * candidate))).StoreUnsafe(ref gate, (3 * hidden) + at);
            (dc * forget).StoreUnsafe(ref dCell, at);
        }
    }
}
