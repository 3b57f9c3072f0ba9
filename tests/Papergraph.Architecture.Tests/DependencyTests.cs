using System.Xml.Linq;
using Papergraph.TestKit;

namespace Papergraph.Architecture.Tests;

public class DependencyTests
{
    private static readonly string[] PackagesThatDoNotRestore =
        ["QuikGraph", "Neo4j.Driver", "dotNetRDF", "dotNetRdf", "Microsoft.ML", "Testcontainers"];

    [Fact]
    public void Project_references_are_exactly_those_in_the_dependency_table()
    {
        Assert.Equal(
            Table().OrderBy(p => p.Key, StringComparer.Ordinal),
            ProjectFiles("src").ToDictionary(NameOf, f => Sorted(References(f, "ProjectReference").Select(NameOf)))
                .OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void References_have_no_cycle_because_each_project_only_names_projects_above_it_in_the_table()
    {
        HashSet<string> above = [];
        foreach ((string project, string references) in Table())
        {
            Assert.All(references.Split(' ', StringSplitOptions.RemoveEmptyEntries), r => Assert.Contains(r, above));
            above.Add(project);
        }
    }

    [Fact]
    public void Every_project_belongs_to_the_solution_and_every_source_project_has_tests()
    {
        string solution = File.ReadAllText(Repo.File("Graph.sln"));
        Assert.All(ProjectFiles("src").Concat(ProjectFiles("tests")), f => Assert.Contains(Path.GetFileName(f), solution, StringComparison.Ordinal));
        Assert.All(
            ProjectFiles("src").Select(NameOf).Where(n => n != "Papergraph.Cli"),       // the command line is tested from outside, by EndToEnd
            name => Assert.True(Directory.Exists(Repo.File("tests", name + ".Tests")), $"{name} has no tests"));
    }

    [Fact]
    public void No_project_references_a_package_that_the_registry_does_not_hold() =>
        Assert.All(
            ProjectFiles("src").Concat(ProjectFiles("tests")).SelectMany(f => References(f, "PackageReference")),
            package => Assert.DoesNotContain(PackagesThatDoNotRestore, p => package.StartsWith(p, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Only_the_store_allows_unsafe_code() =>
        Assert.Equal(
            ["Papergraph.Store"],
            ProjectFiles("src").Where(f => XDocument.Load(f).Descendants("AllowUnsafeBlocks").Any(e => e.Value == "true")).Select(NameOf));

    private static Dictionary<string, string> Table() =>
        File.ReadLines(Repo.File("docs", "dependencies.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(':'))
            .ToDictionary(p => p[0].Trim(), p => Sorted(p[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static IEnumerable<string> ProjectFiles(string folder) =>
        Directory.EnumerateFiles(Repo.File(folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<string> References(string projectFile, string kind) =>
        XDocument.Load(projectFile).Descendants(kind).Select(r => r.Attribute("Include")!.Value);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
