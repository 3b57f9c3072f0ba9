namespace Papergraph.Store;

/// <summary>What one entry of the payload of a commit says. The numbers are written to disk (<c>docs/formats/store.md</c>, “Commits”) and
/// never change.</summary>
internal enum Operation : byte
{
    CreateNode = 1,
    DeleteNode = 2,
    SetLabels = 3,
    SetNodeProperty = 4,
    CreateEdge = 5,
    DeleteEdge = 6,
    SetEdgeProperty = 7,
    SetMetadata = 8,
    RemoveMetadata = 9,
    CreateIndex = 10,
    CreateConstraint = 11,
    DropIndex = 12,
    CreateFullTextIndex = 13,
}
