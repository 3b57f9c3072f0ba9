using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The weights that turn the spelling of a word into numbers: a convolution over three characters, the greatest value over the
/// word
/// (X. Ma and E. Hovy, “End-to-end Sequence Labeling via Bi-directional LSTM-CNNs-CRF”, ACL 2016).</summary>
internal sealed class CharacterEncoder
{
    /// <summary>Characters read of a word: of a longer one its beginning and its end.</summary>
    public const int LongestWord = 20;

    /// <summary>Characters that one filter sees.</summary>
    public const int Window = 3;

    private const int Border = 0, FirstPrintable = ' ', Classes = 102;

    public CharacterEncoder(int characterSize, int filters)
    {
        Characters = new Parameter(Classes, characterSize);
        Filters = new Parameter(Window * characterSize, filters);
        Bias = new Parameter(1, filters);
    }

    public Parameter Characters { get; }

    public Parameter Filters { get; }

    public Parameter Bias { get; }

    public IEnumerable<Parameter> Parameters => [Characters, Filters, Bias];

    public int Outputs => Filters.Columns;

    internal PackedMatrix PackedFilters { get; } = new();

    internal PackedMatrix FiltersTransposed { get; } = new();

    public void Initialize(ref Xoshiro256 random)
    {
        Characters.Scattered(ref random, 0.5);
        Filters.Scattered(ref random);
        Array.Clear(Bias.Value);
    }

    /// <summary>To be called after each change of the weights.</summary>
    public void Pack(bool forTraining)
    {
        PackedFilters.Pack(Filters.Value, Filters.Rows, Filters.Columns);
        if (forTraining) FiltersTransposed.PackTransposed(Filters.Value, Filters.Columns, Filters.Rows);
    }

    /// <summary>The classes of the characters of a word with a border on each side; a word has at least one character.</summary>
    public static byte[] Classify(ReadOnlySpan<char> word)
    {
        int length = Math.Min(word.Length, LongestWord), half = LongestWord / 2;
        byte[] classes = new byte[length + 2];
        classes[0] = classes[^1] = Border;
        for (int i = 0; i < length; i++)
            classes[i + 1] = Classify(word.Length > LongestWord && i >= half ? word[^(LongestWord - i)] : word[i]);
        return classes;
    }

    private static byte Classify(char c) => c switch
    {
        >= ' ' and <= '~' => (byte)(c - FirstPrintable + 1),
        _ when char.IsUpper(c) => 96,
        _ when char.IsLower(c) => 97,
        _ when char.IsLetter(c) => 98,
        _ when char.IsDigit(c) => 99,
        _ when char.IsSurrogate(c) => 100,
        _ => 101,
    };
}
