using System.Globalization;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.ChatExtraction;

/// <summary>Turns an answer into an extraction: keeps what the text bears out, counts the rest.</summary>
internal sealed class AnswerValidation
{
    // A text may state in the next sentence what it compares or measures; further away nothing shows that the two belong together.
    private const int NextSentence = 1;

    private const NumberStyles Numeral =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowExponent;

    private static readonly Dictionary<string, Role> Roles =
        Enum.GetValues<Role>().ToDictionary(role => role.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Relation> Relations =
        Enum.GetValues<Relation>().ToDictionary(EdgeTypes.Of, StringComparer.OrdinalIgnoreCase);

    private readonly PaperStructure _structure;
    private readonly SurfaceFinder _finder;
    private readonly PlacedEntities _entities;
    private readonly PaperAnswer _answer;
    private readonly Tally _tally = new();

    private AnswerValidation(PaperStructure structure, PaperAnswer answer)
    {
        _structure = structure;
        _answer = answer;
        _finder = new SurfaceFinder(structure);
        _entities = new PlacedEntities(answer, _finder, _tally);
    }

    /// <summary>What the text bears out of an answer.</summary>
    /// <param name="structure">The text.</param>
    /// <param name="answer">What a model says of it.</param>
    /// <param name="counts">What was dropped and mended.</param>
    public static PaperExtraction Validate(PaperStructure structure, PaperAnswer answer, out AnswerCounts counts)
    {
        AnswerValidation validation = new(structure, answer);
        PaperExtraction extraction = new(
            [.. validation._entities.Mentions], validation.Abbreviations(), validation.RoleClaims(), validation.Statements(),
            structure.Links, validation.Results());
        counts = validation._tally.Counts;
        return extraction;
    }

    private List<RoleClaim> RoleClaims()
    {
        List<RoleClaim> claims = [];
        for (int entity = 0; entity < _entities.Count; entity++)
        {
            if (!Roles.TryGetValue(_entities.RoleOf(entity), out Role role)) _tally.DroppedRoles++;
            else if (role != Role.Mentions) claims.AddRange(_entities.MentionsOf(entity).Select(Claim));

            RoleClaim Claim(int mention) => new(mention, role, AnswerConfidence.Role);
        }

        return [.. claims.OrderBy(claim => claim.Mention)];
    }

    private List<Statement> Statements()
    {
        List<Statement> statements = [];
        foreach (AnnotatedRelation relation in _answer.Relations)
        {
            if (StatementOf(relation) is { } statement) statements.Add(statement);
            else _tally.DroppedRelations++;
        }

        return
        [
            .. statements.OrderBy(s => s.Head).ThenBy(s => s.Relation).ThenBy(s => s.Tail).DistinctBy(s => (s.Head, s.Relation, s.Tail)),
        ];
    }

    private Statement? StatementOf(AnnotatedRelation stated)
    {
        if (!Relations.TryGetValue(stated.Label, out Relation relation)) return null;
        if (_entities.Named(stated.Head) is not { } head || _entities.Named(stated.Tail) is not { } tail || head == tail) return null;
        List<Occurrence> heads = _entities.OccurrencesOf(head), tails = _entities.OccurrencesOf(tail);
        if (NearestPair.Find(heads, tails, NextSentence) is not var (h, t)) return null;
        int first = Math.Min(heads[h].Sentence, tails[t].Sentence), last = Math.Max(heads[h].Sentence, tails[t].Sentence);
        return new Statement(
            _entities.MentionsOf(head)[h], relation, _entities.MentionsOf(tail)[t],
            _structure.PlaceOfSentences(heads[h].Place.Field, first, last), AnswerConfidence.Relation);
    }

    private List<Abbreviation> Abbreviations()
    {
        List<Abbreviation> pairs = [];
        foreach (AbbreviationPair pair in _answer.Abbreviations)
        {
            List<Occurrence> shorts = _finder.Find(pair.Short, out _), longs = _finder.Find(pair.Long, out _);
            if (NearestPair.Find(shorts, longs, mostSentences: 0) is var (s, l))
                pairs.Add(new Abbreviation(shorts[s].Place, longs[l].Place, AnswerConfidence.Abbreviation));
            else
                _tally.DroppedAbbreviations++;
        }

        return [.. pairs.OrderBy(pair => pair.Short).ThenBy(pair => pair.Long).DistinctBy(pair => pair.Short)];
    }

    private List<ReportedResult> Results()
    {
        List<ReportedResult> results = [];
        foreach (AnsweredResult answered in _answer.Results)
        {
            if (ResultOf(answered) is { } result) results.Add(result);
            else _tally.DroppedResults++;
        }

        return [.. results.OrderBy(r => r.Place).ThenBy(r => r.Metric).DistinctBy(r => (r.Place, r.Metric))];
    }

    private ReportedResult? ResultOf(AnsweredResult answered)
    {
        bool isNumber = double.TryParse(answered.Value, Numeral, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        if (!isNumber || !IsNothingOrEntity(answered.Dataset) || !IsNothingOrEntity(answered.Method)) return null;
        if (_entities.Named(answered.Metric) is not { } metric) return null;
        List<Occurrence> values = _finder.Find(answered.Value, out _);
        if (NearestPair.Find(values, _entities.OccurrencesOf(metric), NextSentence) is not var (v, m)) return null;
        FieldSpan place = WithUnit(values[v], answered.Unit, out string unit);
        return new ReportedResult(
            _entities.MentionsOf(metric)[m], value, unit,
            MentionBeside(values[v], answered.Dataset), MentionBeside(values[v], answered.Method), place, AnswerConfidence.Result);
    }

    private bool IsNothingOrEntity(string surface) => surface.Length == 0 || _entities.Named(surface) is not null;

    // The mention of the entity nearest to a place; null when none is in its sentence or the next.
    private int? MentionBeside(Occurrence place, string surface)
    {
        if (_entities.Named(surface) is not { } entity) return null;
        (int, int Mention)? nearest = NearestPair.Find([place], _entities.OccurrencesOf(entity), NextSentence);
        return nearest is { Mention: int mention } ? _entities.MentionsOf(entity)[mention] : null;
    }

    // A unit counts where it stands behind the number, with a blank between at most.
    private FieldSpan WithUnit(Occurrence value, string answered, out string unit)
    {
        (TextField field, TextSpan number) = value.Place;
        string text = _structure.Beginning(field);
        int start = number.End < text.Length && text[number.End] == ' ' ? number.End + 1 : number.End;
        FieldSpan whole = new(field, new TextSpan(number.Start, start + answered.Length));
        bool stands = answered.Length > 0 && text.AsSpan(start).StartsWith(answered, StringComparison.Ordinal)
            && _structure.SentenceOf(whole) is not null;
        unit = stands ? answered : "";
        return stands ? whole : value.Place;
    }
}
