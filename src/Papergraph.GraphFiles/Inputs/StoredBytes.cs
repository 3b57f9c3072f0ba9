using Papergraph.Core;

namespace Papergraph.GraphFiles.Inputs;

/// <summary>The bytes of a file as stored: counts them on their way, and is where every reader notices a cancellation.</summary>
internal sealed class StoredBytes(FileStream file, IProgress<ProgressUpdate>? progress, CancellationToken cancellation) : ForwardStream
{
    private const long ProgressStep = 1 << 20;

    private long _shown;

    /// <summary>Bytes read so far.</summary>
    internal long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int read = file.Read(buffer);
        Count += read;
        if (progress is not null && (Count - _shown >= ProgressStep || read == 0))
            progress.Report(new ProgressUpdate("reading", _shown = Count, file.Length, "bytes"));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
