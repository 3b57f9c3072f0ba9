using Papergraph.Core;
using Papergraph.Export;

namespace Papergraph.Cli.Output;

/// <summary>The file that <c>--report-file</c> names: claimed before the run and in place only when it is complete, one finding a line.</summary>
internal sealed class FindingsFile : IDisposable
{
    private readonly ExportTarget _target;
    private readonly Stream _stream;

    /// <summary>Claims the file; one that is there will be replaced, unless it is an input.</summary>
    internal FindingsFile(string path, IEnumerable<string> inputs)
    {
        if (inputs.Any(input => Path.GetFullPath(input) == Path.GetFullPath(path))) throw CliErrors.OutputIsInput(path);
        _target = ExportTarget.ToFile(path, overwrite: true);
        _stream = _target.OpenFile();
    }

    /// <summary>Writes the findings.</summary>
    internal void Write(IEnumerable<Diagnostic> findings)
    {
        using (StreamWriter lines = new(_stream, leaveOpen: true) { NewLine = "\n" })
        {
            foreach (Diagnostic finding in findings) lines.WriteLine(ReportSummary.Line(finding));
        }

        _target.Complete();
    }

    /// <inheritdoc />
    public void Dispose() => _target.Dispose();
}
