using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The attributes that a token has from its place in the paper, the sentence and the noun phrase.</summary>
/// <remarks>They say so little that each of four groups of them is told by a small number, its code.</remarks>
internal static class PlaceAttributes
{
    /// <summary>Codes of each group are below these.</summary>
    public const int Surroundings = 256, Recurrences = 512, Neighbourhoods = 256, PhrasePlaces = 64;

    private const int FarInPhrase = 4, MostOccurrences = 5;

    /// <summary>In which sentence the token stands, in brackets, in quotes, in an abbreviation pair.</summary>
    public static int SurroundingsOf(PassageContext passage, int token)
    {
        ref readonly PassageContext.Place place = ref passage.Places[token];
        int sentence = passage.Passage.Field == TextField.Title ? 0
            : place.Sentence == 0 ? 1 : place.Sentence == passage.Passage.Sentences.Length - 1 ? 2 : 3;
        return sentence | (place.InBrackets ? 4 : 0) | (place.InQuotes ? 8 : 0) | ((int)place.Defined << 4);
    }

    /// <inheritdoc cref="SurroundingsOf"/>
    public static void AddSurroundings<TSink>(int code, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        sink.Add(Fingerprint.Of(AttributeKind.Sentence, 0, (ulong)code & 3));
        if ((code & 4) != 0) sink.Add(Fingerprint.Of(AttributeKind.InBrackets, 0, 0));
        if ((code & 8) != 0) sink.Add(Fingerprint.Of(AttributeKind.InQuotes, 0, 0));
        if (code >> 4 != 0) sink.Add(Fingerprint.Of(AttributeKind.DefinedForm, 0, (ulong)code >> 4));
    }

    /// <summary>How often the paper repeats the word of a token that is no symbol, and whether the title holds it.</summary>
    public static int RecurrenceOf(PaperContext paper, PassageContext passage, int token)
    {
        WordForm own = passage.Forms[token];
        int title = !paper.IsInTitle(own) ? 0 : passage.Passage.Field == TextField.Title ? 1 : 2;
        return (int)passage.Passage.Parts[token] | (Math.Min(MostOccurrences, paper.Occurrences(own)) << 4) | (title << 7);
    }

    /// <inheritdoc cref="RecurrenceOf"/>
    public static void AddRecurrence<TSink>(int code, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        ulong part = (ulong)code & 15, occurrences = ((ulong)code >> 4) & 7;
        int title = code >> 7;
        sink.Add(Fingerprint.Of(AttributeKind.Occurrences, 0, occurrences | (part << 8)));
        if (title > 0) sink.Add(Fingerprint.Of(AttributeKind.InTitle, 0, title == 1 ? 0 : part));
    }

    /// <summary>Whether the paper repeats the word of a token that is no symbol together with its neighbours, and whether it writes it
    /// with a capital elsewhere.</summary>
    public static int NeighbourhoodOf(PaperContext paper, PassageContext passage, TokenRange sentence, int token)
    {
        WordForm own = passage.Forms[token];
        bool followsAgain = paper.Occurrences(passage.FormIn(sentence, token - 1), own) > 1;
        bool leadsAgain = paper.Occurrences(own, passage.FormIn(sentence, token + 1)) > 1;
        int capital = !paper.IsCapitalized(own) ? 0 : own.IsCapitalized ? 1 : 2;
        return (int)passage.Passage.Parts[token] | (followsAgain ? 16 : 0) | (leadsAgain ? 32 : 0) | (capital << 6);
    }

    /// <inheritdoc cref="NeighbourhoodOf"/>
    public static void AddNeighbourhood<TSink>(int code, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        ulong part = (ulong)code & 15, repeats = ((ulong)code >> 4) & 3;
        int capital = code >> 6;
        if (capital > 0) sink.Add(Fingerprint.Of(AttributeKind.CapitalizedElsewhere, 0, capital == 1 ? 1UL : 0));
        sink.Add(Fingerprint.Of(AttributeKind.RepeatedPair, 0, repeats | (part << 8)));
    }

    /// <summary>How far from the end and from the beginning of its noun phrase a token stands.</summary>
    public static int PhrasePlaceOf(TokenRange phrase, int token) =>
        Math.Min(FarInPhrase, phrase.End - 1 - token) | (Math.Min(FarInPhrase, token - phrase.First) << 3);

    /// <inheritdoc cref="PhrasePlaceOf"/>
    public static void AddPhrasePlace<TSink>(int code, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        ulong fromEnd = (ulong)code & 7, fromStart = (ulong)code >> 3;
        sink.Add(Fingerprint.Of(AttributeKind.PhrasePlace, 0, fromEnd));
        sink.Add(Fingerprint.Of(AttributeKind.PhrasePlace, 1, fromStart));
        sink.Add(Fingerprint.Of(AttributeKind.PhrasePlace, 2, (fromEnd << 8) | fromStart));
    }
}
