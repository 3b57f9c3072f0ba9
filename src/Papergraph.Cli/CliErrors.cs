using Papergraph.Core;
using Papergraph.Export;

namespace Papergraph.Cli;

/// <summary>Every request that the command line itself can refuse, in one place, so that codes stay unique.</summary>
internal static class CliErrors
{
    internal static PapergraphException UnknownExport(string name) => new(
        "PGC001", $"There is no export format '{name}'; there are {string.Join(", ", GraphExports.All.Select(e => e.Name))}.");

    internal static PapergraphException System(Exception cause) => new(
        "PGC002", $"{cause.Message} Check the path, the permissions and the free space, and try again.", cause);

    internal static PapergraphException TargetInGraph(string target) => new(
        "PGC004", $"{target} lies in the directory of the graph, whose files are its own; choose another place.");

    internal static PapergraphException OutputIsInput(string path) => new(
        "PGC005", $"{path} is to be written and is also an input; choose another file.");

    internal static PapergraphException NoEvidenceOption(string format) => new(
        "PGC003", $"The format {format} has no form without evidence; leave --no-evidence out.");

    internal static PapergraphException NoSuchState(string graph, string name, IReadOnlyList<string> snapshots) => new(
        "PGC010",
        $"{graph} has no snapshot '{name}', and there is no graph or packed snapshot of this name. It has "
            + (snapshots.Count == 0 ? "no snapshots." : $"{string.Join(", ", snapshots.Take(20))}{(snapshots.Count > 20 ? ", …" : "")}."));

    internal static PapergraphException NoNamesOption(string format) => new(
        "PGC011", $"The format {format} has no names that could be made by content; leave --names-by-content out.");

    internal static PapergraphException UnfitTop(int top, int most) => new("PGC020", $"--top is {top}; it must be 0 to {most:N0}.");

    internal static PapergraphException OnlyOfGraphs(string option) => new(
        "PGC021", $"{option} is for stored graphs, and this is a file of edges. Leave it out, or `import` the file first.");

    internal static PapergraphException TwoResultsOnOutput() => new(
        "PGC022", "--json and -o - would both write to standard output; give -o a file, or leave one out.");

    internal static PapergraphException NoSuchVariable(string name) => new(
        "PGC030", $"--api-key-env names the environment variable {name}, which is not set. Set it to the key, or leave the option out.");

    internal static PapergraphException UnfitThreads(int threads) => new("PGC023", $"--threads is {threads}; it must be 1 to 1,024.");
}
