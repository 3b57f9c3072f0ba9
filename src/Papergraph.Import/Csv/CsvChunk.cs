using System.Buffers;

namespace Papergraph.Import.Csv;

/// <summary>Whole rows of one file. The bytes are borrowed and go back by <see cref="Dispose"/>.</summary>
/// <param name="file">The file.</param>
/// <param name="firstLine">1-based line of the first byte.</param>
/// <param name="bytes">A borrowed array.</param>
/// <param name="length">Bytes of it that are the rows.</param>
internal sealed class CsvChunk(string file, long firstLine, byte[] bytes, int length) : IDisposable
{
    public string File => file;

    public long FirstLine => firstLine;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
}
