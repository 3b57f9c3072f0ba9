using System.Security.Cryptography;

namespace Papergraph.Store;

/// <summary>The file of a pack: a header, and the segment behind it as it lies in a graph directory.</summary>
internal static class PackFile
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Whether it is a file that begins as a pack does.</summary>
    public static bool Is(StoreDevice device, string path)
    {
        if (!device.FileExists(path)) return false;
        using StoreFile file = device.OpenRead(path);
        Span<byte> beginning = stackalloc byte[8];
        return file.Read(beginning, 0) == beginning.Length && PackHeader.IsBeginning(beginning);
    }

    /// <summary>Reads the header.</summary>
    /// <exception cref="StoreException">The file is no pack, damaged or of a newer format.</exception>
    public static PackHeader ReadHeader(StoreDevice device, string path)
    {
        try
        {
            using StoreFile file = device.OpenRead(path);
            Span<byte> header = stackalloc byte[PackHeader.Size];
            header = header[..file.Read(header, 0)];
            return PackHeader.IsBeginning(header) ? PackHeader.Read(header, path, file.Length) : throw StoreErrors.NotAPack(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw StoreErrors.NoPack(path, e);
        }
    }

    /// <summary>Maps the segment in the pack; nothing is copied, and nothing but headers and directory is read.</summary>
    /// <exception cref="StoreException">The file is no pack, damaged or of a newer format.</exception>
    public static MappedFile Map(StoreDevice device, string path, PackHeader header)
    {
        MappedFile whole = device.Map(path, header.SegmentLength + PackHeader.Size);
        return whole.Part(PackHeader.Size, header.SegmentLength);
    }

    /// <summary>Writes the pack of a segment under a temporary name, makes it durable and gives it its name.</summary>
    /// <exception cref="StoreException">The disk refused; there is no half file then.</exception>
    public static PackHeader Write(
        StoreDevice device, string path, MappedFile segment, uint directoryChecksum, CancellationToken cancellation)
    {
        string full = Path.GetFullPath(path), folder = Path.GetDirectoryName(full)!;
        string temporary = Path.Combine(folder, "." + Path.GetFileName(full) + ".papergraph-tmp");
        try
        {
            PackHeader header;
            using (StoreFile file = device.Create(temporary))
            {
                byte[] digest = CopyWithDigest(segment, file, PackHeader.Size, cancellation);
                header = new(segment.Length, directoryChecksum, digest);
                file.Write(header.ToBytes(), 0);
                file.Sync();
            }

            device.Rename(temporary, full);
            device.SyncDirectory(folder);
            return header;
        }
        catch
        {
            TryDelete(device, temporary);
            throw;
        }
    }

    /// <summary>Copies the segment of a pack to a file of its own and makes that durable.</summary>
    /// <exception cref="StoreException">The content is not the one that the header names, or the disk refused.</exception>
    public static void Extract(StoreDevice device, string path, PackHeader header, string target, CancellationToken cancellation)
    {
        using MappedFile segment = Map(device, path, header);
        using StoreFile file = device.Create(target);
        byte[] digest = CopyWithDigest(segment, file, 0, cancellation);
        if (!digest.AsSpan().SequenceEqual(header.Digest)) throw StoreErrors.WrongDigest(path);
        file.Sync();
    }

    /// <summary>Compares the content with the digest in the header.</summary>
    /// <exception cref="StoreException">It is another, or the file is no pack.</exception>
    public static void VerifyDigest(StoreDevice device, string path, CancellationToken cancellation)
    {
        PackHeader header = ReadHeader(device, path);
        using MappedFile segment = Map(device, path, header);
        if (!CopyWithDigest(segment, null, 0, cancellation).AsSpan().SequenceEqual(header.Digest)) throw StoreErrors.WrongDigest(path);
    }

    private static byte[] CopyWithDigest(MappedFile from, StoreFile? to, long at, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long done = 0; done < from.Length; done += ChunkSize)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> chunk = from.Bytes(done, (int)Math.Min(ChunkSize, from.Length - done));
            hash.AppendData(chunk);
            to?.Write(chunk, at + done);
        }

        return hash.GetHashAndReset();
    }

    private static void TryDelete(StoreDevice device, string path)
    {
        try
        {
            device.Delete(path);
        }
        catch (StoreException)
        {
            // What cannot be removed now is overwritten by the next pack to this place.
        }
    }
}
