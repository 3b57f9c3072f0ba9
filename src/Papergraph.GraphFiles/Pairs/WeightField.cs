using System.Buffers.Text;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>A weight as it stands in a line.</summary>
internal static class WeightField
{
    /// <summary>A finite number; nothing may stand behind it.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> field, out double weight) =>
        Utf8Parser.TryParse(field, out weight, out int read) && read == field.Length && double.IsFinite(weight);
}
