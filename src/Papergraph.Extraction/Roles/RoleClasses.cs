using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The classes of the classifier of roles: those of <see cref="Role"/>.</summary>
internal static class RoleClasses
{
    public const int Count = (int)Role.Mentions + 1;
}
