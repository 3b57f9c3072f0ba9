using System.Numerics;

namespace Papergraph.Extraction;

/// <summary>The features by which the role of an entity is told: its words, where it stands, the verbs and prepositions around
/// it.</summary>
/// <remarks>Templates 1 to 23 speak of the entity as a whole, 30 to 39 of the words around a mention, 40 to 42 of its place in the title,
/// 50 to 67 of its sentence. Most are joined with the type, since the same words say different things of a method and of a data set.</remarks>
internal sealed class RoleFeatures
{
    // Behind that many mentions nothing new is said.
    private const int MostMentions = 8;

    // A verb further back belongs to another part of the sentence.
    private const int Reach = 24;

    private readonly PaperMentions _paper;
    private readonly FeatureList _features;
    private readonly IntroducedMentions.Pattern[] _patterns;
    private readonly int _ownSentence, _mostMentions;
    private readonly bool _hasTitleName, _hasName;

    public RoleFeatures(PaperMentions paper, FeatureList features)
    {
        _paper = paper;
        _features = features;
        _patterns = IntroducedMentions.Find(paper);
        foreach (IntroducedMentions.Pattern pattern in _patterns)
        {
            _hasTitleName |= (pattern & IntroducedMentions.Pattern.Title) != 0;
            _hasName |= (pattern & IntroducedMentions.Pattern.Name) != 0;
        }

        ReadOnlySpan<SentenceView> sentences = paper.SentencesOf(1);
        _ownSentence = sentences.Length;
        for (int i = sentences.Length - 1; i >= 0; i--)
        {
            if (sentences[i].OwnVerb >= 0) _ownSentence = i;
        }

        for (int i = 0; i < paper.EntityCount; i++) _mostMentions = Math.Max(_mostMentions, paper.MentionsOf(i).Count);
    }

    /// <summary>Writes the features of an entity.</summary>
    public void Write(int entity)
    {
        _features.Clear();
        IReadOnlyList<int> mentions = _paper.MentionsOf(entity);
        MentionPlace first = _paper.Places[mentions[0]];
        ulong type = (ulong)first.Type + 1;
        WriteEntity(entity, mentions, first, type);
        for (int i = 0; i < mentions.Count && i < MostMentions; i++)
        {
            MentionPlace place = _paper.Places[mentions[i]];
            SentenceView sentence = _paper.SentenceOf(place);
            WriteWords(place, sentence, type);
            if (place.Passage == 0) WriteTitle(place, sentence, type);
            else WriteSentence(place, sentence, type);
        }
    }

    private void WriteEntity(int entity, IReadOnlyList<int> mentions, MentionPlace first, ulong type)
    {
        Passage passage = _paper.Passages[first.Passage];
        MentionPlace last = _paper.Places[mentions[^1]];
        ulong count = (ulong)Math.Min(mentions.Count, 5);
        bool inTitle = first.Passage == 0, inAbstract = last.Passage == 1;
        ulong where = (inTitle ? 1UL : 0) | (inAbstract ? 2UL : 0);
        ulong shape = ShapeOf(passage, first.Range);
        ulong pattern = (ulong)_patterns[entity];
        _features.Add(1);
        _features.Add(2, type);
        _features.Add(3, type, count);
        _features.Add(4, type, where);
        _features.Add(5, type, (where * 8) + count);
        _features.Add(6, type, shape);
        _features.Add(7, type, (shape * 4) + where);
        _features.Add(8, type, pattern);
        _features.Add(9, pattern, (shape * 4) + where);
        _features.Add(10, type, (_hasTitleName ? 1UL : 0) | (_hasName ? 2UL : 0) | (pattern << 2));
        _features.Add(11, type, mentions.Count == _mostMentions ? 1UL : 0);
        _features.Add(12, type, _paper.Word(first.Passage, first.Range.End - 1, first.Range));
        _features.Add(13, type, _paper.Word(first.Passage, first.Range.First, first.Range));
        for (int token = first.Range.First; token < first.Range.End; token++)
            _features.Add(14, _paper.Word(first.Passage, token, first.Range));
        _features.Add(15, type, (ulong)Math.Min(first.Range.Length, 6));
        ulong known = Lexicon.Name(passage.TextOf(first.Range)) is { } name ? (ulong)name + 1 : 0;
        _features.Add(16, type, known);
        ulong sureness = _paper.SurenessOf(entity);
        _features.Add(22, type, sureness);
        _features.Add(23, sureness, Fingerprint.Mix(shape, pattern));
        bool isMinor = mentions.Count == 1;
        foreach (int mention in mentions)
        {
            MentionPlace place = _paper.Places[mention];
            if (place.Passage == 0) continue;
            int sentences = _paper.SentencesOf(1).Length;
            ulong relative = (ulong)(place.Sentence == _ownSentence ? 1 : place.Sentence < _ownSentence ? 0 : 2);
            _features.Add(17, type, (relative * 2) + (_ownSentence < sentences ? 1UL : 0));
            _features.Add(18, type, (relative * 4) + where);
            _features.Add(19, type, (ulong)(place.Sentence * 5 / sentences) + (isMinor ? 8UL : 0));
            _features.Add(20, type, (ulong)Math.Min(place.Sentence, 5));
            _features.Add(21, type, (ulong)Math.Min(sentences - 1 - place.Sentence, 3));
            break;
        }
    }

