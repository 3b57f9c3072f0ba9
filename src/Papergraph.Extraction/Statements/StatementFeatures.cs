using System.Numerics;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The features by which the relation of two entities is told: their types and roles, the words between and around them.</summary>
/// <remarks>Templates below 100 speak of pairs that share a sentence, those above of what the paper introduces and an entity in another
/// sentence. The words between two enumerations are those between the last of the one and the first of the other: <c>A and B outperform C and D</c>
/// says the same of all four.</remarks>
internal sealed class StatementFeatures
{
    private const int MostGapWords = 10, Near = 8;
    private readonly PaperMentions _paper;
    private readonly FeatureList _features;
    private readonly double[] _roles;

    // Per mention: first and last mention of the enumeration that it is part of.
    private readonly int[] _listFirst, _listLast;

    /// <param name="paper">The mentions.</param>
    /// <param name="roles">The probability of every role of every entity: rows of <see cref="RoleClasses.Count"/>.</param>
    /// <param name="features">Where features are written.</param>
    public StatementFeatures(PaperMentions paper, double[] roles, FeatureList features)
    {
        (_paper, _roles, _features) = (paper, roles, features);
        _listFirst = new int[paper.Places.Length];
        _listLast = new int[paper.Places.Length];
        FindLists();
    }

    /// <summary>Writes the features of a pair.</summary>
    public void Write(EntityPair pair)
    {
        _features.Clear();
        MentionPlace first = _paper.Places[pair.First], second = _paper.Places[pair.Second];
        ulong types = ((ulong)first.Type * 8) + (ulong)second.Type + 1;
        ulong roles = ((ulong)RoleOf(first.Entity) * 8) + (ulong)RoleOf(second.Entity) + 1;
        ulong own = (Introduced(first.Entity) * 4) + Introduced(second.Entity);
        int together = pair.Places > 0 ? 0 : 100;
        _features.Add(together + 1);
        _features.Add(together + 2, types);
        _features.Add(together + 3, types, own);
        _features.Add(together + 4, roles);
        _features.Add(together + 5, types, roles);
        _features.Add(together + 6, Head(first), (ulong)second.Type);
        _features.Add(together + 7, Head(second), (ulong)first.Type);
        _features.Add(together + 8, types, Likeness(first, second));
        _features.Add(together + 9, types, (_paper.SurenessOf(first.Entity) * 8) + _paper.SurenessOf(second.Entity));
        if (pair.Places > 0) WriteTogether(pair, first, second, types, own);
        else WriteApart(first, second, types);
    }

    private void WriteTogether(EntityPair pair, MentionPlace first, MentionPlace second, ulong types, ulong own)
    {
        Passage passage = _paper.Passages[first.Passage];
        SentenceView sentence = _paper.SentenceOf(first);
        int from = _listLast[pair.First], to = _listFirst[pair.Second];
        bool sameList = from >= pair.Second || to <= pair.First;
        if (sameList) (from, to) = (pair.First, pair.Second);
        TokenRange gap = new(_paper.Places[from].Range.End, Math.Max(_paper.Places[from].Range.End, _paper.Places[to].Range.First));
        ulong between = (ulong)Math.Min(to - from - 1, 5) + (sameList ? 8UL : 0);
        ulong listed = (from != pair.First ? 1UL : 0) + (to != pair.Second ? 2UL : 0) + (sameList ? 4UL : 0);
        _features.Add(10, types, between);
        _features.Add(11, types, (ulong)Bucket(second.Range.First - first.Range.End));
        _features.Add(12, types, listed);
        _features.Add(13, types, (ulong)Math.Min(pair.Places, 3));
        _features.Add(14, types, first.Passage == 0 ? 1UL : 0);
        _features.Add(15, Fingerprint.Mix(types, own), between);
        WriteGap(passage, sentence, gap, types, own, between);
        WriteAround(first, second, sentence, types, own);
        ulong verbAt = SideOf(sentence.OwnVerb, first, second);
        _features.Add(16, Fingerprint.Mix(types, own), (verbAt * 2) + (sentence.IsOwn ? 1UL : 0));
        ulong mainAt = SideOf(sentence.MainVerb, first, second);
        _features.Add(17, types, (mainAt * 8) + between);
        _features.Add(18, Fingerprint.Mix(types, mainAt), Word(first, sentence, sentence.MainVerb));
        _features.Add(19, types, Fingerprint.Mix(own, sentence.Opening));
    }

