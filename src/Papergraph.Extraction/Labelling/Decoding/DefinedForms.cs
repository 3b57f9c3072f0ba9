using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Makes the mentions of a paper agree with the abbreviations that it defines (<see cref="SpanRepair"/>).</summary>
internal static class DefinedForms
{
    /// <summary>Repairs mentions.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="spans">Mentions, sorted, none of which overlaps. A mention that was repaired takes the place of those that it now
    /// overlaps; what was made of two is as probable as the more probable one.</param>
    public static void Repair(PaperPassages paper, List<SpanCandidate> spans)
    {
        if (paper.Abbreviations.Count == 0 || spans.Count == 0) return;
        List<SpanCandidate> repaired = [], kept = [];
        for (int passage = 0; passage < paper.All.Count; passage++)
        {
            List<SpanCandidate> own = spans.FindAll(span => span.Passage == passage);
            foreach (SpanRepair.Repaired span in SpanRepair.ToPairs(own.ConvertAll(span => span.Range), DefinitionsOf(paper, passage)))
            {
                SpanCandidate source = own[span.Source];
                (span.Range == source.Range ? kept : repaired).Add(source with { Range = span.Range });
            }
        }

        if (repaired.Count == 0) return;
        PaperDecoder.KeepBest(repaired);
        kept.RemoveAll(span => repaired.Exists(other =>
            other.Passage == span.Passage && other.Range.First < span.Range.End && span.Range.First < other.Range.End));
        spans.Clear();
        spans.AddRange(kept);
        spans.AddRange(repaired);
        spans.Sort();
    }

    /// <summary>Whether annotators mark the two forms of a definition by themselves: at most one in twenty of their marks that meet a
    /// definition would be repaired. Some annotate both with their brackets as one.</summary>
    public static bool AreMarkedApart(IEnumerable<LabelledPaper> papers)
    {
        int met = 0, repaired = 0;
        foreach (LabelledPaper paper in papers)
        {
            for (int passage = 0; passage < paper.Passages.All.Count; passage++)
            {
                List<TokenRange> marks = [.. paper.Spans.Where(span => span.Passage == passage).Select(span => span.Range)];
                List<DefinitionRange> definitions = DefinitionsOf(paper.Passages, passage);
                met += definitions.Sum(pair => marks.Count(mark => mark.First < pair.Second.End && pair.First.First < mark.End));
                repaired += SpanRepair.ToPairs(marks, definitions).Where(span => span.Range != marks[span.Source])
                    .DistinctBy(span => span.Source).Count();
            }
        }

        return met > 0 && repaired * 20 <= met;
    }

    private static List<DefinitionRange> DefinitionsOf(PaperPassages paper, int passage)
    {
        List<DefinitionRange> definitions = [];
        foreach (Abbreviation pair in paper.Abbreviations)
        {
            bool isHere = (int)pair.Short.Field == passage && pair.Long.Field == pair.Short.Field;
            if (isHere && DefinitionRange.Of(paper[passage], pair) is { } range) definitions.Add(range);
        }

        definitions.Sort((a, b) => a.First.First.CompareTo(b.First.First));
        int kept = 0;
        for (int i = 0; i < definitions.Count; i++)
        {
            if (kept == 0 || definitions[kept - 1].Second.End <= definitions[i].First.First) definitions[kept++] = definitions[i];
        }

        definitions.RemoveRange(kept, definitions.Count - kept);
        return definitions;
    }
}
