using System.Buffers;

namespace Papergraph.Extraction;

/// <summary>The parts of an address that say which repository it leads to.</summary>
/// <param name="Host">Lower case, without <c>www.</c>, user and port.</param>
/// <param name="Segments">What lies between the slashes of the path, empty ones left out.</param>
/// <param name="Query">What lies between <c>?</c> and <c>#</c>.</param>
internal sealed record SplitAddress(string Host, string[] Segments, string Query)
{
    private const int MaxLength = 2048;

    private static readonly SearchValues<char> NeverInside = SearchValues.Create("<>\"`{}|\\^");

    /// <summary>Splits an address with or without a scheme; null when it is no address.</summary>
    public static SplitAddress? TryParse(string address)
    {
        ReadOnlySpan<char> rest = address.AsSpan().Trim();
        if (rest.Length > MaxLength || rest.ContainsAny(NeverInside)) return null;
        foreach (char c in rest)
            if (char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c)) return null;

        int scheme = rest.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) rest = rest[(scheme + 3)..];
        if (rest.IndexOf('#') is >= 0 and int fragment) rest = rest[..fragment];
        string query = "";
        if (rest.IndexOf('?') is >= 0 and int mark)
        {
            query = rest[(mark + 1)..].ToString();
            rest = rest[..mark];
        }

        int slash = rest.IndexOf('/');
        string host = (slash < 0 ? rest : rest[..slash]).ToString().ToLowerInvariant();
        host = host[(host.LastIndexOf('@') + 1)..].Split(':')[0].TrimEnd('.');
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        string path = slash < 0 ? "" : rest[slash..].ToString();
        return new(host, path.Split('/', StringSplitOptions.RemoveEmptyEntries), query);
    }

    /// <summary>The segment of this number without the punctuation of a sentence after it; empty when there is none.</summary>
    public string Segment(int i) => i < Segments.Length ? Segments[i].TrimEnd('.', ',', ';', ':', ')', ']', '\'') : "";

    /// <summary>The value of a parameter of the query, or empty.</summary>
    public string Parameter(string name)
    {
        foreach (string pair in Query.Split('&', ';'))
            if (pair.StartsWith(name + "=", StringComparison.Ordinal)) return pair[(name.Length + 1)..].TrimEnd('.', ',');
        return "";
    }
}
