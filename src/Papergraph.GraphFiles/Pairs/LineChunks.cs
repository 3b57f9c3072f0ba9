using Papergraph.Core;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>Whole lines of a file, each ended by a line feed.</summary>
/// <param name="Index">The number of the chunk in the file, from 0 on.</param>
/// <param name="Text">The lines; valid until the reader asks for the next chunk.</param>
internal readonly record struct LineChunk(int Index, ReadOnlyMemory<byte> Text);

/// <summary>Cuts a file into chunks of whole lines, which are read one at a time and understood at the same time.</summary>
internal sealed class LineChunks(Stream stream, string path)
{
    private const int ChunkLength = 1 << 20, MostLineBytes = 1 << 28;

    private readonly Lock _gate = new();
    private byte[] _carried = [];
    private int _carriedLength, _nextIndex;
    private bool _isOver;

    /// <summary>Reads the next chunk into a buffer that the caller keeps for it.</summary>
    /// <exception cref="PapergraphException">A line is longer than any line of edges.</exception>
    internal bool TryNext(ref byte[] buffer, out LineChunk chunk)
    {
        lock (_gate)
        {
            chunk = default;
            if (_isOver) return false;
            if (buffer.Length < Math.Max(ChunkLength, _carriedLength) + 1) buffer = new byte[Math.Max(ChunkLength, 2 * _carriedLength) + 1];
            _carried.AsSpan(0, _carriedLength).CopyTo(buffer);
            int length = _carriedLength, end = 0;
            while (end == 0 && !_isOver)
            {
                if (length == buffer.Length - 1)
                {
                    if (length > MostLineBytes) throw GraphFileErrors.LineTooLong(path, MostLineBytes);
                    Array.Resize(ref buffer, (2 * length) + 1);
                }

                int from = length;
                length += stream.ReadAtLeast(buffer.AsSpan(length..^1), buffer.Length - 1 - length, throwOnEndOfStream: false);
                _isOver = length < buffer.Length - 1;
                end = from + buffer.AsSpan(from..length).LastIndexOf((byte)'\n') + 1;
                if (end == from) end = 0;
            }

            if (_isOver)
            {
                // The last line may lack its end.
                if (length > 0 && buffer[length - 1] != '\n') buffer[length++] = (byte)'\n';
                (_carriedLength, end) = (0, length);
            }
            else
            {
                _carriedLength = length - end;
                if (_carried.Length < _carriedLength) _carried = new byte[Math.Max(_carriedLength, 1 << 12)];
                buffer.AsSpan(end..length).CopyTo(_carried);
            }

            chunk = new(_nextIndex++, buffer.AsMemory(0, end));
            return end > 0;
        }
    }
}
