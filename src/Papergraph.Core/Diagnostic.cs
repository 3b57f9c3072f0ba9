namespace Papergraph.Core;

/// <summary>How much a <see cref="Diagnostic"/> matters to the run.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing was lost.</summary>
    Info,

    /// <summary>One input item was skipped or repaired; the run goes on.</summary>
    Warning,

    /// <summary>A whole input could not be used; the run goes on with the others.</summary>
    Error,
}

/// <summary>One finding about the input, to be counted and shown, never thrown.</summary>
/// <param name="Code">Stable identifier, <c>PG</c> + area letter + three digits, e.g. <c>PGS020</c>; listed in
/// <c>docs/errors.md</c> and never reused.</param>
/// <param name="Severity">Effect on the run.</param>
/// <param name="Source">File, URL or stream that the finding is about.</param>
/// <param name="Line">1-based line, or 0 when the finding has no line.</param>
/// <param name="Message">One sentence: what was found, what was expected, what happens now.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Source, long Line, string Message);
