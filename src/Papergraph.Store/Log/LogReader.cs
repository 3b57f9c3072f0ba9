namespace Papergraph.Store;

/// <summary>Takes the payload of one commit.</summary>
/// <param name="commit">Its number in the log, from 1.</param>
/// <param name="payload">Its bytes, only until the call returns.</param>
internal delegate void CommitReplay(long commit, ReadOnlySpan<byte> payload);

/// <summary>Reads the commits of a log in their order.</summary>
/// <remarks>
/// <para>A log of which the end is known must be whole up to there. One that a writer has or had open is read up to the first frame that
/// is not whole: it was being written when the process or the machine stopped, and no commit from there on was ever acknowledged. Unless
/// a later frame says that the disk had those bytes already; then they were damaged afterwards, and that is an error.</para>
/// <para>Memory: the payload of one commit.</para>
/// </remarks>
internal static class LogReader
{
    private const int ChunkSize = 1 << 16;

    /// <summary>What was found in a log.</summary>
    /// <param name="End">Behind its last whole frame.</param>
    /// <param name="Durable">Bytes that, as its frames say, are certainly on the disk.</param>
    /// <param name="Length">Length of the file when the reading began; beyond <paramref name="End"/> lie the remains of frames.</param>
    public readonly record struct Outcome(LogPosition End, long Durable, long Length);

    /// <summary>Reads the log of a version.</summary>
    /// <exception cref="FileNotFoundException">The file is gone.</exception>
    /// <inheritdoc cref="Read(StoreFile, LogReference, CommitReplay)"/>
    public static Outcome Read(StoreDevice device, string folder, LogReference log, CommitReplay replay)
    {
        if (log.End is { Commits: 0 }) return default;
        using StoreFile file = device.OpenRead(Path.Combine(folder, log.Name));
        return Read(file, log, replay);
    }

    /// <summary>Reads an open file, and calls <paramref name="replay"/> with each commit.</summary>
    /// <exception cref="StoreException">The log is damaged, or the disk refused.</exception>
    public static Outcome Read(StoreFile file, LogReference log, CommitReplay replay)
    {
        // Asked once: what a writer appends meanwhile is not looked at, so that no frame can be seen half written before a whole one.
        long length = file.Length;
        if (log.End is { } known && (log.MayGoOn ? length < known.Length : length != known.Length))
            throw StoreErrors.WrongLength(file.Path, length, known.Length);
        if (log.End is { } end) length = end.Length;
        Window window = new(file, length);
        LogPosition at = LogFormat.ReadHeader(window.Bytes(0, LogFormat.HeaderSize), log.Segment, file.Path);
        long durable = at.Length;
        while (at.Length < length && ReadFrame(window, ref at, ref durable, replay))
        {
        }

        if (log.End is { } expected)
        {
            if (at.Length < length) throw StoreErrors.ChecksumMismatch(file.Path, Place(at));
            if (at != expected) throw StoreErrors.Damaged(file.Path, Place(at), "its commits are not those that were closed with it");
        }
        else if (at.Length < length)
        {
            RequireTorn(window, at, length);
        }

        return new(at, durable, length);
    }

    private static bool ReadFrame(Window window, ref LogPosition at, ref long durable, CommitReplay replay)
    {
        ReadOnlySpan<byte> bytes = window.Bytes(at.Length, LogFormat.FrameHeaderSize);
        if (bytes.Length < LogFormat.FrameHeaderSize
            || LogFormat.ReadFrameHeader(bytes, at.Length) is not { } header
            || header.Commit != at.Commits + 1
            || header.Durable < LogFormat.HeaderSize || header.Durable > at.Length)
            return false;
        LogPosition behind = LogFormat.Behind(bytes, at, header.Payload);
        long frame = behind.Length - at.Length;
        if (frame > window.Length - at.Length) return false;
        ReadOnlySpan<byte> payload = window.Bytes(at.Length + LogFormat.FrameHeaderSize, (int)(frame - LogFormat.FrameHeaderSize));
        if (payload.Length < frame - LogFormat.FrameHeaderSize
            || payload[header.Payload..].ContainsAnyExcept((byte)0)
            || Crc32C.Compute(payload[..header.Payload]) != header.Checksum)
            return false;
        replay(header.Commit, payload[..header.Payload]);
        (at, durable) = (behind, Math.Max(durable, header.Durable));
        return true;
    }

    /// <summary>Looks behind the first broken frame for one that was written when the disk had the broken one already.</summary>
    private static void RequireTorn(Window window, LogPosition broken, long length)
    {
        for (long at = broken.Length + LogFormat.Alignment; at <= length - LogFormat.FrameHeaderSize; at += LogFormat.Alignment)
        {
            ReadOnlySpan<byte> bytes = window.Bytes(at, LogFormat.FrameHeaderSize);
            if (bytes.Length == LogFormat.FrameHeaderSize
                && LogFormat.ReadFrameHeader(bytes, at) is { } later && later.Durable > broken.Length && later.Durable <= at)
                throw StoreErrors.ChecksumMismatch(window.Path, Place(broken));
        }
    }

    private static string Place(LogPosition at) => FormattableString.Invariant($"commit {at.Commits + 1} at byte {at.Length}");

    /// <summary>A part of the file in memory, moved forward as bytes are asked for.</summary>
    private sealed class Window(StoreFile file, long length)
    {
        private byte[] _bytes = new byte[ChunkSize];
        private long _start;
        private int _count;

        public string Path => file.Path;

        public long Length => length;

        /// <summary>Bytes of the file, fewer than asked for where it ends; valid until the next call.</summary>
        public ReadOnlySpan<byte> Bytes(long offset, int count)
        {
            count = (int)Math.Min(count, length - offset);
            if (offset < _start || offset + count > _start + _count)
            {
                if (count > _bytes.Length) _bytes = new byte[Math.Max(count, Math.Min(2L * _bytes.Length, length - offset))];
                _start = offset;
                _count = file.Read(_bytes.AsSpan(0, (int)Math.Min(_bytes.Length, length - offset)), offset);
            }

            int at = (int)(offset - _start);
            return _bytes.AsSpan(at, Math.Min(count, _count - at));
        }
    }
}
