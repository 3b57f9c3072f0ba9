namespace Papergraph.Extraction;

/// <summary>What is known of a word whatever stands around it.</summary>
internal class WordForm
{
    /// <summary>Characters of a token that are looked at.</summary>
    public const int LongestText = 64;

    /// <summary>Stands before the first and behind the last token of a sentence.</summary>
    public static readonly WordForm Boundary = new("", TokenKind.Symbol, null);

    private readonly ushort[] _clusters;

    public WordForm(ReadOnlySpan<char> text, TokenKind kind, WordResources? words)
    {
        Text = text.ToString();
        Kind = kind;
        Entry = kind == TokenKind.Word ? Lexicon.Word(text) : default;
        Span<char> folded = stackalloc char[LongestText];
        folded = folded[..Math.Min(LongestText, text.Length)];
        for (int i = 0; i < folded.Length; i++) folded[i] = char.IsAsciiDigit(text[i]) ? '0' : char.ToLowerInvariant(text[i]);
        Folded = folded.ToString();
        Exact = Fingerprint.Of(text);
        Lower = Fingerprint.Of(folded);
        Lemma = Fingerprint.Of(folded[..SingularLength(folded)]) + (folded.EndsWith("ies") ? 1UL : 0);
        Shape = ShapeOf(text);
        IsName = kind == TokenKind.Word && NameShape.IsName(text);
        Number = words is null || kind != TokenKind.Word ? -1 : words.IndexOf(text);
        _clusters = new ushort[Number < 0 ? 0 : words!.ClusterCount];
        for (int i = 0; i < _clusters.Length; i++) _clusters[i] = (ushort)words!.Cluster(Number, i);
        FrequencyClass = Number < 0 ? 0 : 1 + (int)uint.Log2(words!.Frequency(Number));
    }

    public string Text { get; }

    public TokenKind Kind { get; }

    /// <summary>Lower case, every digit as 0.</summary>
    public string Folded { get; }

    public WordEntry Entry { get; }

    public ulong Exact { get; }

    public ulong Lower { get; }

    /// <summary>Of the singular.</summary>
    public ulong Lemma { get; }

    /// <summary>Of the spelling with a sign for each run of capitals, of small letters and of digits.</summary>
    public ulong Shape { get; }

    /// <summary>Spelled as only names are.</summary>
    public bool IsName { get; }

    public bool IsCapitalized => Text.Length > 0 && char.IsUpper(Text[0]);

    /// <summary>Its number among the words that unlabelled text taught, or −1.</summary>
    public int Number { get; }

    /// <summary>Base-2 logarithm of its frequency in unlabelled text, from 1; 0 when it is unknown there.</summary>
    public int FrequencyClass { get; }

    /// <summary>Whether it is the form of these characters.</summary>
    public bool Is(ReadOnlySpan<char> text, TokenKind kind) => Kind == kind && text.SequenceEqual(Text);

    /// <summary>Its cluster in each clustering; empty when it is unknown.</summary>
    public ReadOnlySpan<ushort> Clusters => _clusters;

    /// <summary>Its cluster in one clustering, −1 when it is unknown.</summary>
    public int Cluster(int clustering) => clustering < _clusters.Length ? _clusters[clustering] : -1;

    private static int SingularLength(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies")) return word.Length - 3;
        bool isPlural = word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'');
        return isPlural ? word.Length - 1 : word.Length;
    }

    private static ulong ShapeOf(ReadOnlySpan<char> text)
    {
        Span<char> shape = stackalloc char[LongestText];
        int length = 0;
        foreach (char c in text[..Math.Min(LongestText, text.Length)])
        {
            char sign = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;

            // One capital is another thing than several.
            bool isRun = length > 0 && shape[length - 1] == sign && (sign != 'X' || (length > 1 && shape[length - 2] == sign));
            if (!isRun) shape[length++] = sign;
        }

        return Fingerprint.Of(shape[..length]);
    }
}
