using Papergraph.Core;

namespace Papergraph.Sources;

/// <summary>Requests that cannot be carried out; bad input is in <see cref="SourceDiagnostics"/>.</summary>
internal static class SourceErrors
{
    internal static PapergraphException NoSuchInput(string input) =>
        new("PGS101", $"There is no file or folder '{input}'. Check the path; '-' stands for standard input.");

    internal static PapergraphException UnknownFormat(string name) =>
        new("PGS102", $"There is no input format '{name}'. Known to --format: {string.Join(", ", PaperFormats.All.Select(f => f.Name))}.");

    internal static PapergraphException OutOfRange(string what, long value, long least, long most) =>
        new("PGS103", FormattableString.Invariant($"The {what} is {value}. It must lie between {least} and {most}."));

    internal static PapergraphException NoAnnotatedPapers(IReadOnlyList<string> inputs) => new(
        "PGS104",
        $"No annotated paper could be read from {string.Join(", ", inputs.Select(Text.Quoted.Of))}. Give files as docs/formats/annotations.md describes them.");
}
