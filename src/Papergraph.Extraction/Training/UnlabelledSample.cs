using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The papers without annotations that training reads.</summary>
internal static class UnlabelledSample
{
    private const int MostPapers = 4_000;

    /// <summary>Takes papers at equal distances, none with the title of an annotated one.</summary>
    public static IReadOnlyList<PaperPassages> Of(IReadOnlyList<PaperText> texts, IReadOnlyList<AnnotatedPaper> annotated)
    {
        HashSet<string> titles = [.. annotated.Select(paper => TextFolding.Fold(paper.Text.Title))];
        List<PaperText> fit = [.. texts.Where(text => text.Title.Length == 0 || !titles.Contains(TextFolding.Fold(text.Title)))];
        int count = Math.Min(MostPapers, fit.Count);
        return [.. Enumerable.Range(0, count).Select(i => new PaperPassages(fit[(int)((long)i * fit.Count / count)]))];
    }
}
