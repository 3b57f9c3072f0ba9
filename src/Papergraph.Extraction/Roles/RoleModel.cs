using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the classifier of roles and its features agree on; its classes are those of <see cref="Role"/>.</summary>
internal static class RoleModel
{
    /// <summary>Name of its section in a model file.</summary>
    public const string Section = "roles";

    public const int Classes = (int)Role.Mentions + 1;
}