    private void WriteGap(Passage passage, SentenceView sentence, TokenRange gap, ulong types, ulong own, ulong between)
    {
        int field = (int)passage.Field;
        ulong whole = 0, signs = 0, lastVerb = 0, firstVerb = 0;
        Cues cues = Cues.None;
        for (int i = gap.First; i < gap.End; i++)
        {
            cues |= passage.Entries[i].Cues;
            Part part = passage.Parts[i];
            ulong word = _paper.Word(field, i, sentence.Range);
            if (part is Part.Verb or Part.Auxiliary)
            {
                lastVerb = word;
                if (firstVerb == 0) firstVerb = word;
            }

            signs |= SignOf(passage, i);
            if (part is not (Part.Determiner or Part.Adverb)) whole = Fingerprint.Mix(whole, word);
            if (i - gap.First < MostGapWords / 2 || gap.End - i <= MostGapWords / 2)
            {
                _features.Add(20, word);
                _features.Add(21, word, types);
            }
        }

        if (gap.Length <= Near)
        {
            _features.Add(22, whole);
            _features.Add(23, whole, types);
            _features.Add(24, whole, own);
        }

        ulong firstWord = _paper.Word(field, gap.First, gap), lastWord = _paper.Word(field, gap.End - 1, gap);
        _features.Add(25, firstWord, types);
        _features.Add(26, lastWord, types);
        _features.Add(27, Fingerprint.Mix(firstWord, between), types);
        _features.Add(28, Fingerprint.Mix(lastWord, between), types);
        _features.Add(29, lastVerb, types);
        _features.Add(30, firstVerb, types);
        _features.Add(31, Fingerprint.Mix(lastVerb, own), types);
        ulong link = _paper.Word(field, LinkBefore(passage, gap), gap);
        _features.Add(32, link, types);
        _features.Add(33, Fingerprint.Mix(link, own), types);
        _features.Add(34, Fingerprint.Mix(link, lastVerb), types);
        _features.Add(35, types, (ulong)cues);
        _features.Add(36, Fingerprint.Mix(types, own), (ulong)cues);
        _features.Add(37, types, signs);
        _features.Add(38, Fingerprint.Mix(types, signs), link);
    }

    private void WriteAround(MentionPlace first, MentionPlace second, SentenceView sentence, ulong types, ulong own)
    {
        Passage passage = _paper.Passages[first.Passage];
        ulong before = Word(first, sentence, first.Range.First - 1), behind = Word(second, sentence, second.Range.End);
        _features.Add(40, before, types);
        _features.Add(41, behind, types);
        _features.Add(42, Fingerprint.Mix(Word(first, sentence, first.Range.First - 2), before), types);
        _features.Add(43, Fingerprint.Mix(behind, Word(second, sentence, second.Range.End + 1)), types);
        Cues cuesBefore = Cues.None, cuesBehind = Cues.None;
        int start = Math.Max(sentence.Range.First, first.Range.First - Near), end = Math.Min(sentence.Range.End, second.Range.End + Near);
        for (int i = start; i < first.Range.First; i++) cuesBefore |= passage.Entries[i].Cues;
        for (int i = second.Range.End; i < end; i++) cuesBehind |= passage.Entries[i].Cues;
        _features.Add(44, Fingerprint.Mix(types, own), (ulong)cuesBefore);
        _features.Add(45, Fingerprint.Mix(types, own), (ulong)cuesBehind);
        ulong brackets = (passage.Is(first.Range.First - 1, '(') ? 1UL : 0) + (passage.Is(second.Range.First - 1, '(') ? 2UL : 0);
        _features.Add(46, types, brackets);
    }

    private void WriteApart(MentionPlace first, MentionPlace second, ulong types)
    {
        Passage passage = _paper.Passages[second.Passage];
        SentenceView sentence = _paper.SentenceOf(second);
        ulong role = (ulong)RoleOf(second.Entity) + 1;
        ulong speaks = (second.Passage == 0 ? 1UL : 0) + (sentence.IsOwn ? 2UL : 0) + (sentence.OwnVerb >= 0 ? 4UL : 0);
        _features.Add(110, Fingerprint.Mix(types, role), speaks);
        _features.Add(111, types, Fingerprint.Mix(speaks, (ulong)sentence.Cues));
        _features.Add(112, types, sentence.Opening);
        _features.Add(113, types, Word(second, sentence, sentence.Range.First));
        ulong before = Word(second, sentence, second.Range.First - 1), behind = Word(second, sentence, second.Range.End);
        _features.Add(114, types, before);
        _features.Add(115, types, behind);
        _features.Add(116, types, Fingerprint.Mix(Word(second, sentence, second.Range.First - 2), before));
        Cues cues = Cues.None;
        ulong lastVerb = 0;
        for (int i = sentence.Range.First; i < second.Range.First; i++)
        {
            cues |= passage.Entries[i].Cues;
            if (passage.Parts[i] is Part.Verb or Part.Auxiliary) lastVerb = Word(second, sentence, i);
        }

        _features.Add(117, types, Fingerprint.Mix(speaks, (ulong)cues));
        _features.Add(118, types, lastVerb);
        _features.Add(119, types, Fingerprint.Mix(role, lastVerb));
        ulong rivals = Rivals(second);
        _features.Add(120, types, rivals);
        _features.Add(121, Fingerprint.Mix(types, rivals), Fingerprint.Mix(role, speaks));
        _features.Add(122, types, Introduced(first.Entity));
        _features.Add(123, types, (ulong)Math.Min(_paper.MentionsOf(second.Entity).Count, 3));
        int distance = first.Passage == second.Passage ? Math.Clamp(second.Sentence - first.Sentence, -3, 3) : 4;
        _features.Add(124, Fingerprint.Mix(types, role), (ulong)(distance + 4));
        ulong link = Word(second, sentence, LinkBefore(passage, new TokenRange(sentence.Range.First, second.Range.First)));
        _features.Add(125, types, link);
        _features.Add(126, types, Fingerprint.Mix(link, lastVerb));
        _features.Add(127, types, (ulong)Bucket(_paper.SentencesOf(second.Passage).Length - second.Sentence));
    }

