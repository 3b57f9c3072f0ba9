namespace Papergraph.Sources.Records;

/// <summary>Addresses that a reader could open.</summary>
internal static class WebAddress
{
    /// <summary>The address without white space around it, or null when it is no absolute http, https or ftp address of at most 2048
    /// characters. It is not rewritten: sources agree in the spelling more often than in any normal form.</summary>
    internal static string? Normalize(string? text)
    {
        string address = (text ?? "").Trim();
        return address.Length is > 0 and <= 2048
            && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeFtp)
            && !address.Any(c => c is '<' or '>' or '"' || char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c))
            ? address
            : null;
    }
}
