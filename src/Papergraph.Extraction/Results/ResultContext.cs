using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>On what and by what the numbers of a list were reached, as their sentence says.</summary>
internal readonly ref struct ResultContext(MentionMap mentions, TokenRange sentence, ValueList list, MetricLink link, int end)
{
    private const int PlaceReach = 16;
    private const int SubjectReach = 12;

    private readonly Passage _passage = mentions.Passage;

    /// <summary>Whether the list goes on with what the one before it measured, which ends at <paramref name="previous"/>: joined by a
    /// comma or conjunction, on a data set of its own.</summary>
    public bool GoesOn(int previous)
    {
        int before = list.First - 1;
        while (before > previous && (ResultWords.Of(_passage[before]) & ResultCues.About) != 0) before--;
        bool isJoined = ListGlue.Is(_passage, before) || _passage.IsWord(before, "while") || _passage.Is(before, ';');
        return isJoined && list.First - previous <= PlaceReach && DatasetsBehind().Count > 0;
    }

    /// <summary>Whether the sentence says, behind the numbers, that it lists things in the same order.</summary>
    public bool IsRespective()
    {
        const int Reach = 40;
        for (int token = list.End; token < Math.Min(sentence.End, list.End + Reach); token++)
        {
            if (_passage.IsWord(token, "respectively")) return true;
        }

        return false;
    }

    /// <summary>The data sets: behind the numbers, between metric and number, or where the sentence begins with them.</summary>
    public List<int> Datasets()
    {
        List<int> behind = DatasetsBehind();
        if (behind.Count > 0) return behind;
        for (int token = list.First - 1; token > link.First; token--)
        {
            if (mentions.Is(token, EntityType.Dataset)) return mentions.ListAround(mentions.At(token), sentence);
        }

        return DatasetsOfOpening();
    }

    /// <summary>The methods: the subject of the verb before the numbers, or behind <c>with</c>, <c>using</c>, <c>by</c>, <c>for</c>.</summary>
    public List<int> Methods()
    {
        int verb = link.First - 1;
        int reach = Math.Max(sentence.First, verb - SubjectReach);
        while (verb >= reach && !IsAttaining(verb))
        {
            // Another clause, or another number, stands between.
            if (_passage.Is(verb, ';') || mentions.At(verb) >= 0 || _passage.Tokens[verb].Kind == TokenKind.Number) return Instrument();
            verb--;
        }

        return verb < reach ? Instrument() : Subject(verb - 1) is { Count: > 0 } subject ? subject : Instrument();
    }

    private bool IsAttaining(int token) => (ResultWords.Of(_passage[token]) & ResultCues.Attain) != 0
        && !_passage[token].EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    // `BERT (base) consistently achieves`, `BERT, which achieves` is left to the reader.
    private List<int> Subject(int token)
    {
        bool inBracket = false;
        for (int passed = 0; token >= sentence.First && passed < SubjectReach; passed++, token--)
        {
            if (_passage.Is(token, ')')) inBracket = true;
            else if (_passage.Is(token, '(')) inBracket = false;
            else if (mentions.Is(token, EntityType.Method)) return IsObject(token) ? [] : mentions.ListAround(mentions.At(token), sentence);
            else if (!inBracket && (mentions.At(token) >= 0 || !MayFollowSubject(token))) break;
        }

        return [];
    }

    // `training with BERT achieves`.
    private bool IsObject(int token) =>
        mentions.RangeOf(mentions.At(token)).First - 1 is >= 0 and int before && _passage.Parts[before] == Part.Preposition;

    private bool MayFollowSubject(int token) =>
        _passage.Parts[token] is Part.Adverb or Part.Auxiliary
        || (_passage.Parts[token] == Part.Noun && _passage.Entries[token].Has(WordTraits.ClassNoun));

    private List<int> Instrument()
    {
        int token = link.End;
        if (token + 1 >= end || !(_passage.IsWord(token, "with") || _passage.IsWord(token, "using") || _passage.IsWord(token, "by")
            || _passage.IsWord(token, "for"))) return [];
        token++;
        while (token + 1 < end && _passage.Parts[token] is Part.Determiner or Part.Adjective) token++;
        return mentions.Is(token, EntityType.Method) ? mentions.ListAround(mentions.At(token), sentence) : [];
    }

    // `on A, B and the C test set`: until the phrase ends.
    private List<int> DatasetsBehind()
    {
        List<int> found = [];
        int token = link.End;
        while (token < end && (ResultWords.Of(_passage[token]) & ResultCues.Tail) != 0 && !IsOn(token)) token++;
        if (_passage.Is(token, ')')) token++;
        if (token >= end || !IsOn(token)) return found;
        for (int last = Math.Min(end, token + PlaceReach); token < last; token++)
        {
            if (mentions.Is(token, EntityType.Dataset))
            {
                if (found.Count == 0 || found[^1] != mentions.At(token)) found.Add(mentions.At(token));
            }
            else if (_passage.Parts[token] is Part.Verb or Part.Auxiliary or Part.Pronoun || _passage.Is(token, ';')
                || (found.Count > 0 && _passage.Parts[token] == Part.Preposition))
            {
                break;
            }
        }

        return found;
    }

    // `On A and B, the parser reaches …`.
    private List<int> DatasetsOfOpening()
    {
        if (!IsOn(sentence.First)) return [];
        int last = Math.Min(link.First, sentence.First + PlaceReach);
        for (int token = sentence.First + 1; token < last; token++)
        {
            if (mentions.Is(token, EntityType.Dataset)) return mentions.ListAround(mentions.At(token), sentence);
            if (_passage.Parts[token] is Part.Verb or Part.Auxiliary || _passage.Is(token, ',')) break;
        }

        return [];
    }

    private bool IsOn(int token) =>
        _passage.IsWord(token, "on") || _passage.IsWord(token, "in") || _passage.IsWord(token, "for") || _passage.IsWord(token, "over")
        || _passage.IsWord(token, "across");
}
