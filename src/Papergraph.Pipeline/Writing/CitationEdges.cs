using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes which paper cites which, with the record and the reference that say so.</summary>
internal static class CitationEdges
{
    internal static void Write(SegmentWriter writer, LinkedPapers papers, PaperRecord[] records, Func<int, string> nameOf, int[] paperNodes)
    {
        if (papers.Citations.Count == 0) return;
        EdgeTableWriter table = writer.AddEdgeTable(EdgeTypes.Cites);
        StringColumnWriter source = table.String(Keys.Source), reference = table.String(Keys.Reference);
        foreach (Citation citation in papers.Citations)
        {
            PaperRecord record = records[citation.Record];
            CitedReference cited = record.References[citation.Reference];
            table.Add(paperNodes[citation.Citing], paperNodes[citation.Cited]);
            source.Append(nameOf(citation.Record));
            reference.AppendOrNull(cited.Raw ?? (cited.Identifiers.Count > 0 ? cited.Identifiers[0].ToString() : cited.Title));
        }
    }
}
