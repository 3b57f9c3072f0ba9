using System.Collections;

namespace Papergraph.Store;

/// <summary>A named list of byte strings. Reading in order decompresses every block once.</summary>
/// <remarks>Safe for any number of threads. What is handed out are copies: they stay valid after the reader was disposed.</remarks>
public sealed class BlobList : IReadOnlyList<ReadOnlyMemory<byte>>
{
    internal BlobList()
    {
    }

    /// <summary>Name of the list.</summary>
    public string Name => throw new NotImplementedException();

    /// <summary>Number of byte strings.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>The byte string at this index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlyMemory<byte> this[int index] => throw new NotImplementedException();

    /// <inheritdoc/>
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator() => throw new NotImplementedException();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