    private void WriteWords(MentionPlace place, SentenceView sentence, ulong type)
    {
        int first = place.Range.First, end = place.Range.End;
        ulong before = Word(place, sentence, first - 1), before2 = Word(place, sentence, first - 2);
        ulong behind = Word(place, sentence, end), behind2 = Word(place, sentence, end + 1);
        _features.Add(30, before);
        _features.Add(31, before, type);
        _features.Add(32, before, before2);
        _features.Add(33, behind);
        _features.Add(34, behind, type);
        _features.Add(35, behind, behind2);
        _features.Add(36, before2);
        _features.Add(37, behind2);
        _features.Add(38, Word(place, sentence, first - 3));
        _features.Add(39, Fingerprint.Mix(before, behind), type);
    }

    private void WriteTitle(MentionPlace place, SentenceView sentence, ulong type)
    {
        Passage passage = _paper.Passages[0];
        int colon = sentence.Range.First;
        while (colon < sentence.Range.End && !passage.Is(colon, ':')) colon++;
        bool hasColon = colon < sentence.Range.End;
        ulong side = !hasColon ? 0UL : place.Range.End <= colon ? 1UL : 2UL;
        bool begins = place.Range.First == 0 || (side == 2 && place.Range.First == colon + 1);
        bool ends = place.Range.End == sentence.Range.End || (side == 1 && place.Range.End == colon);
        ulong position = (side * 4) + (begins ? 1UL : 0) + (ends ? 2UL : 0);
        _features.Add(40, type, position);
        _features.Add(41, type, Fingerprint.Mix(position, Word(place, sentence, Determined(place, sentence) - 1)));
        _features.Add(42, position, ShapeOf(passage, place.Range));
    }

