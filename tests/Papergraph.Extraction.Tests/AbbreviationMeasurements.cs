using Papergraph.Corpus;
using Xunit.Abstractions;

namespace Papergraph.Extraction.Tests;

public class AbbreviationMeasurements(ITestOutputHelper output)
{
    [SkippableFact]
    public void Pairs_of_PubMed_abstracts_reach_the_published_quality_of_the_algorithm()
    {
        int hit = 0, found = 0, gold = 0;
        foreach (Med1250.Record record in Med1250.Read())
        {
            HashSet<(string, string)> expected = [.. record.Pairs];
            HashSet<(string, string)> actual = [];
            PaperText text = new(record.Title, record.Abstract);
            List<Abbreviation> pairs = [];
            foreach (TextField field in new[] { TextField.Title, TextField.Abstract }) AbbreviationFinder.Find(new Passage(field, text[field]), pairs);
            foreach (Abbreviation pair in pairs) actual.Add((text.At(pair.Short), text.At(pair.Long)));
            foreach ((string, string) pair in actual)
            {
                if (!expected.Contains(pair)) output.WriteLine($"FP {pair}");
            }

            foreach ((string, string) pair in expected)
            {
                if (!actual.Contains(pair)) output.WriteLine($"FN {pair}");
            }

            hit += actual.Count(expected.Contains);
            found += actual.Count;
            gold += expected.Count;
        }

        double precision = (double)hit / found, recall = (double)hit / gold;
        output.WriteLine($"P {precision:F4} R {recall:F4} ({hit} of {found} found, {gold} labelled)");
        Assert.True(precision >= 0.95 && recall >= 0.80, $"precision {precision:F4}, recall {recall:F4}");
    }
}
