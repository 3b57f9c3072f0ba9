using Papergraph.Core;

namespace Papergraph.Sources.Inputs;

/// <summary>Runs the steps of reading one file; when the file fails, that is reported once and no further step is run.</summary>
internal sealed class FileGuard(string file, Action<Diagnostic> report)
{
    private bool _failed;

    /// <summary>What the step returns, or null when the file fails or has failed.</summary>
    public T? Try<T>(Func<T?> step) where T : class
    {
        if (_failed) return null;
        try
        {
            return step();
        }
        catch (UnfoldingLimitException e)
        {
            report(SourceDiagnostics.UnfoldsTooFar(file, e.Message));
        }
        catch (InvalidDataException e)
        {
            report(SourceDiagnostics.Damaged(file, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report(SourceDiagnostics.Unreadable(file, e.Message));
        }

        _failed = true;
        return null;
    }
}
