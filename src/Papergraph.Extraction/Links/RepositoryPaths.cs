using System.Buffers;

namespace Papergraph.Extraction;

/// <summary>How each host names a repository: host and path of it, or null when an address leads to none.</summary>
internal static class RepositoryPaths
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // First segments that GitHub keeps for its own pages: nobody is called so.
    private static readonly string[] PagesOfGitHub =
    [
        "about", "apps", "collections", "contact", "enterprise", "explore", "features", "marketplace", "notifications", "orgs",
        "search", "security", "settings", "site", "sponsors", "stars", "topics", "trending", "users",
    ];

    // Segments that begin pages of a GitLab project and are no names of projects (addresses of before 2019 have no /-/).
    private static readonly string[] PagesInGitLab =
        ["-", "blame", "blob", "commit", "commits", "issues", "merge_requests", "raw", "tree", "wikis"];

    private static readonly string[] PagesOfGitLab = ["dashboard", "explore", "groups", "help", "search", "users"];

    private static readonly string[] PagesOfHuggingFace =
    [
        "api", "blog", "chat", "collections", "docs", "enterprise", "join", "learn", "login", "models", "new", "organizations", "papers",
        "posts", "pricing", "settings", "tasks",
    ];

    // What follows the name of a Hugging Face repository, and the tabs of an owner's page.
    private static readonly string[] PagesInHuggingFace =
    [
        "activity", "blob", "collections", "commits", "datasets", "discussions", "models", "papers", "raw", "resolve", "spaces", "tree",
        "viewer",
    ];

    private static readonly string[] ServicesOfSourceForge = ["cvs", "downloads", "git", "lists", "prdownloads", "svn"];

    public static string? OfGitHub(SplitAddress address) =>
        PagesOfGitHub.Contains(address.Segment(0).ToLowerInvariant()) ? null : OfOwnerAndName(address);

    /// <summary>An identifier alone or after its owner; GitHub leads from the one to the other.</summary>
    public static string? OfGist(SplitAddress address)
    {
        string id = Name(address, address.Segments.Length > 1 ? 1 : 0);
        return id.Length >= 5 && !id.AsSpan().ContainsAnyExcept(HexDigits) ? $"{address.Host}/{id.ToLowerInvariant()}" : null;
    }

    /// <summary>A project lies in a group, which may lie in others.</summary>
    public static string? OfGitLab(SplitAddress address)
    {
        List<string> path = [];
        for (int i = 0; i < address.Segments.Length; i++)
        {
            string segment = address.Segment(i).ToLowerInvariant();
            if (i > 1 ? PagesInGitLab.Contains(segment) : segment == "-") break;
            path.Add(Name(address, i).ToLowerInvariant());
        }

        bool isProject = path.Count >= 2 && !path.Contains("") && !PagesOfGitLab.Contains(path[0]);
        return isProject ? $"{address.Host}/{string.Join('/', path)}" : null;
    }

    public static string? OfOwnerAndName(SplitAddress address) => OfOwnerAndNameAsWritten(address)?.ToLowerInvariant();

    public static string? OfOwnerAndNameAsWritten(SplitAddress address) => Path(address, "", Name(address, 0), Name(address, 1));

    public static string? OfSourceHut(SplitAddress address) =>
        address.Segment(0).StartsWith('~') ? OfOwnerAndNameAsWritten(address) : null;

    /// <summary>Models lie below their owner, data sets and spaces below a prefix too. Old models and data sets have no owner; the
    /// page after its name is all that tells an old model from an owner, so it stays.</summary>
    public static string? OfHuggingFace(SplitAddress address)
    {
        string first = address.Segment(0).ToLowerInvariant();
        if (PagesOfHuggingFace.Contains(first)) return null;
        int at = first is "datasets" or "spaces" ? 1 : 0;
        string prefix = at == 1 ? first + "/" : "", next = address.Segment(at + 1).ToLowerInvariant();
        bool isAlone = next.Length == 0 ? first == "datasets" : next is "blob" or "raw" or "resolve" or "tree" or "viewer" or "discussions";
        if (isAlone && first == "datasets") return Path(address, prefix, Name(address, 1))?.ToLowerInvariant();
        if (isAlone && first != "spaces") return Path(address, "", Name(address, 0), "tree", "main")?.ToLowerInvariant();
        if (PagesInHuggingFace.Contains(next)) return null;
        return Path(address, prefix, Name(address, at), Name(address, at + 1))?.ToLowerInvariant();
    }

    /// <summary>The number of a record; the DOIs of Zenodo have it too.</summary>
    public static string? OfZenodo(SplitAddress address)
    {
        string number = address.Segment(0).ToLowerInvariant() switch
        {
            "record" or "records" => address.Segment(1),
            "doi" when address.Segment(1) == "10.5281" => AfterPrefix(address.Segment(2), "zenodo."),
            _ => "",
        };
        return IsNumber(number) ? $"zenodo.org/records/{number}" : null;
    }

    /// <summary>A project's name, or the number of its group in addresses of before 2009.</summary>
    public static string? OfSourceForge(SplitAddress address)
    {
        string group = address.Parameter("group_id");
        if (IsNumber(group)) return $"sourceforge.net/project/showfiles.php?group_id={group}";
        return address.Segment(0).ToLowerInvariant() is "projects" or "p" or "project"
            ? Path(address, "projects/", Name(address, 1))?.ToLowerInvariant()
            : null;
    }

    /// <summary><c>name.sourceforge.net</c>, the home page of a project, or <c>name.svn.sourceforge.net</c>.</summary>
    public static string? OfSourceForgePage(SplitAddress address)
    {
        string[] names = address.Host[..^".sourceforge.net".Length].Split('.');
        if (names is ["projects"] or ["download"]) return null;
        if (names is ["downloads"])
        {
            int at = address.Segment(0) == "project" ? 1 : 0;
            return Path(address with { Host = "sourceforge.net" }, "projects/", Name(address, at))?.ToLowerInvariant();
        }

        bool isProject = names.Length == 1 ? !ServicesOfSourceForge.Contains(names[0]) : ServicesOfSourceForge.Contains(names[1]);
        return isProject && names[0].Length > 0 ? "sourceforge.net/projects/" + names[0] : null;
    }

    public static string? OfSavannah(SplitAddress address)
    {
        string group = address.Parameter("group");
        if (group.Length == 0 && address.Segment(0) is "projects" or "p") group = Name(address, 1);
        return Path(address, "projects/", group)?.ToLowerInvariant();
    }

    public static string? OfGoogleCode(SplitAddress address) => address.Segment(0) switch
    {
        "p" => Path(address, "p/", Name(address, 1)),
        "archive" when address.Segment(1) == "p" => Path(address, "p/", Name(address, 2)),
        _ => null,
    };

    public static string? OfAnonymousGitHub(SplitAddress address) =>
        address.Segment(0) is "r" or "repository" ? Path(address, "r/", Name(address, 1)) : null;

    /// <summary>Data sets, tasks, flows and runs by number.</summary>
    public static string? OfOpenMl(SplitAddress address)
    {
        (string kind, string number) = address.Segment(0) == "search"
            ? (address.Parameter("type"), address.Parameter("id"))
            : (address.Segment(0), address.Segment(1));
        kind = kind switch { "data" => "d", "task" => "t", "flow" => "f", "run" => "r", _ => kind };
        return kind is "d" or "t" or "f" or "r" && IsNumber(number) ? $"openml.org/{kind}/{number}" : null;
    }

    /// <summary>Names of packages are compared as PEP 503 says: case and kind of separator do not matter.</summary>
    public static string? OfPyPi(SplitAddress address)
    {
        if (address.Segment(0) is not ("project" or "simple")) return null;
        string name = string.Join('-', Name(address, 1).Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries));
        return Path(address, "project/", name)?.ToLowerInvariant();
    }

    public static string? OfCran(SplitAddress address)
    {
        string name = AfterPrefix(address.Segment(0), "package=");
        if (name.Length == 0 && address.Segment(0) == "web" && address.Segment(1) == "packages") name = Name(address, 2);
        return Path(address, "package=", name);
    }

    public static string? OfShortLink(SplitAddress address) => Path(address, "", Name(address, 0));

    /// <summary>A site made from a repository: how its path relates to the repository's name cannot be told, so it stays.</summary>
    public static string? OfPage(SplitAddress address)
    {
        List<string> path = [address.Host];
        for (int i = 0; i < address.Segments.Length; i++) path.Add(address.Segment(i));
        if (path[^1] is "index.html" or "index.htm") path.RemoveAt(path.Count - 1);
        return path.Contains("") ? null : string.Join('/', path);
    }

    /// <summary>Host, prefix and names, or null when a name is missing or holds what no name does.</summary>
    private static string? Path(SplitAddress address, string prefix, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters)) return null;
        return $"{address.Host}/{prefix}{string.Join('/', names)}";
    }

    /// <summary>A segment as a name: without <c>.git</c>; empty when it is no name.</summary>
    private static string Name(SplitAddress address, int segment)
    {
        string name = address.Segment(segment);
        if (name.EndsWith(".git", StringComparison.OrdinalIgnoreCase)) name = name[..^4];
        return name.AsSpan().ContainsAnyExcept(NameCharacters) ? "" : name.TrimEnd('.');
    }

    private static string AfterPrefix(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : "";

    private static bool IsNumber(string text) => text.Length is > 0 and < 20 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
