using Xunit;

namespace Papergraph.TestKit;

/// <summary>Finds checked-in files, and the data beside the repository, from a test.</summary>
public static class Repo
{
    /// <summary>The folder that holds Graph.sln. Not [CallerFilePath]: CI builds map source paths to /_/.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Full path of a file or folder of the repository.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Full path of a file or folder of the shared data; skips the running test, visibly, where it is absent.</summary>
    /// <remarks>The data lies in <c>../shared</c> beside the repository, or where <c>PAPERGRAPH_SHARED</c> says. Use it from a
    /// <c>[SkippableFact]</c>.</remarks>
    public static string Shared(params string[] parts)
    {
        string shared = Environment.GetEnvironmentVariable("PAPERGRAPH_SHARED") ?? Path.Combine(Root, "..", "shared");
        string path = Path.GetFullPath(Path.Combine([shared, .. parts]));
        Skip.IfNot(Path.Exists(path), $"{path} is not here; set PAPERGRAPH_SHARED to the folder of shared data");
        return path;
    }

    private static string Find(DirectoryInfo? from) =>
        from is null ? throw new DirectoryNotFoundException("No Graph.sln above " + AppContext.BaseDirectory)
        : System.IO.File.Exists(Path.Combine(from.FullName, "Graph.sln")) ? from.FullName
        : Find(from.Parent);
}
