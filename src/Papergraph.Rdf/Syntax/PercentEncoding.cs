using System.Buffers;

namespace Papergraph.Rdf;

/// <summary>Percent-encoding of RFC 3986, of whole path segments.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:"u8);

    // What the path of an address may hold besides: RFC 3986 pchar and '/'.
    private static readonly SearchValues<byte> PlainInPath =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:@!$&'()*+,;=/"u8);

    /// <summary>Encodes a name as one segment. Returns how many bytes were written, three for each of the name at most.</summary>
    public static int Encode(ReadOnlySpan<byte> name, Span<byte> encoded)
    {
        // "." and ".." are steps in a path, and whoever resolves the IRI would take them.
        bool isDots = !name.IsEmpty && !name.ContainsAnyExcept((byte)'.');
        return isDots ? Encode(name, encoded, SearchValues.Create(""u8)) : Encode(name, encoded, Plain);
    }

    /// <summary>Encodes a path: slashes stay.</summary>
    public static int EncodePath(ReadOnlySpan<byte> path, Span<byte> encoded) => Encode(path, encoded, PlainInPath);

    private static int Encode(ReadOnlySpan<byte> name, Span<byte> encoded, SearchValues<byte> plain)
    {
        int written = 0;
        while (true)
        {
            int run = name.IndexOfAnyExcept(plain);
            ReadOnlySpan<byte> kept = run < 0 ? name : name[..run];
            kept.CopyTo(encoded[written..]);
            written += kept.Length;
            if (run < 0) return written;
            encoded[written++] = (byte)'%';
            encoded[written++] = "0123456789ABCDEF"u8[name[run] >> 4];
            encoded[written++] = "0123456789ABCDEF"u8[name[run] & 15];
            name = name[(run + 1)..];
        }
    }
}
