namespace Papergraph.Store;

/// <summary>An open file of a <see cref="StoreDevice"/>. Bytes are read and written at given places, by any number of threads.</summary>
/// <exception cref="StoreException">The disk refused; from every member.</exception>
internal abstract class StoreFile(string path) : IDisposable
{
    /// <summary>Full path that it was opened under.</summary>
    public string Path { get; } = path;

    /// <summary>Length in bytes at present.</summary>
    public long Length
    {
        get
        {
            try
            {
                return LengthCore;
            }
            catch (Exception e) when (StoreDevice.IsRefusal(e))
            {
                throw StoreErrors.CannotRead(Path, e);
            }
        }
    }

    /// <summary>Fills <paramref name="bytes"/> from the file, as far as it reaches.</summary>
    /// <returns>How many bytes were read; less than asked for only at the end of the file.</returns>
    public int Read(Span<byte> bytes, long offset)
    {
        try
        {
            int filled = 0;
            while (filled < bytes.Length)
            {
                int read = ReadCore(bytes[filled..], offset + filled);
                if (read == 0) break;
                filled += read;
            }

            return filled;
        }
        catch (Exception e) when (StoreDevice.IsRefusal(e))
        {
            throw StoreErrors.CannotRead(Path, e);
        }
    }

    /// <summary>Writes all bytes, or fails having written some of them.</summary>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            WriteCore(bytes, offset);
        }
        catch (Exception e) when (StoreDevice.IsRefusal(e))
        {
            throw StoreErrors.CannotWrite(Path, e);
        }
    }

    /// <summary>Cuts the file to this length.</summary>
    public void Truncate(long length) => Change(() => TruncateCore(length));

    /// <summary>Waits until the disk has what was written to the file. After a failure nothing is known about what was not synced
    /// before: a second try may succeed without the bytes being there.</summary>
    public void Sync() => Change(SyncCore);

    public abstract void Dispose();

    protected abstract long LengthCore { get; }

    protected abstract int ReadCore(Span<byte> bytes, long offset);

    protected abstract void WriteCore(ReadOnlySpan<byte> bytes, long offset);

    protected abstract void TruncateCore(long length);

    protected abstract void SyncCore();

    private void Change(Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (StoreDevice.IsRefusal(e))
        {
            throw StoreErrors.CannotWrite(Path, e);
        }
    }
}
