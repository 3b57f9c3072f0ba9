using Papergraph.Core;

namespace Papergraph.Export;

/// <summary>Every error of this project, one method each.</summary>
internal static class ExportErrors
{
    public static PapergraphException WrongKindOfTarget(IGraphExport format, ExportTarget target) => new("PGX001",
        format.IsFolder
            ? $"The format {format.Name} writes a folder, and {target.Name} is no folder to write: name one with -o."
            : $"The format {format.Name} writes one file, and {target.Name} was given as a folder: name a file with -o.");

    public static PapergraphException CannotWrite(string name, Exception cause) => new("PGX002",
        $"{name} cannot be written: {cause.Message.ReplaceLineEndings(" ")} Nothing of it was kept; make room or choose another place.",
        cause);

    public static PapergraphException AlreadyThere(string name) => new("PGX003",
        $"{name} is there already: choose another name, or allow it to be replaced.");

    public static PapergraphException NotAnExport(string name) => new("PGX004",
        $"{name} holds other things than an earlier export and is not replaced: choose another folder.");
}
