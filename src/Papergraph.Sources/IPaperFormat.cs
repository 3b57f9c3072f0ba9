using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>One bibliographic format: how to recognise it and how to read it. Adding a format is adding a folder with one of these
/// and naming it in <see cref="PaperFormats"/>.</summary>
public interface IPaperFormat
{
    /// <summary>Short stable name, used as <see cref="PaperRecord.Source"/> and on the command line: <c>bibtex</c>.</summary>
    string Name { get; }

    /// <summary>One line for a user: what files these are.</summary>
    string Description { get; }

    /// <summary>Whether a file that begins like this is of this format. Looks at content only, never at a name.</summary>
    /// <param name="head">The first decompressed bytes, at most 64 KiB, without byte order mark.</param>
    bool Recognizes(ReadOnlySpan<byte> head);

    /// <summary>Reads the input to its end, yielding records in file order; memory is that of one record.</summary>
    /// <param name="input">The same bytes as for <see cref="Recognizes"/>, from the first on: decompressed, without byte order mark,
    /// UTF-8 unless the file is in some 8-bit encoding that it does not name.</param>
    /// <param name="context">Name of the input, options and where findings go.</param>
    /// <param name="cancellation">Observed between records.</param>
    /// <exception cref="IOException">The stream failed. A malformed record never throws; it is reported and skipped.</exception>
    IEnumerable<SourceRecord> Read(Stream input, SourceContext context, CancellationToken cancellation);
}

/// <summary>A record and where it stands.</summary>
/// <param name="Record">What the source says.</param>
/// <param name="File">Name of the input.</param>
/// <param name="Line">1-based line on which the record begins.</param>
public sealed record SourceRecord(PaperRecord Record, string File, long Line);