    private void WriteSentence(MentionPlace place, SentenceView sentence, ulong type)
    {
        Passage passage = _paper.Passages[1];
        int first = place.Range.First;
        int cue = CueBefore(passage, place, sentence);
        ulong cueWord = Word(place, sentence, cue);
        ulong own = (sentence.IsOwn ? 1UL : 0) | (sentence.OwnVerb >= 0 ? 2UL : 0);
        _features.Add(50, type, cueWord);
        _features.Add(51, Fingerprint.Mix(type, own), cueWord);
        ulong cueKind = cue < 0 ? 0 : (ulong)passage.Entries[cue].Cues;
        ulong distance = cue < 0 ? 9 : (ulong)Bucket(first - cue);
        _features.Add(52, Fingerprint.Mix(type, cueKind), distance);
        _features.Add(53, Fingerprint.Mix(type, cueKind), own);
        _features.Add(54, type, (ulong)sentence.Cues + (own << 8));
        if (sentence.OwnVerb >= 0)
        {
            bool isBefore = first < sentence.OwnVerb;
            _features.Add(55, type, isBefore ? 99 : (ulong)Bucket(first - sentence.OwnVerb));
            _features.Add(56, type, Fingerprint.Mix(isBefore ? 1UL : 0, Word(place, sentence, sentence.OwnVerb)));
            _features.Add(57, type, isBefore ? 99 : (ulong)Math.Min(3, MentionsBetween(place, sentence.OwnVerb, first)));
        }

        int preposition = Determined(place, sentence) - 1;
        ulong prepositionWord = Word(place, sentence, preposition);
        _features.Add(58, type, prepositionWord);
        _features.Add(59, Fingerprint.Mix(type, cueKind), prepositionWord);
        _features.Add(60, Fingerprint.Mix(prepositionWord, own), type);
        int verb = VerbBehind(passage, place, sentence);
        _features.Add(61, type, Word(place, sentence, verb));
        bool isSubject = sentence.MainVerb >= place.Range.End;
        _features.Add(62, Fingerprint.Mix(type, isSubject ? 1UL : 0), Word(place, sentence, sentence.MainVerb));
        _features.Add(63, Fingerprint.Mix(type, isSubject ? 1UL : 0), own);
        _features.Add(64, type, sentence.Opening);
        _features.Add(65, type, Word(place, sentence, sentence.Range.First));
        bool inBrackets = passage.Is(first - 1, '(') && passage.Is(place.Range.End, ')');
        _features.Add(66, type, inBrackets ? 1UL : 0);
        bool begins = first - sentence.Range.First < 3;
        _features.Add(67, Fingerprint.Mix(type, begins ? 1UL : 0), ShapeOf(passage, place.Range));
    }

    private int MentionsBetween(MentionPlace place, int from, int to)
    {
        int count = 0;
        foreach (MentionPlace other in _paper.Places)
        {
            if (other.Passage == place.Passage && other.Range.First > from && other.Range.End <= to) count++;
        }

        return count;
    }

    private ulong Word(MentionPlace place, SentenceView sentence, int token) => _paper.Word(place.Passage, token, sentence.Range);

    // The first token of the noun phrase before the mention: determiners and modifiers are passed over.
    private int Determined(MentionPlace place, SentenceView sentence)
    {
        Passage passage = _paper.Passages[place.Passage];
        int first = place.Range.First;
        while (first > sentence.Range.First
            && passage.Parts[first - 1] is Part.Determiner or Part.Adjective or Part.Participle or Part.Number or Part.Adverb
                or Part.Noun or Part.Name) first--;
        return first;
    }

    private static int CueBefore(Passage passage, MentionPlace place, SentenceView sentence)
    {
        int last = Math.Max(sentence.Range.First, place.Range.First - Reach);
        for (int i = place.Range.First - 1; i >= last; i--)
        {
            if (passage.Entries[i].Cues != Cues.None) return i;
        }

        return -1;
    }

    private static int VerbBehind(Passage passage, MentionPlace place, SentenceView sentence)
    {
        int end = Math.Min(sentence.Range.End, place.Range.End + 6);
        for (int i = place.Range.End; i < end; i++)
        {
            if (passage.Parts[i] is Part.Verb or Part.Auxiliary) return i;
        }

        return -1;
    }

    private static int Bucket(int distance) => distance < 4 ? distance : Math.Min(9, 3 + BitOperations.Log2((uint)distance));

    private static ulong ShapeOf(Passage passage, TokenRange range)
    {
        ReadOnlySpan<char> surface = passage.TextOf(range);
        ulong shape = range.Length == 1 ? 0UL : 1UL;
        if (NameShape.IsName(surface)) shape |= 2;
        if (NameShape.IsCapitalized(surface)) shape |= 4;
        if (NameShape.IsCapitalized(passage[range.End - 1])) shape |= 8;
        return shape;
    }
}
