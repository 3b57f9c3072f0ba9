using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>What came of reading files of annotations.</summary>
/// <param name="Papers">The papers, in the order of the inputs.</param>
/// <param name="Rejected">Records that could not be used.</param>
/// <param name="FilesLost">Files that could not be used, or only up to a place.</param>
public sealed record AnnotationReading(IReadOnlyList<AnnotatedPaper> Papers, long Rejected, int FilesLost);
