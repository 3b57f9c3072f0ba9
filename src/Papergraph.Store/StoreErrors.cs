using System.Globalization;

namespace Papergraph.Store;

/// <summary>Every error of the store, its code and its words.</summary>
internal static class StoreErrors
{
    public const string NewerFormatCode = "PGT005", NotYetDurableCode = "PGT012", ConstraintDoesNotHoldCode = "PGT042";

    // Losses that a repair reports, not exceptions.
    public const string ValuesLostCode = "PGT086", EdgesLostCode = "PGT087", ItemsLostCode = "PGT088";

    private const int MostOfName = 100;

    private const string Restore =
        "Restore the graph from a copy, save what can be read with `verify --repair`, or build it again with `build --replace`.";

    public static StoreException NoDirectory(string path) =>
        new("PGT001", $"There is nothing at '{path}'. Check the path, or build a graph there first.");

    public static StoreException NoGraph(string path) =>
        new("PGT002", $"'{path}' holds no graph: it has no file '{GraphFiles.Current}'. Check the path, or build a graph there first.");

    public static StoreException NotAGraphDirectory(string path) =>
        new("PGT003", $"'{path}' holds other files and no graph; nothing was changed. Name an empty or a new directory.");

    public static StoreException Locked(string path) =>
        new("PGT004", $"Another process is writing to the graph '{path}'. Wait until it is done, or stop it.");

    public static StoreException NewerFormat(string file, long version, long known) =>
        new(NewerFormatCode, string.Create(CultureInfo.InvariantCulture,
            $"'{file}' has format version {version}, and this program reads version {known}. Use a newer program."));

    public static StoreException Damaged(string file, string place, string what) =>
        new("PGT006", $"'{file}' is damaged ({place}): {what}. {Restore}");

    public static StoreException ChecksumMismatch(string file, string place) =>
        new("PGT007", $"'{file}' is damaged ({place}): the checksum does not match. {Restore}");

    public static StoreException WrongLength(string file, long length, long expected) =>
        new("PGT008", string.Create(CultureInfo.InvariantCulture,
            $"'{file}' is damaged: it has {length} bytes and should have {expected}. {Restore}"));

    public static StoreException Missing(string file, Exception? cause = null) =>
        new("PGT009", $"'{file}' is missing, and the graph needs it. {Restore}", cause);

    public static StoreException CannotRead(string path, Exception cause) =>
        new("PGT010", $"Cannot read '{path}': {OneLine(cause)} Check that it is there and that you may read it.", cause);

    public static StoreException CannotWrite(string path, Exception cause) =>
        cause is DirectoryNotFoundException ? DirectoryGone(Path.GetDirectoryName(path) ?? path, cause) : new("PGT011",
            $"Cannot write '{path}': {OneLine(cause)} The graph is as it was. Free space or permit writing, and try again.", cause);

    public static StoreException NotYetDurable(string path, Exception cause) =>
        new(NotYetDurableCode,
            $"The new version of the graph '{path}' is in place, but the disk did not confirm it: {OneLine(cause)} Run the command again.",
            cause);

    public static StoreException TooManyNodes() =>
        new("PGT013", $"A graph holds at most {Array.MaxLength} nodes. Split the input into several graphs.");

    public static StoreException TooManyEdges(string type) =>
        new("PGT014",
            $"One bulk load takes at most {Array.MaxLength} edges of a type, and '{type}' has more. Split the input into several graphs.");

    public static StoreException BigEndian() =>
        new("PGT015", "The store needs a little-endian processor, and this one is big-endian. Use another machine.");

    public static StoreException NodeHasEdges(int node, string type) =>
        new("PGT020", string.Create(CultureInfo.InvariantCulture,
            $"Node {node} still has edges, of type '{type}' among others. Delete these first, or the node with its edges."));

    public static StoreException TooManyChangedEdges(long edges) =>
        new("PGT022", string.Create(CultureInfo.InvariantCulture,
            $"A type with {edges} edges that has changes cannot be had as one graph in memory. Compact the graph first."));

    public static StoreException TransactionTooLarge() =>
        new("PGT021", "One transaction has too many changes. Commit now and then.");

    public static StoreException NotUnique(ConstraintDefinition constraint, string value, long first, long second) =>
        new("PGT040", string.Create(CultureInfo.InvariantCulture,
            $"Constraint '{OneLine(constraint.Name, MostOfName)}': nodes {first} and {second} would both have {value} in "
            + $"{OneLine(constraint.Target, MostOfName)}, which must be unique. Nothing was committed. Change one of the two."));

    public static StoreException LacksProperty(ConstraintDefinition constraint, long entity) =>
        new("PGT041", string.Create(CultureInfo.InvariantCulture,
            $"Constraint '{OneLine(constraint.Name, MostOfName)}': {Noun(constraint.On)} {entity} would lack "
            + $"{OneLine(constraint.Target, MostOfName)}, which must exist. Nothing was committed. Give it a value."));

    public static StoreException ConstraintDoesNotHold(ConstraintDefinition constraint, IReadOnlyList<string> violations) =>
        new("PGT042",
            $"Constraint '{OneLine(constraint.Name, MostOfName)}' on {OneLine(constraint.Target, MostOfName)} does not hold: "
            + $"{string.Join("; ", violations)}. Mend these, and what else there may be, first.");

