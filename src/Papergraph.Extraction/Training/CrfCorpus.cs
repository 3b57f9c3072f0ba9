namespace Papergraph.Extraction;

/// <summary>Papers as numbers: what the objective of a conditional random field is computed from.</summary>
/// <remarks>Attributes that several tokens have together are a <em>group</em>, whose weights are added up once for all of them: what a
/// word says of
/// tokens at a certain distance, what a window of parts of speech says, and what a noun phrase says of its tokens.</remarks>
internal sealed class CrfCorpus
{
    private CrfCorpus(TagSet tags, uint[] attributes, SparseRows groups, SparseRows tokenGroups, SparseRows tokenAttributes,
        int[] sequences, float[] weights, byte[] gold)
    {
        Tags = tags;
        Attributes = attributes;
        Groups = groups;
        TokenGroups = tokenGroups;
        TokenAttributes = tokenAttributes;
        GroupTokens = tokenGroups.Transposed(groups.Count);
        AttributeTokens = tokenAttributes.Transposed(attributes.Length);
        AttributeGroups = groups.Transposed(attributes.Length);
        Sequences = sequences;
        Weights = weights;
        Gold = gold;
    }

    public TagSet Tags { get; }

    /// <summary>The fingerprint of each attribute.</summary>
    public uint[] Attributes { get; }

    /// <summary>The attributes of each group.</summary>
    public SparseRows Groups { get; }

    public SparseRows TokenGroups { get; }

    /// <summary>The attributes of each token beside those of its groups.</summary>
    public SparseRows TokenAttributes { get; }

    public SparseRows GroupTokens { get; }

    public SparseRows AttributeTokens { get; }

    public SparseRows AttributeGroups { get; }

    /// <summary>The first token of each sequence, and where the last one ends.</summary>
    public int[] Sequences { get; }

    /// <summary>How much each sequence counts.</summary>
    public float[] Weights { get; }

    /// <summary>The tag of each token.</summary>
    public byte[] Gold { get; }

    /// <summary>Number of tokens that have an attribute.</summary>
    public int TokensOf(int attribute)
    {
        int count = AttributeTokens[attribute].Length;
        foreach (int group in AttributeGroups[attribute]) count += GroupTokens[group].Length;
        return count;
    }

    /// <summary>Reads papers.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="tags">Tags for their labels.</param>
    /// <param name="words">What is known of words, or null.</param>
    /// <param name="leastCount">Attributes of fewer tokens are left out.</param>
    public static CrfCorpus Of(IReadOnlyList<WeightedPaper> papers, TagSet tags, WordResources? words, int leastCount)
    {
        Reader reader = new(words);
        foreach (WeightedPaper paper in papers) reader.Read(paper);
        return reader.ToCorpus(tags, leastCount);
    }

    private sealed class Reader(WordResources? words) : IWordForms
    {
        private readonly PaperContext _context = new();
        private readonly Dictionary<(string Text, TokenKind Kind), WordForm> _forms = [];
        private readonly Dictionary<(WordForm Form, int Offset), int> _wordGroups = [];
        private readonly Dictionary<uint, int> _windowGroups = [];
        private readonly Dictionary<uint, int> _attributeIds = [];
        private readonly List<uint> _attributes = [];
        private readonly List<List<int>> _groups = [], _tokenGroups = [], _tokenAttributes = [];
        private readonly List<int> _sequences = [0];
        private readonly List<float> _weights = [];
        private readonly List<byte> _gold = [];

        public WordForm Form(Passage passage, int token)
        {
            ReadOnlySpan<char> text = passage[token];
            if (text.Length > WordForm.LongestText) text = text[..WordForm.LongestText];
            (string, TokenKind) key = (text.ToString(), passage.Tokens[token].Kind);
            if (!_forms.TryGetValue(key, out WordForm? form)) _forms.Add(key, form = new WordForm(text, key.Item2, words));
            return form;
        }

        public void Read(WeightedPaper paper)
        {
            PaperPassages passages = paper.Paper.Passages;
            _context.Read(passages, this);
            for (int passage = 0; passage < _context.Passages.Length; passage++)
            {
                byte[] tags = TagsOf(paper.Paper, passage);
                foreach (TokenRange sentence in passages[passage].Sentences)
                {
                    ReadSentence(_context.Passages[passage], sentence);
                    _gold.AddRange(tags.AsSpan(sentence.First, sentence.Length));
                    _weights.Add(paper.Weight);
                    _sequences.Add(_gold.Count);
                }
            }
        }

