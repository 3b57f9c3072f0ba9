using System.Text.RegularExpressions;

namespace Papergraph.Corpus;

/// <summary>One name of a paper in one scheme, in the scheme's normal form, so that equal things compare equal.</summary>
/// <param name="Scheme">Who gave it.</param>
/// <param name="Value">Normal form, without prefix.</param>
public readonly partial record struct Identifier(IdentifierScheme Scheme, string Value) : IComparable<Identifier>
{
    private const int LongestValue = 512;

    /// <summary>Whether the scheme gives a work one identifier only, so that two different ones mean two works.</summary>
    /// <remarks>A local key says nothing: another file may call the same paper differently.</remarks>
    public bool IsAuthoritative => Scheme != IdentifierScheme.Local;

    /// <summary>Recognises a DOI with or without <c>doi:</c> or a resolver's address before it; null when it is none.</summary>
    /// <remarks>A DOI that arXiv gives its own papers (<c>10.48550/arXiv.…</c>) is returned as the arXiv identifier.</remarks>
    public static Identifier? Doi(string? text)
    {
        string value = Unprefixed(text, "doi:", "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/");
        if (!DoiForm().IsMatch(value) || value.Length > LongestValue) return null;
        string lower = value.ToLowerInvariant();
        return lower.StartsWith("10.48550/arxiv.", StringComparison.Ordinal)
            ? Arxiv(lower["10.48550/arxiv.".Length..])
            : new Identifier(IdentifierScheme.Doi, lower);
    }

    /// <summary>Recognises an arXiv identifier of either form, with or without prefix, address and version; null when it is none.</summary>
    /// <remarks>The old form begins with one of arXiv's archives and holds a month from January 1991 to March 2007, the new form one from
    /// April 2007 on (https://info.arxiv.org/help/arxiv_identifier.html).</remarks>
    public static Identifier? Arxiv(string? text)
    {
        string value = Unprefixed(text, "arxiv:", "https://arxiv.org/abs/", "http://arxiv.org/abs/", "https://arxiv.org/pdf/", "http://arxiv.org/pdf/", "arxiv.org/abs/");
        Match match = ArxivForm().Match(value);
        return match.Success ? new Identifier(IdentifierScheme.Arxiv, match.Groups["id"].Value.ToLowerInvariant()) : null;
    }

    /// <summary>Recognises an OpenAlex work, with or without prefix or address; null when it is none.</summary>
    public static Identifier? OpenAlex(string? text) => OpenAlex(text, bare: true);

    /// <summary>Recognises an ACL Anthology identifier of the old or the new form; null when it is none.</summary>
    public static Identifier? Acl(string? text)
    {
        string value = Unprefixed(text, "acl:", "https://aclanthology.org/", "https://www.aclweb.org/anthology/").TrimEnd('/');
        if (OldAclForm().IsMatch(value)) return new Identifier(IdentifierScheme.Acl, value.ToUpperInvariant());
        return NewAclForm().IsMatch(value) ? new Identifier(IdentifierScheme.Acl, value.ToLowerInvariant()) : null;
    }

    /// <summary>Recognises a PubMed identifier with prefix or address; bare digits only when <paramref name="bare"/>. Null when it is none.</summary>
    public static Identifier? Pmid(string? text, bool bare = false)
    {
        string trimmed = (text ?? "").Trim();
        string value = Unprefixed(trimmed, "pmid:", "https://pubmed.ncbi.nlm.nih.gov/", "http://pubmed.ncbi.nlm.nih.gov/").TrimEnd('/');
        return (bare || value.Length < trimmed.Length) && PmidForm().IsMatch(value)
            ? new Identifier(IdentifierScheme.Pmid, value.TrimStart('0'))
            : null;
    }

    /// <summary>Recognises a Semantic Scholar paper with prefix: a 40-digit hash or a corpus number; null when it is none.</summary>
    public static Identifier? S2(string? text)
    {
        string value = Unprefixed(text, "s2:", "https://www.semanticscholar.org/paper/", "https://api.semanticscholar.org/");
        if (S2Form().IsMatch(value)) return new Identifier(IdentifierScheme.S2, value.ToLowerInvariant());
        Match corpus = S2CorpusForm().Match(value);
        return corpus.Success ? new Identifier(IdentifierScheme.S2, "CorpusId:" + corpus.Groups[1].Value) : null;
    }

    /// <summary>Reads an identifier of whatever scheme from a free key such as the <c>id</c> of a JSON record or a reference:
    /// the known forms first, else a local key. Null when the text is blank, longer than 512 characters, or a scheme without a
    /// value.</summary>
    /// <remarks>Bare numbers of OpenAlex and PubMed are local keys here: <c>w101</c> and <c>1234</c> are what people call their own
    /// records.</remarks>
    public static Identifier? Parse(string? text)
    {
        string value = (text ?? "").Trim();
        if (value.Length is 0 or > LongestValue || NoValueForm().IsMatch(value)) return null;
        return Doi(value) ?? Arxiv(value) ?? OpenAlex(value, bare: false) ?? Acl(value) ?? Pmid(value) ?? S2(value)
            ?? new Identifier(IdentifierScheme.Local, Unprefixed(value, "local:"));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text has no known scheme before its colon, or nothing behind it.</exception>
    public static Identifier FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && char.IsAsciiLetter(text[0])
            && Enum.TryParse(text[..colon], ignoreCase: true, out IdentifierScheme scheme)
            ? new Identifier(scheme, text[(colon + 1)..])
            : throw new FormatException($"'{text}' is no identifier: expected scheme:value.");
    }

    /// <summary>Orders by scheme, then by value (ordinal).</summary>
    public int CompareTo(Identifier other) =>
        Scheme != other.Scheme ? Scheme.CompareTo(other.Scheme) : string.CompareOrdinal(Value, other.Value);

    /// <summary>The scheme in lower case, a colon and the value: <c>doi:10.1145/3292500.3330701</c>.</summary>
    public override string ToString() => Scheme.ToString().ToLowerInvariant() + ":" + Value;

    private static Identifier? OpenAlex(string? text, bool bare)
    {
        string trimmed = (text ?? "").Trim();
        string value = Unprefixed(
            trimmed, "openalex:", "https://openalex.org/works/", "https://openalex.org/", "http://openalex.org/",
            "https://api.openalex.org/works/");
        return (bare || value.Length < trimmed.Length) && OpenAlexForm().IsMatch(value)
            ? new Identifier(IdentifierScheme.OpenAlex, value.ToUpperInvariant())
            : null;
    }

    private static string Unprefixed(string? text, params ReadOnlySpan<string> prefixes)
    {
        string value = (text ?? "").Trim();
        foreach (string prefix in prefixes)
            if (value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return value[prefix.Length..].Trim();
        return value;
    }

    [GeneratedRegex(@"^((doi|arxiv|openalex|acl|s2|local):|pmid:\s*0*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoValueForm();

    [GeneratedRegex(@"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$", RegexOptions.CultureInvariant)]
    private static partial Regex DoiForm();

    [GeneratedRegex(
        @"^(?<id>"
        + @"(070[4-9]|071[0-2]|(0[89]|[1-9][0-9])(0[1-9]|1[0-2]))\.[0-9]{4,5}"
        + @"|(acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|econ|eess"
        + @"|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin"
        + @"|quant-ph|solv-int|stat|supr-con)(\.[a-z]{2})?/((9[1-9]|0[0-6])(0[1-9]|1[0-2])|070[1-3])[0-9]{3}"
        + @")(v[0-9]+)?(\.pdf)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ArxivForm();

    [GeneratedRegex(@"^W[0-9]{3,12}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpenAlexForm();

    [GeneratedRegex(@"^[A-Z][0-9]{2}-[0-9]{4,5}[a-z]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OldAclForm();

    [GeneratedRegex(@"^[0-9]{4}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NewAclForm();

    [GeneratedRegex(@"^(?=.*[1-9])[0-9]{1,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex PmidForm();

    [GeneratedRegex(@"^[0-9a-f]{40}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex S2Form();

    [GeneratedRegex(@"^CorpusID:([0-9]{1,12})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex S2CorpusForm();
}
