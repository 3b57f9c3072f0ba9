namespace Papergraph.Sources.Inputs;

/// <summary>Containers that people try to read, recognised only to say what to do with them.</summary>
internal static class Archives
{
    /// <summary>A remark to append to a message, or empty.</summary>
    internal static string Hint(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8) ? " but a zip archive: unpack it"
        : head.StartsWith("BZh"u8) ? " but compressed with bzip2: unfold it"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']) ? " but compressed with xz: unfold it"
        : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? " but compressed with zstd: unfold it"
        : head.StartsWith("%PDF-"u8) ? " but a PDF: export its bibliographic data"
        : "";
}
