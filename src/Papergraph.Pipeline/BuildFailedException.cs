using Papergraph.Core;

namespace Papergraph.Pipeline;

/// <summary>A run that could not be carried out to its end, with what was seen of the input until then.</summary>
public sealed class BuildFailedException : PapergraphException
{
    internal BuildFailedException(PapergraphException reason, BuildReport report) : base(reason.Code, reason.Message, reason) => Report = report;

    /// <summary>Inputs read, records rejected and findings; no graph was made.</summary>
    public BuildReport Report { get; }
}
