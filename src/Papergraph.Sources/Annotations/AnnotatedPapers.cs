using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads files of annotated papers.</summary>
/// <remarks>Known by their content: JSON Lines with entities and their surfaces, one paper a line; SciERC's JSON Lines (Luan et al. 2018,
/// https://nlp.cs.washington.edu/sciIE/): sentences of tokens and spans by token; CoNLL: one token a line, its tag in the last
/// column. <c>docs/formats/annotations.md</c> describes them.</remarks>
public static class AnnotatedPapers
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="path">A file; <c>.gz</c> is unfolded.</param>
    /// <param name="report">Is told of lines that cannot be used.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="PapergraphException">There is no such file, or it is in none of the formats.</exception>
    public static IReadOnlyList<AnnotatedPaper> Read(string path, Action<Diagnostic>? report = null, CancellationToken cancellation = default)
    {
        if (!File.Exists(path)) throw SourceErrors.NoSuchInput(path);
        string[] lines = File.ReadAllLines(path);
        string first = lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        if (!first.StartsWith('{')) return ConllReader.Read(lines);
        return [.. lines.Where(line => line.Length > 0).Select(line => first.Contains("\"sentences\"", StringComparison.Ordinal)
            ? SciercReader.Read(line)
            : SurfaceReader.Read(line))];
    }
}
