namespace Papergraph.Pipeline.Stages;

/// <summary>Brings addresses of one code repository to one form.</summary>
internal static class RepositoryUrl
{
    private static readonly string[] HostsOfOwners = ["github.com", "gitlab.com", "bitbucket.org", "huggingface.co", "codeberg.org"];

    /// <summary>The address with <c>https</c>, the host in lower case and without <c>www.</c>, query, fragment, <c>.git</c> and trailing slash; on the hosts
    /// that name a repository by owner and name, only these two, in lower case, as the hosts do not tell cases apart.</summary>
    internal static string Normal(string url)
    {
        string rest = url[(url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        rest = rest.Split('?', '#')[0].TrimEnd('/');
        string[] parts = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return url;
        string host = parts[0].ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        IEnumerable<string> path = parts[1..];
        if (HostsOfOwners.Contains(host))
        {
            int kept = host == "huggingface.co" && parts.ElementAtOrDefault(1) is "datasets" or "spaces" ? 3 : 2;
            path = path.Take(kept).Select(p => p.ToLowerInvariant());
        }

        string joined = string.Join('/', path);
        if (joined.EndsWith(".git", StringComparison.Ordinal)) joined = joined[..^4];
        return joined.Length == 0 ? $"https://{host}" : $"https://{host}/{joined}";
    }

    /// <summary>The host of an address that <see cref="Normal"/> made.</summary>
    internal static string HostOf(string normal) => normal["https://".Length..].Split('/')[0];
}