    public static StoreException IndexNameTaken(string name) =>
        new("PGT043",
            $"The graph has an index or a constraint '{OneLine(name, MostOfName)}' already. Choose another name, or drop it first.");

    public static StoreException SameIndexExists(string target, string name) =>
        new("PGT044", $"'{OneLine(name, MostOfName)}' does the same for {OneLine(target, MostOfName)} already. Use it, or drop it first.");

    public static StoreException NoSuchIndex(string name, IEnumerable<string> known) =>
        new("PGT045", $"The graph has no index or constraint '{OneLine(name, MostOfName)}'. It has: {Listed(known)}.");

    public static StoreException DirectoryGone(string path, Exception? cause = null) =>
        new("PGT060",
            $"The directory '{path}' was removed while it was being written. What was not saved before is lost; start again.", cause);

    public static StoreException LogFailed(string log, StoreException cause) =>
        new("PGT061",
            $"Nothing more is written to '{log}' after a failure: {OneLine(cause)} Open the graph again to see which changes were saved.",
            cause);

    public static StoreException UnfitSnapshotName(string name) =>
        new("PGT062", $"'{OneLine(name, MostOfName)}' cannot name a snapshot. Use 1 to 100 letters, digits, '.', '-' and '_', no '.' at either "
            + "end, and not 'current'.");

    public static StoreException NoSnapshot(string path, string name) =>
        new("PGT063", $"The graph '{path}' has no snapshot '{name}'. List them, and check the name.");

    public static StoreException SnapshotExists(string path, string name) =>
        new("PGT064", $"The graph '{path}' has a snapshot '{name}' already. Choose another name, or delete that one first.");

    private static string Noun(EntityKind kind) => kind == EntityKind.Node ? "node" : "edge";

    private static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names.DefaultIfEmpty("none").Take(20).Select(name => OneLine(name, MostOfName)));

    public static StoreException NoPack(string path, Exception cause) =>
        new("PGT080", $"There is no packed snapshot '{path}'. Check the path.", cause);

    public static StoreException NotAPack(string path) =>
        new("PGT081", $"'{path}' is a file and no packed snapshot. Name a graph directory or a file made by `snapshot pack`.");

    public static StoreException PackIsReadOnly(string path) =>
        new("PGT082",
            $"'{path}' is a packed snapshot, which is one state and read-only. Make a graph of it with `snapshot unpack`, and name that.");

    public static StoreException PackExists(string path) =>
        new("PGT083", $"'{path}' is there already. Choose another name, or replace a file with --overwrite.");

    public static StoreException WrongDigest(string path) =>
        new("PGT084", $"'{path}' is damaged: its content is not the one that its header names. Copy it again from where it came from.");

    public static StoreException GraphThere(string path) =>
        new("PGT085",
            $"'{path}' holds a graph already; nothing was changed. Choose another directory, or replace the graph with --replace.");

    public static StoreException ValuesLost(string column, long count, string rows) =>
        new(ValuesLostCode, string.Create(CultureInfo.InvariantCulture,
            $"{column}: {count} values could not be read; rows {rows} have none now."));

    public static StoreException EdgesLost(string type, long count, string positions) =>
        new(EdgesLostCode, string.Create(CultureInfo.InvariantCulture,
            $"edges {type}: {count} could not be read in either direction and are gone; they had the positions {positions}."));

    public static StoreException ItemsLost(string list, long count, string items) =>
        new(ItemsLostCode, string.Create(CultureInfo.InvariantCulture,
            $"blobs {list}: {count} items could not be read and are empty now: {items}."));

    public static StoreException CommitsLost(string log, long kept, long? lost) =>
        new("PGT089", string.Create(CultureInfo.InvariantCulture,
            $"'{log}' could not be read beyond commit {kept}; what was committed after it is gone"
            + $"{(lost is { } count ? $" ({count} commits)" : "")}."));

    public static StoreException OlderVersion(string path, long version) =>
        new("PGT090", string.Create(CultureInfo.InvariantCulture,
            $"The newest version of '{path}' could not be opened; version {version} was taken, and what came after it is gone."));

    public static StoreException SnapshotSetAside(string path, string name, string aside) =>
        new("PGT091", $"Snapshot '{name}' of '{path}' is damaged and was moved to {aside}.");

    public static StoreException ConstraintDropped(ConstraintDefinition constraint) =>
        new("PGT092", $"Constraint '{constraint.Name}' was dropped, as constraints do not all hold without what was lost.");

    public static StoreException NothingToRepair(string path) =>
        new("PGT093", $"Nothing of the graph in '{path}' can be read: no segment has a directory that is whole. {Restore}");

    public static StoreException NoFolderForPack(string path) =>
        new("PGT094", $"'{path}' cannot be written: its folder does not exist. Make the folder first, or choose another place.");

    private static string OneLine(string text, int most) =>
        new([.. text.Take(most).Select(c => char.IsControl(c) ? '?' : c)]);

    private static string OneLine(Exception cause)
    {
        string line = cause.Message.ReplaceLineEndings(" ").TrimEnd();
        return line.EndsWith('.') ? line : line + ".";
    }
}
