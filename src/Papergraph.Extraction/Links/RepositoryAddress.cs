namespace Papergraph.Extraction;

/// <summary>Tells which addresses lead to a repository of code, models or data, and brings those of one repository to one form.</summary>
/// <remarks>What identifies a repository is for each host to say (<c>CodeHosts</c>): owner and name, a path of groups, a number, a
/// parameter of the query. Pages within it, branches, <c>.git</c>, <c>www.</c> and schemes are left out, and upper case where the
/// host takes no notice of it. Addresses that lead to an owner or to another page of a host are no repositories.</remarks>
public static class RepositoryAddress
{
    private const string Scheme = "https://";

    /// <summary>Brings an address to the form that all addresses of its repository share.</summary>
    /// <param name="url">The address, with or without a scheme.</param>
    /// <param name="normal">An address with <c>https</c> that leads to the repository, and that this method leaves as it is; empty
    /// when there is none.</param>
    /// <returns>Whether the address leads to a repository.</returns>
    public static bool TryNormalize(string url, out string normal)
    {
        ArgumentNullException.ThrowIfNull(url);
        string? repository = SplitAddress.TryParse(url) is { } address ? CodeHosts.RuleOf(address.Host)?.Invoke(address) : null;
        normal = repository is null ? "" : Scheme + repository;
        return repository is not null;
    }

    /// <summary>The host of an address that <see cref="TryNormalize"/> made.</summary>
    public static string HostOf(string normal)
    {
        ArgumentNullException.ThrowIfNull(normal);
        return normal[Scheme.Length..].Split('/')[0];
    }
}
