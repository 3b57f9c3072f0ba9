using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Pipeline.Records;

/// <summary>The distinct records of a build in canonical order, read from the spool on demand; safe for many threads.</summary>
internal sealed class RecordCatalog(SafeFileHandle file, (UInt128 Name, long Offset, int Length)[] records)
{
    /// <summary>Number of records.</summary>
    public int Count => records.Length;

    /// <summary>Name of a record's content: 32 hexadecimal digits.</summary>
    public string Name(int record) => records[record].Name.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Canonical bytes of a record.</summary>
    public ReadOnlyMemory<byte> Bytes(int record)
    {
        byte[] bytes = new byte[records[record].Length];
        int read = 0;
        while (read < bytes.Length)
        {
            int count = RandomAccess.Read(file, bytes.AsSpan(read), records[record].Offset + read);
            if (count == 0) throw new IOException("The temporary file of records is shorter than what was written to it.");
            read += count;
        }

        return bytes;
    }

    /// <summary>A record in full.</summary>
    public PaperRecord Read(int record) => PaperRecordCodec.Decode(Bytes(record));

    /// <summary>A record without what linking does not look at: the abstract is replaced by a hash of its folded words, so that equal
    /// abstracts stay equal, and unnamed fields are dropped.</summary>
    public PaperRecord Header(int record)
    {
        PaperRecord full = Read(record);
        return full with
        {
            Abstract = full.Abstract is null ? null : StableHash.Hex128(TextFolding.Fold(full.Abstract)),
            Extra = new Dictionary<string, IReadOnlyList<string>>(),
        };
    }

    /// <summary>Hash of the set of records: SHA-256 over the names in order, first 128 bits, 32 hexadecimal digits.</summary>
    public string SetName()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> name = stackalloc byte[16];
        foreach ((UInt128 value, _, _) in records)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(name, value);
            hash.AppendData(name);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
