using System.CommandLine;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot …</c>: states of a graph that are kept, compared and carried away.</summary>
internal static class SnapshotCommand
{
    internal static Command Create() => new(
        "snapshot", "Keeps states of a graph under names, compares them, goes back to them, packs them.")
    {
        CreateCommand.Create(), ListCommand.Create(), ShowCommand.Create(), DiffCommand.Create(),
        RestoreCommand.Create(), DeleteCommand.Create(), PackCommand.Create(), UnpackCommand.Create(),
    };

    /// <summary>Name of a snapshot to be made.</summary>
    internal static Argument<string> NewName() => new("name")
    {
        Description = "Name of the snapshot: letters, digits, '.', '-' and '_'.",
    };

    /// <summary>Name of a snapshot that is there.</summary>
    internal static Argument<string> Name() => new("name") { Description = "Name of the snapshot." };
}
