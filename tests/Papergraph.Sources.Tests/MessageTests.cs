using System.Reflection;

namespace Papergraph.Sources.Tests;

/// <summary>Messages speak to people at a command line, who know no members of classes.</summary>
public class MessageTests
{
    [Fact]
    public void No_finding_names_a_member_of_the_options()
    {
        string[] members = [.. typeof(SourceOptions).GetProperties().Select(p => p.Name).Where(name => name != nameof(SourceOptions.Format))];
        MethodInfo[] findings = [.. typeof(SourceDiagnostics).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => m.IsAssembly)];
        Assert.NotEmpty(findings);
        foreach (MethodInfo finding in findings)
        {
            object?[] values = [.. finding.GetParameters().Select(p => Sample(p.ParameterType))];
            string message = ((Core.Diagnostic)finding.Invoke(null, values)!).Message;
            Assert.All(members, member => Assert.DoesNotContain(member, message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_record_that_is_too_long_is_told_the_limit()
    {
        string record = $$"""{"id":"a","title":"{{new string('x', 2000)}}"}""";
        Reading reading = Reading.Of(record, new SourceOptions { Format = "jsonl", MaxRecordBytes = 1024 });
        Core.Diagnostic finding = Assert.Single(reading.Findings);
        Assert.Equal("PGS020", finding.Code);
        Assert.Equal("The record is skipped: it is longer than 1024 bytes, the most that a record may have.", finding.Message);
    }

    [Fact]
    public void A_listing_without_a_year_is_told_the_option_for_it() =>
        Assert.Contains("--listing-year", SourceDiagnostics.YearUnknown("page.txt", 1).Message, StringComparison.Ordinal);

    [Fact]
    public void An_input_in_no_known_format_is_told_the_option_for_it() =>
        Assert.Contains("--format", SourceDiagnostics.Unrecognized("page.txt", isNamed: true, hint: "").Message, StringComparison.Ordinal);

    private static object? Sample(Type type) =>
        type == typeof(string) ? "x" : type.IsValueType ? Activator.CreateInstance(type) : null;
}