        public CrfCorpus ToCorpus(TagSet tags, int leastCount)
        {
            int[] counts = new int[_attributes.Count];
            foreach (List<int> groups in _tokenGroups)
            {
                foreach (int group in groups)
                {
                    foreach (int attribute in _groups[group]) counts[attribute]++;
                }
            }

            foreach (List<int> attributes in _tokenAttributes)
            {
                foreach (int attribute in attributes) counts[attribute]++;
            }

            int[] kept = new int[counts.Length];
            List<uint> fingerprints = [];
            for (int i = 0; i < kept.Length; i++)
            {
                kept[i] = counts[i] >= leastCount ? fingerprints.Count : -1;
                if (kept[i] >= 0) fingerprints.Add(_attributes[i]);
            }

            foreach (List<int> row in _groups.Concat(_tokenAttributes))
            {
                row.RemoveAll(attribute => kept[attribute] < 0);
                for (int i = 0; i < row.Count; i++) row[i] = kept[row[i]];
            }

            return new CrfCorpus(
                tags, [.. fingerprints], SparseRows.Of(_groups), SparseRows.Of(_tokenGroups), SparseRows.Of(_tokenAttributes),
                [.. _sequences], [.. _weights], [.. _gold]);
        }

        private static byte[] TagsOf(LabelledPaper paper, int passage)
        {
            byte[] tags = new byte[paper.Passages[passage].Tokens.Length];
            foreach (LabelledSpan span in paper.Spans.Where(span => span.Passage == passage))
            {
                tags.AsSpan(span.Range.First, span.Range.Length).Fill((byte)TagSet.Inside(span.Label));
                tags[span.Range.First] = (byte)(span.Range.Length == 1 ? TagSet.Single(span.Label) : TagSet.Begin(span.Label));
                if (span.Range.Length > 1) tags[span.Range.End - 1] = (byte)TagSet.End(span.Label);
            }

            return tags;
        }

        private void ReadSentence(PassageContext passage, TokenRange sentence)
        {
            TokenRange phrase = default;
            int phraseGroup = -1;
            for (int token = sentence.First; token < sentence.End; token++)
            {
                List<int> groups = [WindowGroup(PartAttributes.Window(passage.Passage, sentence, token))], attributes = [];
                for (int offset = -WordAttributes.Reach; offset <= WordAttributes.Reach; offset++)
                {
                    int at = token + offset;
                    groups.Add(WordGroup(at >= sentence.First && at < sentence.End ? passage.Forms[at] : WordForm.Boundary, offset));
                }

                TokenRange around = passage.Places[token].Phrase;
                if (around.Length > 0)
                {
                    if (around != phrase) (phrase, phraseGroup) = (around, PhraseGroup(passage, sentence, around));
                    groups.Add(phraseGroup);
                }

                Collector sink = new(this, attributes);
                ContextAttributes.Add(_context, passage, sentence, token, ref sink);
                _tokenGroups.Add(groups);
                _tokenAttributes.Add(attributes);
            }
        }

        private int WordGroup(WordForm form, int offset)
        {
            if (_wordGroups.TryGetValue((form, offset), out int group)) return group;
            Collector sink = new(this, []);
            WordAttributes.Add(form, offset, ref sink);
            _wordGroups.Add((form, offset), _groups.Count);
            return Add(sink.Into);
        }

        private int WindowGroup(uint window)
        {
            if (_windowGroups.TryGetValue(window, out int group)) return group;
            Collector sink = new(this, []);
            PartAttributes.Add(window, ref sink);
            _windowGroups.Add(window, _groups.Count);
            return Add(sink.Into);
        }

        private int PhraseGroup(PassageContext passage, TokenRange sentence, TokenRange phrase)
        {
            Collector sink = new(this, []);
            PhraseAttributes.Add(passage, sentence, phrase, ref sink);
            return Add(sink.Into);
        }

        private int Add(List<int> group)
        {
            _groups.Add(group);
            return _groups.Count - 1;
        }

        private int IdOf(uint fingerprint)
        {
            if (_attributeIds.TryGetValue(fingerprint, out int id)) return id;
            _attributeIds.Add(fingerprint, _attributes.Count);
            _attributes.Add(fingerprint);
            return _attributes.Count - 1;
        }

        private readonly struct Collector(Reader reader, List<int> into) : IAttributeSink
        {
            public List<int> Into { get; } = into;

            public void Add(uint fingerprint) => Into.Add(reader.IdOf(fingerprint));
        }
    }
}
