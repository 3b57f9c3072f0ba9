using Papergraph.Core;
using Papergraph.Sources.Inputs;

namespace Papergraph.Sources;

/// <summary>Reads every paper record of a list of files and folders, whatever their formats.</summary>
/// <param name="options">How to read.</param>
/// <exception cref="PapergraphException">An option is outside its range or names no format.</exception>
public sealed class PaperInputs(SourceOptions options)
{
    private const long ProgressStep = 1 << 20;

    private readonly SourceOptions _options = Validated(options);

    /// <summary>Reads the inputs one after another, yielding records as they come.</summary>
    /// <remarks>An input is a file, a folder (walked to its end in ordinal order) or <c>-</c> for standard input. Formats are recognised
    /// by content, gzip is unfolded. What cannot be used is reported and left out; nothing but a bad request and a cancellation ends
    /// the reading. Memory is one record and one window of 64 KiB, besides what a format's own page in <c>docs/formats</c> says.</remarks>
    /// <param name="inputs">Paths, and <c>-</c> for standard input.</param>
    /// <param name="report">Receives every finding, on the reading thread.</param>
    /// <param name="finished">Receives one summary for each file, after its last record.</param>
    /// <param name="progress">Receives the bytes read as stored, about once a mebibyte and once after each file, or null. The total is
    /// null when standard input or another file of unknown size is among the inputs.</param>
    /// <param name="cancellation">Observed at each record and at each read from a file.</param>
    /// <exception cref="PapergraphException">An input does not exist; thrown before anything is read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; thrown while enumerating.</exception>
    public IEnumerable<SourceRecord> Read(
        IReadOnlyList<string> inputs,
        Action<Diagnostic> report,
        Action<InputSummary> finished,
        IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(finished);
        IReadOnlyList<InputFile> files = new InputWalk(_options.FollowLinks, report).Walk(inputs);
        return ReadAll(files, report, finished, progress, cancellation);
    }

    private IEnumerable<SourceRecord> ReadAll(
        IReadOnlyList<InputFile> files,
        Action<Diagnostic> report,
        Action<InputSummary> finished,
        IProgress<ProgressUpdate>? progress,
        CancellationToken cancellation)
    {
        long? total = files.All(f => f.Bytes is not null) ? files.Sum(f => f.Bytes!.Value) : null;
        long done = 0, shown = 0;
        foreach (InputFile file in files)
        {
            SourceContext context = new(file.Name, _options, report);
            FileGuard guard = new(file.Name, report);
            IPaperFormat? format = null;
            long records = 0;
            using StoredStream? stored = guard.Try(() => new StoredStream(file.Open(_options), Advance, cancellation));
            if (stored is not null && guard.Try(() => Recognize(file, stored, report)) is { } input)
            {
                format = input.Format;
                using IEnumerator<SourceRecord> reading = format.Read(input.Bytes, context, cancellation).GetEnumerator();
                Func<SourceRecord?> next = () => reading.MoveNext() ? reading.Current : null;
                for (; guard.Try(next) is { } record; records++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return record;
                }

                guard.Try(() => Drained(input.Bytes, stored));
            }

            finished(new InputSummary(file.Name, format?.Name, stored?.Count ?? 0, stored?.Sha256 ?? "", records, context.Rejected));
            progress?.Report(new ProgressUpdate("reading", shown = done, total, "bytes"));
        }

        void Advance(int bytes)
        {
            done += bytes;
            if (done - shown >= ProgressStep) progress?.Report(new ProgressUpdate("reading", shown = done, total, "bytes"));
        }
    }

    /// <summary>The format of a file and its content, or null when it has none that is known, which is reported.</summary>
    private RecognizedInput? Recognize(InputFile file, StoredStream stored, Action<Diagnostic> report)
    {
        InputContent content = InputContent.Open(stored, _options);
        ReadOnlySpan<byte> head = content.Head.Span;
        if (content.IsFoldedTwice)
        {
            report(SourceDiagnostics.FoldedTwice(file.Name));
            return null;
        }

        if (head.IndexOfAnyExcept(" \t\r\n"u8) < 0 && head.Length < InputContent.HeadLength)
        {
            report(SourceDiagnostics.Empty(file.Name));
            return null;
        }

        if ((_options.Format is { } name ? PaperFormats.Named(name) : PaperFormats.Recognize(head)) is { } format)
            return new RecognizedInput(format, content.Bytes);
        report(SourceDiagnostics.Unrecognized(file.Name, file.IsNamed, Archives.Hint(head)));
        return null;
    }

    /// <summary>Reads what the format left unread, so that the hash covers the whole file and damage in its tail is seen.</summary>
    private static StoredStream Drained(Stream content, StoredStream stored)
    {
        content.CopyTo(Stream.Null);
        stored.Drain();
        return stored;
    }

    private static SourceOptions Validated(SourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return options;
    }

    private sealed record RecognizedInput(IPaperFormat Format, Stream Bytes);
}
