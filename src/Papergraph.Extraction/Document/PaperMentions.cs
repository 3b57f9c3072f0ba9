using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The mentions of a paper in tokens and sentences, grouped into entities: what tells roles and statements.</summary>
/// <remarks>Mentions of one entity have the same surface, whatever the case and a plural <c>s</c>, or are the forms of an
/// abbreviation. Entities are numbered by their first mentions.</remarks>
internal sealed class PaperMentions
{
    private readonly SentenceView[][] _sentences;
    private readonly ulong[][] _words;
    private readonly List<List<int>> _entities = [];

    public PaperMentions(PaperPassages passages, IReadOnlyList<Mention> mentions)
    {
        Passages = passages;
        _words = [.. passages.All.Select(WordsOf)];
        _sentences = [.. passages.All.Select(SentencesOf)];
        Places = new MentionPlace[mentions.Count];
        Dictionary<ulong, int> entityOf = [];
        Dictionary<ulong, ulong> longForms = [];
        foreach (Abbreviation pair in passages.Abbreviations)
        {
            (ulong shortKey, ulong longKey) = (KeyOf(pair.Short), KeyOf(pair.Long));
            if (shortKey != longKey && !longForms.ContainsKey(longKey)) longForms.TryAdd(shortKey, longKey);
        }

        for (int i = 0; i < mentions.Count; i++) Places[i] = PlaceOf(mentions[i], i, entityOf, longForms);
    }

    public PaperPassages Passages { get; }

    /// <summary>By the index of the mention.</summary>
    public MentionPlace[] Places { get; }

    public int EntityCount => _entities.Count;

    /// <summary>The mentions of an entity in the order given.</summary>
    public IReadOnlyList<int> MentionsOf(int entity) => _entities[entity];

    /// <summary>How sure the labeller is of the entity, in fifths: 5 only for what annotators marked.</summary>
    public ulong SurenessOf(int entity)
    {
        double best = 0;
        foreach (int mention in _entities[entity]) best = Math.Max(best, Places[mention].Confidence);
        return (ulong)(Math.Clamp(best, 0, 1) * 5);
    }

    public ReadOnlySpan<SentenceView> SentencesOf(int passage) => _sentences[passage];

    public SentenceView SentenceOf(MentionPlace place) => _sentences[place.Passage][place.Sentence];

    /// <summary>The sentence around a mention.</summary>
    public FieldSpan EvidenceOf(MentionPlace place) => Passages[place.Passage].PlaceOf(SentenceOf(place).Range);

    /// <summary>Hash of a word in lower case; 0 beyond the ends of the range.</summary>
    public ulong Word(int passage, int token, TokenRange within) =>
        token >= within.First && token < within.End ? _words[passage][token] : 0;

    private MentionPlace PlaceOf(
        Mention mention, int index, Dictionary<ulong, int> entityOf, Dictionary<ulong, ulong> longForms)
    {
        int field = (int)mention.Place.Field;
        Passage passage = Passages[field];
        if (passage.TokensOf(mention.Place.Span) is not { } range)
            return new MentionPlace(field, default, 0, mention.Type, mention.Confidence, -1);
        ulong key = KeyOf(mention.Place);
        if (longForms.TryGetValue(key, out ulong longKey)) key = longKey;
        if (!entityOf.TryGetValue(key, out int entity))
        {
            entityOf.Add(key, entity = _entities.Count);
            _entities.Add([]);
        }

        _entities[entity].Add(index);
        return new MentionPlace(field, range, SentenceAt(field, range.First), mention.Type, mention.Confidence, entity);
    }

    private int SentenceAt(int field, int token)
    {
        SentenceView[] sentences = _sentences[field];
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sentences[middle].Range.End <= token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private ulong KeyOf(FieldSpan place)
    {
        ReadOnlySpan<char> surface = Passages[(int)place.Field].Text.AsSpan(place.Span.Start, place.Span.Length);
        return Fingerprint.OfAnyCase(surface.Length > 2 && surface[^1] == 's' ? surface[..^1] : surface);
    }

    private static ulong[] WordsOf(Passage passage)
    {
        ulong[] words = new ulong[passage.Tokens.Length];
        for (int i = 0; i < words.Length; i++) words[i] = Fingerprint.OfAnyCase(passage[i]);
        return words;
    }

    private SentenceView[] SentencesOf(Passage passage)
    {
        SentenceView[] views = new SentenceView[passage.Sentences.Length];
        for (int i = 0; i < views.Length; i++) views[i] = SentenceView.Of(passage, passage.Sentences[i], _words[(int)passage.Field]);
        return views;
    }
}
