using Papergraph.Core;

namespace Papergraph.Import.Loading;

/// <summary>Tells of the bytes read, of all files together.</summary>
internal sealed class ByteProgress(IEnumerable<string> files, IProgress<ProgressUpdate>? progress)
{
    private readonly long _total = files.Sum(file => new FileInfo(file).Length);

    public long Done { get; private set; }

    public void Advance(int bytes)
    {
        Done += bytes;
        progress?.Report(new("importing", Math.Min(Done, _total), _total, "bytes"));
    }
}
