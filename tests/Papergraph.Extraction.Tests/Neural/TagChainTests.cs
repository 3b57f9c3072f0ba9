using Papergraph.Core;

namespace Papergraph.Extraction.Tests.Neural;

/// <summary>Against the sum over all taggings that the scheme allows.</summary>
public class TagChainTests
{
    private const int Length = 4, Labels = 2;
    private readonly TagChain _weights = new(new TagScheme(Labels));
    private readonly float[] _scores;
    private readonly TagChainRun _run;
    private readonly List<(byte[] Tags, double Probability)> _paths = [];

    public TagChainTests()
    {
        Xoshiro256 random = new(11);
        foreach (Parameter parameter in _weights.Parameters) parameter.Scattered(ref random, 2);
        _scores = KernelTests.Numbers(Length * _weights.Scheme.Tags, ref random);
        _run = new TagChainRun(_weights);
        _run.Refresh();
        _run.Read(_scores, Length);
        AddPaths(new byte[Length], 0);
        double sum = _paths.Sum(path => path.Probability);
        for (int i = 0; i < _paths.Count; i++) _paths[i] = (_paths[i].Tags, _paths[i].Probability / sum);
    }

    [Fact]
    public void A_path_is_a_set_of_spans()
    {
        // Per token: outside or one of two single spans (3); longer spans: one of two labels. s(n) = 3 s(n-1) + 2 (s(n-2) + ... + s(0)).
        Assert.Equal([1, 3, 11, 41, 153], Enumerable.Range(0, 5).Select(Paths));
        Assert.Equal(153, _paths.Count);

        static int Paths(int tokens)
        {
            if (tokens == 0) return 1;
            int sum = 3 * Paths(tokens - 1);
            for (int length = 2; length <= tokens; length++) sum += Labels * Paths(tokens - length);
            return sum;
        }
    }

    [Fact]
    public void The_probability_of_a_tag_is_that_of_all_paths_through_it()
    {
        for (int token = 0; token < Length; token++)
        {
            for (int tag = 0; tag < _weights.Scheme.Tags; tag++)
                Assert.Equal(_paths.Where(path => path.Tags[token] == tag).Sum(path => path.Probability), _run.Marginal(token, tag), 1e-6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    public void The_probability_of_a_span_is_that_of_all_paths_that_hold_it(float least)
    {
        Dictionary<(int, int, int), float> found = [];
        _run.FindSpans(least, (first, end, label, probability) => found.Add((first, end, label), probability));
        for (int first = 0; first < Length; first++)
        {
            for (int end = first + 1; end <= Length; end++)
            {
                for (int label = 0; label < Labels; label++)
                {
                    byte[] span = new byte[end - first];
                    TagScheme.Mark(span, label);
                    double expected = _paths
                        .Where(path => path.Tags.AsSpan(first, span.Length).SequenceEqual(span)).Sum(path => path.Probability);
                    Assert.Equal(expected >= least, found.ContainsKey((first, end, label)));
                    if (expected >= least) Assert.Equal(expected, found[(first, end, label)], 1e-6);
                }
            }
        }
    }

    [Fact]
    public void The_loss_is_the_logarithm_of_the_probability_and_its_gradients_are_its_slopes()
    {
        byte[] tags = [(byte)TagScheme.Single(1), (byte)TagScheme.Begin(0), (byte)TagScheme.End(0), TagScheme.Outside];
        float[] gradient = new float[_scores.Length];
        double Loss()
        {
            _run.Refresh();
            _run.Read(_scores, Length);
            return _run.Learn(_scores, tags, 1, new float[_scores.Length]);
        }

        double loss = _run.Learn(_scores, tags, 1, gradient);
        Assert.Equal(-Math.Log(_paths.Single(path => path.Tags.SequenceEqual(tags)).Probability), loss, 1e-5);
        float[] transitions = [.. _weights.Transitions.Gradient], ends = [.. _weights.Ends.Gradient];
        Slopes.AreEqual(_weights.Transitions.Value, transitions, Loss);
        Slopes.AreEqual(_weights.Ends.Value, ends, Loss);
        Slopes.AreEqual(_scores, gradient, Loss);
    }

    [Fact]
    public void Scores_beyond_all_measure_leave_probabilities()
    {
        float[] scores = new float[3 * _weights.Scheme.Tags];
        for (int i = 0; i < scores.Length; i++) scores[i] = i % 5 == 0 ? 1e6f : -1e6f;
        _run.Read(scores, 3);
        for (int token = 0; token < 3; token++)
            Assert.Equal(1, Enumerable.Range(0, _weights.Scheme.Tags).Sum(tag => _run.Marginal(token, tag)), 1e-6);
    }

    private void AddPaths(byte[] tags, int token)
    {
        if (token == Length)
        {
            if (_weights.Scheme.MayEnd[tags[^1]]) _paths.Add(([.. tags], Math.Exp(Score(tags))));
            return;
        }

        for (int tag = 0; tag < _weights.Scheme.Tags; tag++)
        {
            if (token == 0 ? !_weights.Scheme.MayBegin[tag] : !_weights.Scheme.Steps.Contains((tags[token - 1], tag))) continue;
            tags[token] = (byte)tag;
            AddPaths(tags, token + 1);
        }
    }

    private double Score(byte[] tags)
    {
        int count = _weights.Scheme.Tags;
        double score = _weights.Ends.Row(0)[tags[0]] + _weights.Ends.Row(1)[tags[^1]];
        for (int t = 0; t < Length; t++)
        {
            score += _scores[(t * count) + tags[t]];
            if (t > 0) score += _weights.Transitions.Value[(tags[t - 1] * count) + tags[t]];
        }

        return score;
    }
}
