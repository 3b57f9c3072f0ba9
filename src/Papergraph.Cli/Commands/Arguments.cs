using System.CommandLine;

namespace Papergraph.Cli.Commands;

/// <summary>Arguments and options that several verbs share, so that they read the same everywhere.</summary>
internal static class Arguments
{
    internal static Argument<string> Graph() => new("graph") { Description = "Directory of the graph." };

    internal static Argument<string[]> Inputs() => new("inputs")
    {
        Description = "Files and folders to read; - for standard input. Formats are recognised by content; .gz is read directly.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal static Option<bool> Json() => new("--json") { Description = "Write one JSON document instead of tables." };

    internal static Option<bool> Strict() => new("--strict") { Description = "Exit with 3 when records were rejected." };

    internal static Option<string?> Report() => new("--report")
    {
        Description = "Also write the run report to this file as JSON: inputs with hashes, counts, times, every rejected record.",
        HelpName = "FILE",
    };

    internal static Option<int> Threads() => new("--threads")
    {
        Description = "Most threads to use; the result does not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    };

    internal static Option<int?> ListingYear() => new("--listing-year")
    {
        Description = "Year of saved listing pages, for their dates without a year; inferred from the page when not given.",
        HelpName = "YEAR",
    };

    internal static Option<string?> Format() => new("--format")
    {
        Description = "Read every input as this format instead of recognising it.",
        HelpName = "NAME",
    };

    internal static Option<int> Limit(int standard, string what) => new("--limit")
    {
        Description = what,
        DefaultValueFactory = _ => standard,
        HelpName = "N",
    };
}
