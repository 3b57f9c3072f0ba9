namespace Papergraph.Extraction;

/// <summary>What a number can stand for.</summary>
internal enum QuantityKind : byte
{
    /// <summary>A value, exact or about.</summary>
    Value,

    /// <summary>A difference: it has a plus sign.</summary>
    Change,

    /// <summary>A limit, or two numbers that a dash joins to a range.</summary>
    Bound,
}

/// <summary>A number in a sentence.</summary>
/// <param name="Range">Its tokens, sign, deviation and unit included.</param>
/// <param name="Value">The number; finite.</param>
/// <param name="Unit">Its unit; empty when it has none.</param>
/// <param name="Kind">What its own characters say of it.</param>
/// <param name="IsWhole">Whether it is written without a decimal point.</param>
internal readonly record struct Quantity(TokenRange Range, double Value, string Unit, QuantityKind Kind, bool IsWhole);