    // How many methods stand before the mention in its sentence: the text may speak of them.
    private ulong Rivals(MentionPlace place)
    {
        ulong count = 0;
        foreach (MentionPlace other in _paper.Places)
        {
            if (other.Passage == place.Passage && other.Sentence == place.Sentence && other.Range.First < place.Range.First
                && other.Type is EntityType.Method or EntityType.Concept) count++;
        }

        return Math.Min(count, 3);
    }

    // Whether one is a word less or more than the other, or ends in the same words.
    private ulong Likeness(MentionPlace first, MentionPlace second)
    {
        int same = 0;
        int most = Math.Min(3, Math.Min(first.Range.Length, second.Range.Length));
        while (same < most && _paper.Word(first.Passage, first.Range.End - 1 - same, first.Range)
            == _paper.Word(second.Passage, second.Range.End - 1 - same, second.Range)) same++;
        ulong whole = (same == first.Range.Length ? 4UL : 0) + (same == second.Range.Length ? 8UL : 0);
        return (ulong)same + whole;
    }

    private ulong Head(MentionPlace place) => _paper.Word(place.Passage, place.Range.End - 1, place.Range);

    private ulong Word(MentionPlace place, SentenceView sentence, int token) => _paper.Word(place.Passage, token, sentence.Range);

    private ulong Introduced(int entity) => _roles[entity * RoleClasses.Count] switch { < 0.15 => 0, < 0.4 => 1, < 0.7 => 2, _ => 3 };

    private Role RoleOf(int entity)
    {
        int best = 0;
        for (int role = 1; role < RoleClasses.Spurious; role++)
        {
            if (_roles[(entity * RoleClasses.Count) + role] > _roles[(entity * RoleClasses.Count) + best]) best = role;
        }

        return (Role)best;
    }

    private void FindLists()
    {
        ReadOnlySpan<MentionPlace> places = _paper.Places;
        for (int i = 0; i < places.Length; i++) _listFirst[i] = i > 0 && AreListed(places[i - 1], places[i]) ? _listFirst[i - 1] : i;
        for (int i = places.Length - 1; i >= 0; i--)
            _listLast[i] = i + 1 < places.Length && _listFirst[i + 1] == _listFirst[i] ? _listLast[i + 1] : i;
    }

    // Only commas, brackets, `and` and `or` between the two, and one type.
    private bool AreListed(MentionPlace left, MentionPlace right)
    {
        if (left.Entity < 0 || right.Entity < 0 || left.Passage != right.Passage || left.Sentence != right.Sentence) return false;
        if (left.Type != right.Type) return false;
        Passage passage = _paper.Passages[left.Passage];
        if (right.Range.First - left.Range.End is 0 or > 4) return false;
        for (int i = left.Range.End; i < right.Range.First; i++)
        {
            bool isLink = passage.Is(i, ',') || passage.Is(i, '(') || passage.Is(i, ')') || passage[i] is "and" or "or" or "&" or "/";
            if (!isLink) return false;
        }

        return true;
    }

    // The preposition, conjunction, verb or sign before the noun phrase that ends where the range ends.
    private static int LinkBefore(Passage passage, TokenRange range)
    {
        int at = range.End - 1;
        while (at >= range.First
            && passage.Parts[at] is Part.Determiner or Part.Adjective or Part.Participle or Part.Number or Part.Adverb or Part.Noun) at--;
        return at;
    }

    // 0 where there is no such token, 1 before both mentions, 2 between them, 3 behind.
    private static ulong SideOf(int token, MentionPlace first, MentionPlace second) =>
        token < 0 ? 0UL : token < first.Range.First ? 1UL : token < second.Range.First ? 2UL : 3UL;

    private static ulong SignOf(Passage passage, int token)
    {
        if (passage.Is(token, ',')) return 1;
        if (passage.Is(token, ';') || passage.Is(token, ':')) return 2;
        if (passage.Is(token, '(') || passage.Is(token, ')')) return 4;
        return passage[token] switch
        {
            "which" or "that" or "who" or "where" => 8,
            "while" or "whereas" or "but" or "although" => 16,
            "and" or "or" => 32,
            _ => 0,
        };
    }

    private static int Bucket(int distance) => distance < 4 ? Math.Max(0, distance) : Math.Min(9, 3 + BitOperations.Log2((uint)distance));
}
