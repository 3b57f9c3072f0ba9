using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The classes of the classifier of roles: those of <see cref="Role"/>, and one for what is no entity, since labellers
/// err.</summary>
internal static class RoleClasses
{
    /// <summary>What annotators did not mark.</summary>
    public const int Spurious = (int)Role.Mentions + 1;

    public const int Count = Spurious + 1;
}
