namespace Papergraph.Corpus;

/// <summary>What an entity is to a paper, strongest first: where several apply, the first holds.</summary>
public enum Role
{
    /// <summary>The paper's own new thing.</summary>
    Introduces,

    /// <summary>A component, tool or data set that the paper builds with.</summary>
    Uses,

    /// <summary>What the work is tested on or with.</summary>
    Evaluates,

    /// <summary>A baseline or competitor.</summary>
    Compares,

    /// <summary>The task or problem that the paper sets out to solve, or the object that it studies.</summary>
    Addresses,

    /// <summary>Background.</summary>
    Mentions,
}
