using System.Text.RegularExpressions;
using Papergraph.TestKit;

namespace Papergraph.Architecture.Tests;

public partial class ConventionTests
{
    private static readonly string[] EmptyNames = ["Utils", "Helpers", "Helper", "Common", "Manager", "Misc"];

    [Fact]
    public void Nothing_is_called_by_a_name_that_says_nothing() =>
        Assert.All(
            Sources("src").Concat(Sources("tests")).Select(Path.GetFileNameWithoutExtension),
            name => Assert.DoesNotContain(EmptyNames, e => name!.EndsWith(e, StringComparison.Ordinal)));

    [Fact]
    public void Only_the_command_line_writes_to_the_console() =>
        Assert.All(
            Sources("src").Where(f => !f.Contains("Papergraph.Cli", StringComparison.Ordinal)),
            file => Assert.False(ConsoleOutput().IsMatch(File.ReadAllText(file)), $"{file} writes to the console"));

    [Fact]
    public void Every_error_code_is_listed_once_and_every_listed_code_exists()
    {
        string[] listed = [.. Code().Matches(File.ReadAllText(Repo.File("docs", "errors.md"))).Select(m => m.Value).Order(StringComparer.Ordinal)];
        Assert.Equal(listed.Distinct(), listed);

        string[] used = [.. Sources("src").SelectMany(f => QuotedCode().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(used, listed);
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        string[] pages = [.. Directory.EnumerateFiles(Repo.Root, "*.md"), .. new[] { "docs", "ontology", "queries" }
            .SelectMany(folder => Directory.EnumerateFiles(Repo.File(folder), "*.md", SearchOption.AllDirectories))];
        foreach (string page in pages)
            foreach (Match link in RelativeLink().Matches(File.ReadAllText(page)))
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value)), $"{page} links to {link.Groups[1].Value}");
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repo.File(folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bConsole\s*\.\s*(Write|WriteLine|Out|Error)\b")]
    private static partial Regex ConsoleOutput();

    [GeneratedRegex(@"\bPG[A-Z][0-9]{3}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex RelativeLink();

    [GeneratedRegex("\"(PG[A-Z][0-9]{3})\"")]
    private static partial Regex QuotedCode();
}
