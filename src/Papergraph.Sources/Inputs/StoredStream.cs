using System.Security.Cryptography;
using Papergraph.Core;

namespace Papergraph.Sources.Inputs;

/// <summary>The bytes of an input as stored: counts and hashes them on their way, and is where every reader, however deep in its
/// work, notices a cancellation.</summary>
internal sealed class StoredStream(Stream stored, Action<int> advanced, CancellationToken cancellation) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _ended;

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <summary>SHA-256 of all bytes in lower-case hexadecimal digits, or empty while the end was not reached.</summary>
    public string Sha256 => _ended ? Convert.ToHexStringLower(_hash.GetCurrentHash()) : "";

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int read = stored.Read(buffer);
        if (read == 0 && buffer.Length > 0) _ended = true;
        _hash.AppendData(buffer[..read]);
        Count += read;
        advanced(read);
        return read;
    }

    /// <summary>Reads what the format's reader left unread, so that the hash covers the whole input.</summary>
    public void Drain()
    {
        Span<byte> rest = new byte[1 << 16];
        while (Read(rest) > 0) continue;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            stored.Dispose();
        }

        base.Dispose(disposing);
    }
}
