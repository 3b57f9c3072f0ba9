using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Papergraph.TestKit;

/// <summary>Reads Turtle and N-Triples, 1.1 and 1.2: what the tests need to check files without the product's own code.</summary>
/// <remarks>Written from the grammar of https://www.w3.org/TR/rdf12-turtle/ as one recursive descent. It believes in well-formed input
/// (a fault is an exception), resolves no relative IRIs, and reads a whole file at once.</remarks>
public sealed partial class TurtleReader
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Xsd = "http://www.w3.org/2001/XMLSchema#";

    private readonly string _text;
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly List<TurtleTerm.Triple> _triples = [];
    private int _at, _anonymous;

    private TurtleReader(string text) => _text = text;

    /// <summary>All triples in the order in which they stand.</summary>
    public static IReadOnlyList<TurtleTerm.Triple> Read(string text)
    {
        TurtleReader reader = new(text);
        while (reader.SkipSpace()) reader.Statement();
        return reader._triples;
    }

    private void Statement()
    {
        if (Match(DirectiveForm()) is { } directive)
        {
            if (directive.Groups["prefix"].Success) _prefixes[directive.Groups["prefix"].Value] = directive.Groups["iri"].Value;
            return;
        }

        bool isAnonymous = Peek("[");
        TurtleTerm subject = Term();
        SkipSpace();
        if (!(isAnonymous && Peek("."))) PredicateObjects(subject);
        Expect(".");
    }

    private void PredicateObjects(TurtleTerm subject)
    {
        do
        {
            SkipSpace();
            if (_at < _text.Length && (Peek(".") || Peek("]") || Peek("|}"))) return;
            TurtleTerm predicate = Match(AForm()) is null ? Term() : new TurtleTerm.Iri(Rdf + "type");
            do Annotated(Add(subject, predicate, Term()));
            while (Take(","));
        }
        while (Take(";"));
    }

    private void Annotated(TurtleTerm.Triple triple)
    {
        TurtleTerm? reifier = null;
        while (true)
        {
            if (Take("~"))
            {
                SkipSpace();
                bool isNamed = !(Peek("~") || Peek("{|") || Peek(".") || Peek(";") || Peek(",") || Peek("|}"));
                reifier = Reify(isNamed ? Term() : NewBlank(), triple);
            }
            else if (Take("{|"))
            {
                PredicateObjects(reifier ?? Reify(NewBlank(), triple));
                Expect("|}");
                reifier = null;
            }
            else return;
        }
    }

    private TurtleTerm Reify(TurtleTerm reifier, TurtleTerm.Triple triple)
    {
        Add(reifier, new TurtleTerm.Iri(Rdf + "reifies"), triple);
        return reifier;
    }

    private TurtleTerm Term()
    {
        SkipSpace();
        if (Take("<<(")) return TripleUntil(")>>");
        if (Take("<<"))
        {
            TurtleTerm subject = Term(), predicate = Term(), @object = Term();
            bool isNamed = Take("~") && SkipSpace() && !Peek(">>");
            TurtleTerm reifier = isNamed ? Term() : NewBlank();
            Expect(">>");
            return Reify(reifier, new TurtleTerm.Triple(subject, predicate, @object));
        }

        if (Take("[")) return BlankProperties();
        if (Take("(")) return Collection();
        if (Match(IriForm()) is { } iri) return new TurtleTerm.Iri(Unescape(iri.Groups[1].Value));
        if (Match(BlankForm()) is { } blank) return new TurtleTerm.Blank(blank.Groups[1].Value);
        if (Match(StringForm()) is { } text) return LiteralOf(Unescape(text.Groups["text"].Value));
        if (Match(NumberForm()) is { } number) return NumberOf(number.Value);
        if (Match(BooleanForm()) is { } boolean) return new TurtleTerm.Literal(boolean.Value, Xsd + "boolean", "");
        if (Match(PrefixedForm()) is { } name)
            return new TurtleTerm.Iri(_prefixes[name.Groups["prefix"].Value] + LocalEscape().Replace(name.Groups["local"].Value, "$1"));
        throw new FormatException($"No term at {_at}: {_text[_at..Math.Min(_at + 40, _text.Length)]}");
    }

    private TurtleTerm.Triple TripleUntil(string end)
    {
        TurtleTerm.Triple triple = new(Term(), Term(), Term());
        Expect(end);
        return triple;
    }

    private TurtleTerm BlankProperties()
    {
        TurtleTerm blank = NewBlank();
        PredicateObjects(blank);
        Expect("]");
        return blank;
    }

    private TurtleTerm Collection()
    {
        TurtleTerm.Iri first = new(Rdf + "first"), rest = new(Rdf + "rest"), nil = new(Rdf + "nil");
        List<TurtleTerm> items = [];
        while (!Take(")")) items.Add(Term());
        TurtleTerm list = nil;
        foreach (TurtleTerm item in items.AsEnumerable().Reverse())
        {
            TurtleTerm cell = NewBlank();
            Add(cell, first, item);
            Add(cell, rest, list);
            list = cell;
        }

        return list;
    }

    private TurtleTerm.Literal LiteralOf(string text)
    {
        if (Match(LanguageForm()) is { } tag)
        {
            string language = tag.Groups[1].Value.ToLowerInvariant();
            bool isDirected = language.Contains("--", StringComparison.Ordinal);
            return new TurtleTerm.Literal(text, Rdf + (isDirected ? "dirLangString" : "langString"), language);
        }

        return new TurtleTerm.Literal(text, Take("^^") ? ((TurtleTerm.Iri)Term()).Value : Xsd + "string", "");
    }

    private static TurtleTerm.Literal NumberOf(string text)
    {
        string type = text.AsSpan().ContainsAny("eE") ? "double" : text.Contains('.', StringComparison.Ordinal) ? "decimal" : "integer";
        return new TurtleTerm.Literal(text, Xsd + type, "");
    }

    private TurtleTerm.Triple Add(TurtleTerm subject, TurtleTerm predicate, TurtleTerm @object)
    {
        TurtleTerm.Triple triple = new(subject, predicate, @object);
        _triples.Add(triple);
        return triple;
    }

    private TurtleTerm.Blank NewBlank() => new("anonymous " + _anonymous++.ToString(CultureInfo.InvariantCulture));

    private static string Unescape(string text) => EscapeForm().Replace(text, e => e.Value[1] switch
    {
        'u' or 'U' => new Rune(int.Parse(e.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        't' => "\t",
        'b' => "\b",
        'n' => "\n",
        'r' => "\r",
        'f' => "\f",
        char other => other.ToString(),
    });

    private bool SkipSpace()
    {
        _at += SpaceForm().Match(_text, _at).Length;
        return _at < _text.Length;
    }

    private bool Peek(string token) => string.CompareOrdinal(_text, _at, token, 0, token.Length) == 0;

    private bool Take(string token)
    {
        SkipSpace();
        if (!Peek(token)) return false;
        _at += token.Length;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token)) throw new FormatException($"Expected {token} at {_at}: {_text[_at..Math.Min(_at + 40, _text.Length)]}");
    }

    private Match? Match(Regex form)
    {
        SkipSpace();
        Match match = form.Match(_text, _at);
        if (!match.Success) return null;
        _at += match.Length;
        return match;
    }

    [GeneratedRegex(@"\G(?:\s|\#[^\n\r]*)*")]
    private static partial Regex SpaceForm();

    [GeneratedRegex(
        @"\G(?:@?(?:prefix|PREFIX)\s+(?<prefix>[^:\s]*):\s*<(?<iri>[^>]*)>|@?(?:version|VERSION)\s+[""'][^""']*[""'])(?:\s*\.)?")]
    private static partial Regex DirectiveForm();

    [GeneratedRegex(@"\Ga(?=[\s<\[])")]
    private static partial Regex AForm();

    [GeneratedRegex(@"\G<([^<>""{}|^`\x00-\x20]*)>")]
    private static partial Regex IriForm();

    [GeneratedRegex(@"\G_:([\w](?:[\w.\-]*[\w\-])?)")]
    private static partial Regex BlankForm();

    [GeneratedRegex("""
        \G(?:
          \"\"\"(?<text>(?:[^\\"]|\\.|"(?!""))*)\"\"\" | '''(?<text>(?:[^\\']|\\.|'(?!''))*)'''
        | "(?<text>(?:[^\\"\n\r]|\\.)*)" | '(?<text>(?:[^\\'\n\r]|\\.)*)' )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex StringForm();

    [GeneratedRegex(@"\G[+-]?(?:[0-9]+\.[0-9]*[eE][+-]?[0-9]+|\.?[0-9]+[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+)")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\G(?:true|false)\b")]
    private static partial Regex BooleanForm();

    [GeneratedRegex(@"\G@([a-zA-Z]+(?:-[a-zA-Z0-9]+)*(?:--[a-zA-Z]+)?)")]
    private static partial Regex LanguageForm();

    [GeneratedRegex(
        @"\G(?<prefix>(?:\w[\w.\-]*)?):(?<local>(?:(?:[\w:\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]|\.(?=[\w:\-.%\\]))*))")]
    private static partial Regex PrefixedForm();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex LocalEscape();

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")]
    private static partial Regex EscapeForm();
}
