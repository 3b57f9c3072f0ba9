using Papergraph.ChatExtraction;
using Papergraph.Core;
using Papergraph.Export;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Output;

/// <summary>The file that <c>--report</c> or <c>--report-file</c> names: claimed before the run, so that a path that cannot be written is known at once, and in place
/// only when it is complete.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly ExportTarget _target;
    private readonly Stream _stream;

    /// <summary>Claims the file; one that is there will be replaced, unless it is an input.</summary>
    internal ReportFile(string path, IEnumerable<string> inputs)
    {
        if (inputs.Any(input => Path.GetFullPath(input) == Path.GetFullPath(path))) throw CliErrors.OutputIsInput(path);
        _target = ExportTarget.ToFile(path, overwrite: true);
        _stream = _target.OpenFile();
    }

    /// <summary>Writes the report of a run, and why it failed if it did.</summary>
    internal void Write(BuildReport report, ChatUsage? chat, string? failure)
    {
        JsonOutput.WriteTo(_stream, json => ReportJson.Write(json, report, chat, failure));
        _target.Complete();
    }

    /// <summary>Writes findings, one a line.</summary>
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
