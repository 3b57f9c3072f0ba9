using System.Buffers;

namespace Papergraph.Core;

/// <summary>Collects bytes in one buffer and hands them to a stream in large pieces; for the writers of large text files.</summary>
/// <remarks>Not safe for several threads. The stream stays open. Bytes reach it when the buffer is full and on <see cref="Flush"/>;
/// disposing only gives the buffer back.</remarks>
public sealed class BufferedOutput(Stream stream) : IBufferWriter<byte>, IDisposable
{
    private const int BufferSize = 1 << 16;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _count;

    /// <summary>Appends the bytes.</summary>
    /// <exception cref="IOException">The stream refused what was collected.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _count)
        {
            Drain();
            if (bytes.Length > _buffer.Length)
            {
                stream.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <summary>Appends one byte.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{byte})" path="/exception"/>
    public void Write(byte value)
    {
        if (_count == _buffer.Length) Drain();
        _buffer[_count++] = value;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_count);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_count);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _count);
        _count += count;
    }

    /// <summary>Hands everything to the stream and flushes that.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{byte})" path="/exception"/>
    public void Flush()
    {
        Drain();
        stream.Flush();
    }

    /// <summary>Gives the buffer back; what was not flushed is lost.</summary>
    public void Dispose()
    {
        byte[] buffer = _buffer;
        (_buffer, _count) = ([], 0);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Reserve(int size)
    {
        if (_buffer.Length - _count >= Math.Max(size, 1)) return;
        Drain();
        if (_buffer.Length >= size) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(size);
    }

    private void Drain()
    {
        stream.Write(_buffer, 0, _count);
        _count = 0;
    }
}
