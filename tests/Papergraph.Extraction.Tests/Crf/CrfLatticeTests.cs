using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

// Oracle: the sum over every tagging, one by one.
public class CrfLatticeTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 2)]
    public void Probabilities_are_sums_over_all_taggings(int length, int labels)
    {
        TagSet tags = new(labels);
        Random(tags, length, (ulong)((length * 10) + labels), out float[] emissions, out CrfTransitions transitions);
        CrfLattice lattice = new(tags);
        lattice.Run(emissions, length, transitions);
        List<(int[] Tags, double Weight)> all = Taggings(tags, length, emissions, transitions);
        double total = all.Sum(tagging => tagging.Weight);
        Assert.Equal(Math.Log(total), lattice.LogPartition, 9);
        double[] expected = new double[tags.Count * tags.Stride], actual = new double[tags.Count * tags.Stride];
        lattice.AddExpectedTransitions(transitions, actual);
        foreach ((int[] path, double weight) in all)
        {
            for (int t = 1; t < length; t++) expected[(path[t - 1] * tags.Stride) + path[t]] += weight / total;
        }

        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 9);
        for (int t = 0; t < length; t++)
        {
            for (int tag = 0; tag < tags.Count; tag++)
            {
                double share = all.Where(tagging => tagging.Tags[t] == tag).Sum(tagging => tagging.Weight) / total;
                Assert.Equal(share, lattice.Marginal(t, tag), 9);
            }
        }
    }

    [Fact]
    public void A_run_of_tags_has_the_share_of_the_taggings_that_hold_it()
    {
        TagSet tags = new(1);
        Random(tags, 5, 3, out float[] emissions, out CrfTransitions transitions);
        CrfLattice lattice = new(tags);
        lattice.Run(emissions, 5, transitions);
        List<(int[] Tags, double Weight)> all = Taggings(tags, 5, emissions, transitions);
        int begin = TagSet.Begin(0), inside = TagSet.Inside(0), end = TagSet.End(0);
        double holding = all.Where(t => t.Tags[1] == begin && t.Tags[2] == inside && t.Tags[3] == end).Sum(t => t.Weight);
        double expected = holding / all.Sum(t => t.Weight);
        double actual = lattice.Beginning(1, begin) * lattice.Step(2, begin, inside, transitions)
            * lattice.Step(3, inside, end, transitions) * lattice.Completion(3, end);
        Assert.Equal(expected, actual, 9);
    }

    [Fact]
    public void A_long_sequence_with_extreme_weights_stays_finite()
    {
        TagSet tags = new(3);
        Xoshiro256 random = new(5);
        float[] emissions = new float[1000 * tags.Stride];
        for (int i = 0; i < emissions.Length; i++) emissions[i] = (float)(random.NextDouble() - 0.5) * 1e4f;
        CrfTransitions transitions = new(tags, new float[tags.Count * tags.Stride]);
        CrfLattice lattice = new(tags);
        lattice.Run(emissions, 1000, transitions);
        Assert.True(double.IsFinite(lattice.LogPartition));
        for (int t = 0; t < 1000; t++)
            Assert.Equal(1, Enumerable.Range(0, tags.Count).Sum(tag => lattice.Marginal(t, tag)), 6);
    }

    [Fact]
    public void Only_taggings_that_spell_out_spans_are_allowed()
    {
        TagSet tags = new(2);
        IEnumerable<int> every = Enumerable.Range(0, tags.Count);
        int[] allowed = [.. every.Select(tag => every.Count(next => TagSet.MayFollow(tag, next)))];

        // Behind outside, an end or a single token: outside, two beginnings, two singles. Behind a beginning or inside: inside or end.
        Assert.Equal([5, 2, 2, 5, 5, 2, 2, 5, 5], allowed);
        Assert.True(TagSet.MayFollow(TagSet.Begin(1), TagSet.End(1)));
        Assert.False(TagSet.MayFollow(TagSet.Begin(1), TagSet.End(0)));
    }

    private static void Random(TagSet tags, int length, ulong seed, out float[] emissions, out CrfTransitions transitions)
    {
        Xoshiro256 random = new(seed);
        emissions = new float[length * tags.Stride];
        for (int i = 0; i < emissions.Length; i++) emissions[i] = (float)((random.NextDouble() * 4) - 2);
        float[] weights = new float[tags.Count * tags.Stride];
        for (int i = 0; i < weights.Length; i++) weights[i] = (float)((random.NextDouble() * 2) - 1);
        transitions = new CrfTransitions(tags, weights);
    }

    private static List<(int[] Tags, double Weight)> Taggings(TagSet tags, int length, float[] emissions, CrfTransitions transitions)
    {
        List<(int[] Tags, double Weight)> all = [([], 1)];
        for (int t = 0; t < length; t++)
        {
            all = [.. from tagging in all
                      from tag in Enumerable.Range(0, tags.Count)
                      where t == 0 ? TagSet.Opens(tag) : TagSet.MayFollow(tagging.Tags[^1], tag)
                      let factor = t == 0 ? 1 : transitions.Factor(tagging.Tags[^1], tag)
                      select ((int[])[.. tagging.Tags, tag], tagging.Weight * factor * Math.Exp(emissions[(t * tags.Stride) + tag]))];
        }

        return [.. all.Where(tagging => TagSet.Closes(tagging.Tags[^1]))];
    }
}
