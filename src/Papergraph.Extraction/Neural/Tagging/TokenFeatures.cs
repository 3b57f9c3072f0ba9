using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the word lists, the spelling and the rest of the paper say of each token, as numbers of features.</summary>
internal sealed class TokenFeatures
{
    private const int Parts = 14, Traits = 15, Types = 5, CueCount = 6, Kinds = 4, Shapes = 7, Places = 4, Recurrences = 5, Forms = 2;
    private const int FirstTrait = Parts, FirstHead = FirstTrait + Traits, FirstSingle = FirstHead + Types, FirstCue = FirstSingle + Types;
    private const int FirstName = FirstCue + CueCount, FirstKind = FirstName + Types, FirstShape = FirstKind + Kinds;
    private const int FirstPlace = FirstShape + Shapes, FirstRecurrence = FirstPlace + Places, FirstForm = FirstRecurrence + Recurrences;

    /// <summary>Features are numbered from 0 to below this.</summary>
    public const int Count = FirstForm + Forms;

    private readonly PaperPassages _paper;
    private readonly WordTable _forms = new(256);
    private readonly List<int> _counts = [];
    private readonly HashSet<int> _inTitle = [];
    private readonly bool[][] _isShortForm, _isLongForm;

    /// <summary>Looks over the whole paper.</summary>
    public TokenFeatures(PaperPassages paper)
    {
        _paper = paper;
        _isShortForm = [.. paper.All.Select(passage => new bool[passage.Tokens.Length])];
        _isLongForm = [.. paper.All.Select(passage => new bool[passage.Tokens.Length])];
        for (int p = 0; p < paper.All.Count; p++)
        {
            Passage passage = paper[p];
            for (int i = 0; i < passage.Tokens.Length; i++)
            {
                int form = FormOf(passage[i]);
                if (form < 0) continue;
                if (form == _counts.Count) _counts.Add(0);
                _counts[form]++;
                if (passage.Field == TextField.Title && passage.Parts[i] <= Part.Participle) _inTitle.Add(form);
            }

            List<Abbreviation> pairs = [];
            AbbreviationFinder.Find(passage, pairs);
            foreach (Abbreviation pair in pairs)
            {
                if (passage.TokensOf(pair.Short.Span) is { } shortForm)
                    _isShortForm[p].AsSpan(shortForm.First, shortForm.Length).Fill(true);
                if (passage.TokensOf(pair.Long.Span) is { } longForm) _isLongForm[p].AsSpan(longForm.First, longForm.Length).Fill(true);
            }
        }
    }

    /// <summary>Adds the features of a token.</summary>
    /// <param name="passage">0 for the title, 1 for the abstract.</param>
    /// <param name="sentence">The tokens of its sentence.</param>
    /// <param name="token">Its place in the passage.</param>
    /// <param name="into">Receives the numbers.</param>
    public void Add(int passage, TokenRange sentence, int token, List<byte> into)
    {
        Passage text = _paper[passage];
        ReadOnlySpan<char> word = text[token];
        WordEntry entry = text.Entries[token];
        into.Add((byte)text.Parts[token]);
        AddBits((int)entry.Traits, Traits, FirstTrait, into);
        if (entry.Head is { } head) into.Add((byte)(FirstHead + (int)head));
        if (entry.Single is { } single) into.Add((byte)(FirstSingle + (int)single));
        AddBits((int)entry.Cues, CueCount, FirstCue, into);
        if (Lexicon.Name(word) is { } name) into.Add((byte)(FirstName + (int)name));
        into.Add((byte)(FirstKind + (int)text.Tokens[token].Kind));
        AddBits(ShapeOf(word), Shapes, FirstShape, into);
        if (text.Field == TextField.Title) into.Add(FirstPlace);
        if (sentence.First == 0) into.Add(FirstPlace + 1);
        if (sentence.End == text.Tokens.Length) into.Add(FirstPlace + 2);
        if (token == sentence.First) into.Add(FirstPlace + 3);
        AddRecurrence(text, word, into);
        if (_isShortForm[passage][token]) into.Add(FirstForm);
        if (_isLongForm[passage][token]) into.Add(FirstForm + 1);
    }

    private void AddRecurrence(Passage text, ReadOnlySpan<char> word, List<byte> into)
    {
        int form = FormOf(word);
        if (form < 0) return;
        int count = _counts[form];
        if (count > 1) into.Add((byte)(FirstRecurrence + (count switch { 2 => 0, 3 => 1, < 6 => 2, _ => 3 })));
        if (text.Field != TextField.Title && _inTitle.Contains(form)) into.Add(FirstRecurrence + 4);
    }

    private int FormOf(ReadOnlySpan<char> word)
    {
        Span<byte> form = stackalloc byte[WordFolding.LongestWord];
        int length = WordFolding.Fold(word, form);
        return length == 0 ? -1 : _forms.Add(form[..length]);
    }

    private static void AddBits(int bits, int count, int first, List<byte> into)
    {
        for (int bit = 0; bit < count; bit++)
        {
            if ((bits >> bit & 1) != 0) into.Add((byte)(first + bit));
        }
    }

    private static int ShapeOf(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0, digits = 0, joints = 0;
        foreach (char c in word)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
            else if (char.IsDigit(c)) digits++;
            else if (c is '-' or '/' or '\u2010' or '\u2011') joints++;
        }

        return Bit(lower > 0 && upper == 0, 0) | Bit(char.IsUpper(word[0]), 1) | Bit(upper > 1 && lower == 0, 2)
            | Bit(NameShape.IsName(word), 3) | Bit(digits > 0, 4) | Bit(joints > 0, 5) | Bit(word.Length == 1, 6);
    }

    private static int Bit(bool isSet, int at) => isSet ? 1 << at : 0;
}
