using System.Text;
using System.Text.Unicode;

namespace Papergraph.Sources.Text;

/// <summary>Decodes the bytes of formats that do not say their encoding.</summary>
internal static class TextDecoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, read as UTF-8 or, where the bytes are none, as Windows-1252, in which every byte is some character.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes, out bool isUtf8)
    {
        isUtf8 = Utf8.IsValid(bytes);
        return (isUtf8 ? Encoding.UTF8 : Windows1252).GetString(bytes);
    }
}
