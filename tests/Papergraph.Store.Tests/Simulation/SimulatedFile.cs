namespace Papergraph.Store.Tests.Simulation;

/// <summary>The content of a file as programs see it, and as it lies on the disk: what was written since the last sync may or may not
/// have reached it, sector by sector and in any order.</summary>
internal sealed class SimulatedFile
{
    public const int Sector = 512;

    private readonly List<Change> _unsynced = [];
    private readonly GrowingBytes _seen = new(), _durable = new();

    /// <summary>What programs read.</summary>
    public ReadOnlySpan<byte> Seen => _seen.Span;

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        _seen.Write(bytes, offset);
        _unsynced.Add(new(offset, bytes.ToArray()));
    }

    public void Truncate(long length)
    {
        _seen.SetLength(length);
        _unsynced.Add(new(length, null));
    }

    public void Sync()
    {
        foreach (Change change in _unsynced) Keep(change);
        _unsynced.Clear();
    }

    /// <summary>Some of it reaches the disk; the rest never will, though programs go on reading it: so a system behaves that takes a
    /// page for written once it has said that it could not be.</summary>
    public void FailSync(Random random)
    {
        KeepSome(random);
        _unsynced.Clear();
    }

    /// <summary>The power is cut: what is seen from now on is what reached the disk.</summary>
    public void Crash(Random random)
    {
        KeepSome(random);
        _unsynced.Clear();
        _seen.CopyFrom(_durable);
    }

    private void KeepSome(Random random)
    {
        double kept = random.Next(4) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
        int inOrder = random.Next(3) == 0 ? random.Next(_unsynced.Count + 1) : _unsynced.Count;
        foreach (Change change in _unsynced.Take(inOrder))
        {
            if (change.Bytes is null)
            {
                if (random.NextDouble() < kept) Keep(change);
                continue;
            }

            for (int start = 0; start < change.Bytes.Length;)
            {
                long at = change.Offset + start;
                int length = (int)Math.Min(change.Bytes.Length - start, Sector - (at % Sector));
                if (random.NextDouble() < kept) Keep(new(at, change.Bytes[start..(start + length)]));
                start += length;
            }
        }

        // The length of a file is not data: it may be on the disk before the bytes are, which are zero then.
        if (random.Next(4) == 0 && _seen.Length > _durable.Length)
            _durable.SetLength(random.Next(_durable.Length, _seen.Length + 1));
    }

    private void Keep(Change change)
    {
        if (change.Bytes is null) _durable.SetLength(change.Offset);
        else _durable.Write(change.Bytes, change.Offset);
    }

    /// <summary>Bytes written, or none where the file was cut to the offset.</summary>
    private sealed record Change(long Offset, byte[]? Bytes);
}
