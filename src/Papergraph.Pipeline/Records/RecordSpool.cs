using System.Globalization;
using Papergraph.Corpus;

namespace Papergraph.Pipeline.Records;

/// <summary>Collects the distinct records of a build: canonical bytes in an unnamed temporary file, names and places in memory.</summary>
/// <remarks>The set and its order do not depend on the order of adding: <see cref="Seal"/> sorts by name, and names are hashes of
/// content. The file has no directory entry once it is open (where the platform allows), so nothing is left behind by a kill.</remarks>
internal sealed class RecordSpool : IDisposable
{
    private readonly Dictionary<UInt128, (long Offset, int Length)> _places = [];
    private readonly FileStream _file;
    private long _length;

    /// <summary>Opens a spool whose temporary file lies in <paramref name="folder"/>.</summary>
    public RecordSpool(string folder)
    {
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"records-{Environment.ProcessId}.tmp"));
        _file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 1 << 20,
        });
        if (!OperatingSystem.IsWindows()) File.Delete(path);
    }

    /// <summary>Number of distinct records.</summary>
    public int Count => _places.Count;

    /// <summary>Adds canonical bytes; false when the record is there already.</summary>
    public bool Add(ReadOnlyMemory<byte> canonical)
    {
        if (!_places.TryAdd(NameOf(canonical), (_length, canonical.Length))) return false;
        _file.Write(canonical.Span);
        _length += canonical.Length;
        return true;
    }

    /// <summary>The records in the order of their names. The spool must outlive the result and takes no more records.</summary>
    public RecordCatalog Seal()
    {
        _file.Flush();
        (UInt128 Name, long Offset, int Length)[] sorted = [.. _places.Select(p => (p.Key, p.Value.Offset, p.Value.Length)).OrderBy(p => p.Key)];
        return new RecordCatalog(_file.SafeFileHandle, sorted);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static UInt128 NameOf(ReadOnlyMemory<byte> canonical) =>
        UInt128.Parse(PaperRecordCodec.Name(canonical), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
