namespace Papergraph.Extraction;

/// <summary>The hosts whose addresses are repositories of code, models or data.</summary>
public static class CodeHosts
{
    private static readonly string[] Hosts =
    [
        "github.com", "gitlab.com", "bitbucket.org", "huggingface.co", "codeberg.org", "sourceforge.net", "zenodo.org",
        "gitee.com", "git.io", "code.google.com", "savannah.gnu.org", "sr.ht", "anonymous.4open.science", "gist.github.com",
        "gitlab.inria.fr", "openml.org", "pypi.org", "cran.r-project.org",
    ];

    /// <summary>Length of <c>host/</c> at the start of the text, or 0.</summary>
    public static int PrefixLength(ReadOnlySpan<char> text)
    {
        foreach (string host in Hosts)
        {
            if (text.Length > host.Length && text[host.Length] == '/' && text.StartsWith(host, StringComparison.OrdinalIgnoreCase))
                return host.Length + 1;
        }

        return 0;
    }

    /// <summary>Whether the address points into one of the hosts, or to a page of GitHub or GitLab.</summary>
    public static bool IsRepository(ReadOnlySpan<char> address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = scheme < 0 ? address : address[(scheme + 3)..];
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
        if (PrefixLength(rest) is > 0 and int prefix && rest.Length > prefix) return true;
        int slash = rest.IndexOf('/');
        ReadOnlySpan<char> host = slash < 0 ? rest : rest[..slash];
        return host.EndsWith(".github.io", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".gitlab.io", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".sourceforge.net", StringComparison.OrdinalIgnoreCase)
            || host.StartsWith("gitlab.", StringComparison.OrdinalIgnoreCase);
    }
}
