namespace Papergraph.Cli;

/// <summary>How the process ends.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The request failed; one line on stderr says what and how to mend it.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>Done, but records were rejected and <c>--strict</c> was given.</summary>
    public const int Rejected = 3;
}
