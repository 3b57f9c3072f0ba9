using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The weights of a long short-term memory that reads in one direction (S. Hochreiter and J. Schmidhuber 1997, with the forget
/// gate of
/// F. Gers et al. 2000).</summary>
/// <remarks>Columns in four blocks: input, forget and output gate, candidate. The packed weights are what runs read, so that they can be
/// shared;
/// <see cref="Pack"/> brings them up to date.</remarks>
internal sealed class LstmLayer
{
    /// <summary>Numbers of a state that are computed at once; a state has a multiple of them.</summary>
    public const int Lanes = 16;

    public LstmLayer(int inputs, int hidden)
    {
        if (hidden % Lanes != 0) throw new ArgumentOutOfRangeException(nameof(hidden), hidden, "A multiple of 16 is needed.");
        (Inputs, Hidden) = (inputs, hidden);
        Input = new Parameter(inputs, 4 * hidden);
        Recurrent = new Parameter(hidden, 4 * hidden);
        Bias = new Parameter(1, 4 * hidden);
    }

    public int Inputs { get; }

    /// <summary>Numbers of its state, a multiple of 16.</summary>
    public int Hidden { get; }

    public Parameter Input { get; }

    public Parameter Recurrent { get; }

    public Parameter Bias { get; }

    public IEnumerable<Parameter> Parameters => [Input, Recurrent, Bias];

    internal PackedMatrix PackedInput { get; } = new();

    internal PackedMatrix PackedRecurrent { get; } = new();

    internal PackedMatrix InputTransposed { get; } = new();

    internal PackedMatrix RecurrentTransposed { get; } = new();

    /// <summary>Random weights; the forget gate begins open.</summary>
    public void Initialize(ref Xoshiro256 random)
    {
        Input.Scattered(ref random, Math.Sqrt(3.0 / Inputs));
        Recurrent.Scattered(ref random, Math.Sqrt(3.0 / Hidden) / 2);
        Array.Clear(Bias.Value);
        Bias.Value.AsSpan(Hidden, Hidden).Fill(1);
    }

    /// <summary>To be called after each change of the weights.</summary>
    /// <param name="forTraining">Whether runs will go backward as well.</param>
    public void Pack(bool forTraining)
    {
        PackedInput.Pack(Input.Value, Inputs, 4 * Hidden);
        PackedRecurrent.Pack(Recurrent.Value, Hidden, 4 * Hidden);
        if (!forTraining) return;
        InputTransposed.PackTransposed(Input.Value, 4 * Hidden, Inputs);
        RecurrentTransposed.PackTransposed(Recurrent.Value, 4 * Hidden, Hidden);
    }
}
