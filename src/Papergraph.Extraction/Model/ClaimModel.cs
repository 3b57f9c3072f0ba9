using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>What training learned of roles and statements.</summary>
/// <param name="Roles">The classifier of entities; from its threshold on an entity is introduced.</param>
/// <param name="Statements">The classifier of pairs of entities; from its threshold on a statement is kept.</param>
internal sealed record ClaimModel(ThresholdedModel Roles, ThresholdedModel Statements)
{
    /// <summary>The model in a file, or null when it has none.</summary>
    /// <exception cref="PapergraphException">It is damaged, or there is only half of it.</exception>
    public static ClaimModel? Read(ModelFile file, string name)
    {
        ThresholdedModel? roles = ThresholdedModel.Read(file, ModelSections.Roles, name, RoleClasses.Count);
        ThresholdedModel? statements = ThresholdedModel.Read(file, ModelSections.Statements, name, StatementClasses.Count);
        if (roles is null && statements is null) return null;
        if (roles is null || statements is null)
            throw ExtractionErrors.DamagedModel(name, $"section '{(roles is null ? ModelSections.Roles : ModelSections.Statements)}'");
        return new ClaimModel(roles, statements);
    }

    public void Write(ModelFile file)
    {
        Roles.Write(file, ModelSections.Roles);
        Statements.Write(file, ModelSections.Statements);
    }
}
