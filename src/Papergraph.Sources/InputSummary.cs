namespace Papergraph.Sources;

/// <summary>What became of one input file.</summary>
/// <param name="File">Path as walked to, or <c>standard input</c>.</param>
/// <param name="Format">Name of its format, or null when none was recognised or the file could not be opened.</param>
/// <param name="Bytes">Bytes read, as stored (compressed where it is).</param>
/// <param name="Sha256">SHA-256 of the bytes as stored, 64 lower-case hexadecimal digits; empty when the file was not read to its
/// end: not recognised, damaged or over a limit.</param>
/// <param name="Records">Records that it gave.</param>
/// <param name="Rejected">Records that were skipped, each with a diagnostic.</param>
public sealed record InputSummary(string File, string? Format, long Bytes, string Sha256, long Records, long Rejected);
