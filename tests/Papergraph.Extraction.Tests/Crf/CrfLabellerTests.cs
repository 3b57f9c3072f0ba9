using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class CrfLabellerTests
{
    private static readonly PaperText Text = new("Sorting maps", "We sort maps (SM). Maps sleep.");

    // Oracle: the weights of the attributes, collected one by one and looked up in a dictionary; then the sum over every tagging.
    [Fact]
    public void Spans_have_the_share_of_the_taggings_that_hold_them()
    {
        TagSet tags = new(1);
        PaperPassages paper = new(Text);
        CrfWeights weights = RandomWeights(paper, tags, out Dictionary<uint, float[]> byAttribute);
        List<SpanCandidate> found = [];
        new CrfLabeller(["Thing"], weights, null).Find(paper, found);
        List<SpanCandidate> expected = [];
        Plain plain = new(paper);
        for (int passage = 0; passage < 2; passage++)
        {
            foreach (TokenRange sentence in paper[passage].Sentences)
            {
                float[] Sums(int token) => plain.Sums(passage, sentence, token, byAttribute, tags.Stride);
                var all = Taggings(tags, sentence, Sums, weights.Transitions);
                double total = all.Sum(tagging => tagging.Weight);
                for (int first = 0; first < sentence.Length; first++)
                {
                    for (int end = first + 1; end <= sentence.Length; end++)
                    {
                        double share = all.Where(tagging => HoldsSpan(tagging.Tags, first, end)).Sum(tagging => tagging.Weight) / total;
                        TokenRange range = new(sentence.First + first, sentence.First + end);
                        if (share >= ISpanLabeller.LeastProbability) expected.Add(new SpanCandidate(passage, range, 0, (float)share));
                    }
                }
            }
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(s => (s.Passage, s.Range)), found.Select(s => (s.Passage, s.Range)));
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Probability, pair.Second.Probability, 5));
    }

    [Fact]
    public void A_labeller_that_has_seen_the_words_gives_the_same_bits_as_a_new_one()
    {
        PaperPassages paper = new(Text);
        CrfWeights weights = RandomWeights(paper, new TagSet(2), out _);
        CrfLabeller used = new(["A", "B"], weights, null);
        List<SpanCandidate> first = [], second = [], third = [];
        used.Find(paper, first);
        used.Find(paper, second);
        new CrfLabeller(["A", "B"], weights, null).Find(paper, third);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
    }

    private static bool HoldsSpan(int[] tags, int first, int end) => end == first + 1
        ? tags[first] == TagSet.Single(0)
        : tags[first] == TagSet.Begin(0) && tags[end - 1] == TagSet.End(0)
            && tags[(first + 1)..(end - 1)].All(tag => tag == TagSet.Inside(0));

    private static CrfWeights RandomWeights(PaperPassages paper, TagSet tags, out Dictionary<uint, float[]> byAttribute)
    {
        Xoshiro256 random = new(11);
        byAttribute = [];
        foreach (uint attribute in new Plain(paper).Attributes().Distinct())
        {
            // Multiples of a power of two, up to 127 of them: what a byte and a scale hold exactly.
            float[] row = new float[tags.Stride];
            for (int tag = 0; tag < tags.Count; tag++) row[tag] = (random.Next(255) - 127) / 512f;
            row[random.Next(tags.Count)] = (random.Next(2) == 0 ? -127 : 127) / 512f;
            byAttribute.Add(attribute, row);
        }

        float[] transitions = new float[tags.Count * tags.Stride];
        for (int i = 0; i < transitions.Length; i++) transitions[i] = (float)(random.NextDouble() - 0.5);
        return CrfWeights.Of(tags, [.. byAttribute.Keys], [.. byAttribute.Values.SelectMany(row => row)], transitions);
    }

    private static List<(int[] Tags, double Weight)> Taggings(
        TagSet tags, TokenRange sentence, Func<int, float[]> sums, CrfTransitions transitions)
    {
        List<(int[] Tags, double Weight)> all = [([], 1)];
        for (int t = 0; t < sentence.Length; t++)
        {
            float[] row = sums(sentence.First + t);
            all = [.. from tagging in all
                      from tag in Enumerable.Range(0, tags.Count)
                      where t == 0 ? TagSet.Opens(tag) : TagSet.MayFollow(tagging.Tags[^1], tag)
                      let factor = t == 0 ? 1 : transitions.Factor(tagging.Tags[^1], tag)
                      select ((int[])[.. tagging.Tags, tag], tagging.Weight * factor * Math.Exp(row[tag]))];
        }

        return [.. all.Where(tagging => TagSet.Closes(tagging.Tags[^1]))];
    }

    /// <summary>Collects the attributes of tokens without any cache.</summary>
    private sealed class Plain : IWordForms
    {
        private readonly PaperContext _context = new();
        private readonly PaperPassages _paper;

        public Plain(PaperPassages paper)
        {
            _paper = paper;
            _context.Read(paper, this);
        }

        public WordForm Form(Passage passage, int token) => new(passage[token], passage.Tokens[token].Kind, null);

        public IEnumerable<uint> Attributes()
        {
            for (int passage = 0; passage < 2; passage++)
            {
                foreach (TokenRange sentence in _paper[passage].Sentences)
                {
                    for (int token = sentence.First; token < sentence.End; token++)
                    {
                        foreach (uint attribute in Of(passage, sentence, token)) yield return attribute;
                    }
                }
            }
        }

        public float[] Sums(int passage, TokenRange sentence, int token, Dictionary<uint, float[]> weights, int stride)
        {
            float[] sums = new float[stride];
            foreach (uint attribute in Of(passage, sentence, token))
            {
                for (int i = 0; i < stride; i++) sums[i] += weights[attribute][i];
            }

            return sums;
        }

        private List<uint> Of(int passage, TokenRange sentence, int token)
        {
            Collector sink = new([]);
            for (int offset = -WordAttributes.Reach; offset <= WordAttributes.Reach; offset++)
            {
                int at = token + offset;
                bool isInside = at >= sentence.First && at < sentence.End;
                WordAttributes.Add(isInside ? Form(_paper[passage], at) : WordForm.Boundary, offset, ref sink);
            }

            PassageContext context = _context.Passages[passage];
            ContextAttributes.Add(_context, context, sentence, token, ref sink);
            PartAttributes.Add(PartAttributes.Window(context.Passage, sentence, token), ref sink);
            if (context.Places[token].Phrase is { Length: > 0 } phrase) PhraseAttributes.Add(context, sentence, phrase, ref sink);
            return sink.Found;
        }
    }

    private readonly struct Collector(List<uint> found) : IAttributeSink
    {
        public List<uint> Found { get; } = found;

        public void Add(uint fingerprint) => Found.Add(fingerprint);
    }
}
