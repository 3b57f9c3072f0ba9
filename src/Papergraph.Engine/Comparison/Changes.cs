namespace Papergraph.Engine.Comparison;

/// <summary>What happened to a node or an edge between two versions.</summary>
public enum ChangeKind
{
    /// <summary>It is there after and was not before.</summary>
    Came,

    /// <summary>It was there before and is not after.</summary>
    Went,

    /// <summary>It was there and is there, and something of it is another.</summary>
    Changed,
}

/// <summary>A property with its values before and after; null where it had none.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Before">The value before, as <see cref="Store.Column.Value"/> gives it.</param>
/// <param name="After">The value after.</param>
public sealed record PropertyChange(string Name, object? Before, object? After);

/// <summary>A node that came, went or changed.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Node">The node: as it was before when it went, else as it is after.</param>
/// <param name="LabelsBefore">Its labels before; empty when it came.</param>
/// <param name="LabelsAfter">Its labels after; empty when it went.</param>
/// <param name="Properties">The properties that are not equal, in ordinal order; all of them when it came or went.</param>
/// <param name="Cause">Where the change comes from.</param>
public sealed record NodeChange(
    ChangeKind Kind, NodeSummary Node, IReadOnlyList<string> LabelsBefore, IReadOnlyList<string> LabelsAfter,
    IReadOnlyList<PropertyChange> Properties, ChangeCause Cause);

/// <summary>An edge that came, went or changed.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Type">Type of the edge.</param>
/// <param name="Source">Where it starts.</param>
/// <param name="Target">Where it ends.</param>
/// <param name="Properties">The properties that are not equal, in ordinal order; all of them when it came or went.</param>
/// <param name="Cause">Where the change comes from.</param>
public sealed record EdgeChange(
    ChangeKind Kind, string Type, NodeSummary Source, NodeSummary Target, IReadOnlyList<PropertyChange> Properties, ChangeCause Cause);

/// <summary>How many came, went and changed.</summary>
/// <param name="Came">Those that are there only after.</param>
/// <param name="Went">Those that were there only before.</param>
/// <param name="Changed">Those that are there in both and not equal.</param>
public sealed record ChangeCounts(long Came, long Went, long Changed)
{
    /// <summary>All together.</summary>
    public long Total => Came + Went + Changed;
}
