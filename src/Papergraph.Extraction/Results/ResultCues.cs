namespace Papergraph.Extraction;

/// <summary>What a word beside a number says of the number.</summary>
[Flags]
internal enum ResultCues
{
    None = 0,

    /// <summary>A verb whose object is the value: <c>achieves</c>.</summary>
    Attain = 1,

    /// <summary>A verb whose number is a change, unless <c>to</c> follows: <c>improves by</c>.</summary>
    Improve = 1 << 1,

    /// <summary>A verb that compares; its number is a change unless it comes <c>with</c> the value.</summary>
    Surpass = 1 << 2,

    /// <summary>A noun or adjective whose number is a change: <c>gain</c>, <c>relative</c>.</summary>
    Change = 1 << 3,

    /// <summary>Behind a number, says that it is the distance to something else: <c>higher</c>.</summary>
    Comparative = 1 << 4,

    /// <summary>Stands between a metric or verb and its value without a meaning of its own: <c>about</c>.</summary>
    About = 1 << 5,

    /// <summary>Makes of the number a limit or the end of a range: <c>at least</c>.</summary>
    Bound = 1 << 6,

    /// <summary>Joins a metric to the value behind it: <c>of</c>.</summary>
    Join = 1 << 7,

    /// <summary>Joins a value to the metric behind it: <c>in terms of</c>.</summary>
    Tail = 1 << 8,

    /// <summary>Begins the name of what is set, not measured: <c>learning rate</c>.</summary>
    Setting = 1 << 9,

    /// <summary>A unit of measurement.</summary>
    Unit = 1 << 10,
}
