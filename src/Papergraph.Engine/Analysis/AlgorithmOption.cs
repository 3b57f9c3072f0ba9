namespace Papergraph.Engine.Analysis;

/// <summary>What can be given to an algorithm, as it is written on a command line without the dashes.</summary>
/// <param name="Name">Its name: <c>damping</c>, <c>max-iterations</c>.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Description">What it means, with its default where it has one.</param>
public sealed record AlgorithmOption(string Name, OptionKind Kind, string Description);

/// <summary>What the value of an option is.</summary>
public enum OptionKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>One of a few words that the description names.</summary>
    Word,

    /// <summary>A node, by id or name; where the algorithm takes several, each is given by itself.</summary>
    Node,

    /// <summary>The name of a property of nodes.</summary>
    Property,

    /// <summary>Given or not.</summary>
    Flag,
}
