namespace Papergraph.Core;

/// <summary>A request that cannot be carried out: the caller asked for something that does not exist, is not allowed or
/// does not fit here. Never thrown for bad records in the input; those are <see cref="Diagnostic"/>s.</summary>
/// <remarks>The message is one sentence or two that name what is wrong, where, and how to mend it, fit to be shown to a user as
/// it stands.</remarks>
public class PapergraphException : Exception
{
    /// <summary>Creates the exception with a stable code and a message for the user.</summary>
    /// <param name="code">Stable identifier, listed in <c>docs/errors.md</c> and never reused.</param>
    /// <param name="message">What is wrong, where, and how to mend it.</param>
    /// <param name="cause">The exception behind it, or null.</param>
    public PapergraphException(string code, string message, Exception? cause = null) : base(message, cause) => Code = code;

    /// <summary>Stable identifier, e.g. <c>PGT003</c>.</summary>
    public string Code { get; }
}
