using System.Globalization;
using System.Text.RegularExpressions;

namespace Papergraph.TestKit;

/// <summary>Checks triples against shapes: as much of SHACL Core as <c>ontology/shapes.ttl</c> uses, by the letter of its definitions
/// (https://www.w3.org/TR/shacl/). A constraint that it does not know is an exception, not a silence.</summary>
public sealed class ShaclCheck
{
    private const string Sh = "http://www.w3.org/ns/shacl#", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private readonly ILookup<(TurtleTerm, string), TurtleTerm> _shapes, _data;
    private readonly ILookup<TurtleTerm, TurtleTerm> _instances;
    private readonly ILookup<string, TurtleTerm> _subjectsOf;
    private readonly IReadOnlyList<TurtleTerm> _nodeShapes;

    private ShaclCheck(IReadOnlyList<TurtleTerm.Triple> shapes, IReadOnlyList<TurtleTerm.Triple> data)
    {
        _shapes = shapes.ToLookup(t => (t.Subject, Name(t.Predicate)), t => t.Object);
        _data = data.ToLookup(t => (t.Subject, Name(t.Predicate)), t => t.Object);
        _instances = data.Where(t => Name(t.Predicate) == Rdf + "type").ToLookup(t => t.Object, t => t.Subject);
        _subjectsOf = data.ToLookup(t => Name(t.Predicate), t => t.Subject);
        _nodeShapes = [.. shapes.Where(t => Name(t.Object) == Sh + "NodeShape").Select(t => t.Subject)];
    }

    /// <summary>One line for each node and constraint that do not fit.</summary>
    public static IReadOnlyList<string> Violations(IReadOnlyList<TurtleTerm.Triple> shapes, IReadOnlyList<TurtleTerm.Triple> data)
    {
        ShaclCheck check = new(shapes, data);
        return
        [
            .. from shape in check._nodeShapes
               from focus in check.Targets(shape).Distinct()
               from fault in check.Faults(shape, focus, [focus])
               select $"{focus}: {fault}",
        ];
    }

    private IEnumerable<TurtleTerm> Targets(TurtleTerm shape) =>
        _shapes[(shape, Sh + "targetClass")].SelectMany(c => _instances[c])
            .Concat(_shapes[(shape, Sh + "targetSubjectsOf")].SelectMany(p => _subjectsOf[Name(p)]));

    private IEnumerable<string> Faults(TurtleTerm shape, TurtleTerm focus, IReadOnlyList<TurtleTerm> values)
    {
        foreach ((TurtleTerm _, string constraint) in _shapes.Where(g => g.Key.Item1 == shape).Select(g => g.Key))
            foreach (TurtleTerm parameter in _shapes[(shape, constraint)])
            {
                if (!constraint.StartsWith(Sh, StringComparison.Ordinal)) continue;
                string name = constraint[Sh.Length..];
                if (name == "property")
                    foreach (string fault in PropertyFaults(parameter, focus))
                        yield return fault;
                else if (!Holds(name, parameter, focus, values))
                    yield return $"breaks sh:{name} {parameter}";
            }
    }

    private IEnumerable<string> PropertyFaults(TurtleTerm shape, TurtleTerm focus)
    {
        string path = Name(_shapes[(shape, Sh + "path")].Single());
        return Faults(shape, focus, [.. _data[(focus, path)]]).Select(fault => $"{path} {fault}");
    }

    private bool Holds(string constraint, TurtleTerm parameter, TurtleTerm focus, IReadOnlyList<TurtleTerm> values) => constraint switch
    {
        "path" or "targetClass" or "targetSubjectsOf" => true,
        "minCount" => values.Count >= Number(parameter),
        "maxCount" => values.Count <= Number(parameter),
        "datatype" => values.All(v => v is TurtleTerm.Literal literal && literal.Datatype == Name(parameter)),
        "class" => values.All(v => _data[(v, Rdf + "type")].Contains(parameter)),
        "nodeKind" => Name(parameter) == Sh + "IRI" && values.All(v => v is TurtleTerm.Iri),
        "pattern" => values.All(v => Regex.IsMatch(Name(v), Name(parameter), RegexOptions.CultureInvariant)),
        "minLength" => values.All(v => Name(v).Length >= Number(parameter)),
        "minInclusive" => values.All(v => Number(v) >= Number(parameter)),
        "maxInclusive" => values.All(v => Number(v) <= Number(parameter)),
        "lessThanOrEquals" => values.All(v => _data[(focus, Name(parameter))].All(other => Number(v) <= Number(other))),
        "in" => values.All(v => Items(parameter).Contains(v)),
        "or" => values.All(v => Items(parameter).Any(shape => !Faults(shape, v, [v]).Any())),
        "xone" => values.All(v => Items(parameter).Count(shape => !Faults(shape, v, [v]).Any()) == 1),
        _ => throw new NotSupportedException("sh:" + constraint),
    };

    private IEnumerable<TurtleTerm> Items(TurtleTerm list)
    {
        for (TurtleTerm cell = list; Name(cell) != Rdf + "nil"; cell = _shapes[(cell, Rdf + "rest")].Single())
            yield return _shapes[(cell, Rdf + "first")].Single();
    }

    private static double Number(TurtleTerm term) =>
        double.TryParse(Name(term), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    private static string Name(TurtleTerm term) => term switch
    {
        TurtleTerm.Iri iri => iri.Value,
        TurtleTerm.Literal literal => literal.Text,
        _ => "",
    };
}
