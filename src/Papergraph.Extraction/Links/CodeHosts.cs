namespace Papergraph.Extraction;

/// <summary>The hosts whose addresses are repositories of code, models or data, each with the rule that its paths follow.</summary>
internal static class CodeHosts
{
    private static readonly (string Host, Func<SplitAddress, string?> Repository)[] Hosts =
    [
        ("github.com", RepositoryPaths.OfGitHub),
        ("gist.github.com", RepositoryPaths.OfGist),
        ("gitlab.com", RepositoryPaths.OfGitLab),
        ("gitlab.inria.fr", RepositoryPaths.OfGitLab),
        ("bitbucket.org", RepositoryPaths.OfOwnerAndName),
        ("codeberg.org", RepositoryPaths.OfOwnerAndName),
        ("gitee.com", RepositoryPaths.OfOwnerAndNameAsWritten),
        ("sr.ht", RepositoryPaths.OfSourceHut),
        ("git.sr.ht", RepositoryPaths.OfSourceHut),
        ("hg.sr.ht", RepositoryPaths.OfSourceHut),
        ("huggingface.co", RepositoryPaths.OfHuggingFace),
        ("zenodo.org", RepositoryPaths.OfZenodo),
        ("sourceforge.net", RepositoryPaths.OfSourceForge),
        ("savannah.gnu.org", RepositoryPaths.OfSavannah),
        ("code.google.com", RepositoryPaths.OfGoogleCode),
        ("anonymous.4open.science", RepositoryPaths.OfAnonymousGitHub),
        ("openml.org", RepositoryPaths.OfOpenMl),
        ("pypi.org", RepositoryPaths.OfPyPi),
        ("cran.r-project.org", RepositoryPaths.OfCran),
        ("git.io", RepositoryPaths.OfShortLink),
    ];

    /// <summary>Length of <c>host/</c> at the start of the text, or 0.</summary>
    public static int PrefixLength(ReadOnlySpan<char> text)
    {
        foreach ((string host, _) in Hosts)
        {
            if (text.Length > host.Length && text[host.Length] == '/' && text.StartsWith(host, StringComparison.OrdinalIgnoreCase))
                return host.Length + 1;
        }

        return 0;
    }

    /// <summary>The rule of a host, given in lower case and without <c>www.</c>, or null when it is none of code.</summary>
    public static Func<SplitAddress, string?>? RuleOf(string host)
    {
        foreach ((string known, Func<SplitAddress, string?> rule) in Hosts)
            if (known == host) return rule;
        if (host.StartsWith("gitlab.", StringComparison.Ordinal) && host != "gitlab.io") return RepositoryPaths.OfGitLab;
        if (host.EndsWith(".sourceforge.net", StringComparison.Ordinal)) return RepositoryPaths.OfSourceForgePage;
        bool isPage = host.EndsWith(".github.io", StringComparison.Ordinal) || host.EndsWith(".gitlab.io", StringComparison.Ordinal);
        return isPage ? RepositoryPaths.OfPage : null;
    }
}
