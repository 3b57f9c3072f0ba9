using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>A matrix and a vector to add.</summary>
internal sealed class DenseLayer(int inputs, int outputs)
{
    private readonly PackedMatrix _packed = new(), _transposed = new();

    public Parameter Weights { get; } = new(inputs, outputs);

    public Parameter Bias { get; } = new(1, outputs);

    public IEnumerable<Parameter> Parameters => [Weights, Bias];

    public void Initialize(ref Xoshiro256 random) => Weights.Scattered(ref random);

    /// <summary>To be called after each change of the weights.</summary>
    public void Pack(bool forTraining)
    {
        _packed.Pack(Weights.Value, inputs, outputs);
        if (forTraining) _transposed.PackTransposed(Weights.Value, outputs, inputs);
    }

    /// <summary>Sets a row of outputs for each row of inputs.</summary>
    public void Forward(Matrix input, Matrix output)
    {
        output.Resize(input.Rows);
        for (int row = 0; row < input.Rows; row++) Bias.Value.CopyTo(output[row]);
        _packed.MultiplyAdd(input.Data, input.Rows, output.Data);
    }

    /// <summary>Adds the gradients of the weights and sets that of the input.</summary>
    /// <param name="input">As it was read.</param>
    /// <param name="gradient">Of the output.</param>
    /// <param name="inputGradient">Is set; null when nobody needs it.</param>
    /// <param name="scratch">Room for the packed gradient.</param>
    public void Backward(Matrix input, Matrix gradient, Matrix? inputGradient, PackedMatrix scratch)
    {
        scratch.Pack(gradient.Data, gradient.Rows, outputs);
        scratch.MultiplyTransposedAdd(input.Data, inputs, Weights.Gradient);
        for (int row = 0; row < gradient.Rows; row++) VectorMath.Add(gradient[row], Bias.Gradient);
        if (inputGradient is null) return;
        inputGradient.Clear(gradient.Rows);
        _transposed.MultiplyAdd(gradient.Data, gradient.Rows, inputGradient.Data);
    }
}
