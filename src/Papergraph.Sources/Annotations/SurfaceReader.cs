using System.Text.Json;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads annotations by surfaces: what a paper speaks of and, where the record has <c>mentions</c>, where.</summary>
internal sealed class SurfaceReader(SourceContext context, IReadOnlyDictionary<string, PaperText>? texts)
{
    private static readonly string[] Parts = ["entities", "relations", "abbreviations", "links", "mentions"];

    internal AnnotatedPaper? Read(JsonElement json, long line)
    {
        if (!Array.Exists(Parts, part => json.TryGetProperty(part, out JsonElement value) && value.ValueKind == JsonValueKind.Array))
            return Rejected(SourceDiagnostics.NothingAnnotated(context.File, line));
        string id = json.TryGetProperty("id", out JsonElement key) && key.ValueKind == JsonValueKind.Number ? key.GetRawText() : Text(json, "id") ?? "";
        PaperText text = new(Text(json, "title") ?? "", Text(json, "abstract") ?? "");
        if (text.Title.Length + text.Abstract.Length == 0)
        {
            if (TextOf(id) is not { } known) return Rejected(SourceDiagnostics.TextMissing(context.File, line, id));
            text = known;
        }

        AnnotationFaults faults = new(context, line);
        AnnotatedPaper paper = new()
        {
            Id = id.Length <= AnnotationLimits.NameLength ? id : id[..AnnotationLimits.NameLength],
            Text = text,
            Layers = Layer(json, "entities", AnnotationLayers.Entities) | Layer(json, "relations", AnnotationLayers.Relations),
            Entities = List(json, "entities", item => Entity(item, faults), faults) ?? [],
            Spans = List(json, "mentions", item => Mention(item, text), faults) is { } spans ? [.. spans.OrderBy(s => s.Place)] : null,
            Relations = List(json, "relations", Relation, faults) ?? [],
            Abbreviations = List(json, "abbreviations", Pair, faults),
            Links = List(json, "links", link => (TextOf(link), "it is no text"), faults),
        };
        faults.Report();
        ReportSurfacesElsewhere(paper, line);
        return paper;
    }

    private AnnotatedPaper? Rejected(Diagnostic reason)
    {
        context.Reject(reason);
        return null;
    }

    private PaperText? TextOf(string id) =>
        texts is null || id.Length == 0 ? null
        : texts.GetValueOrDefault(id) ?? (Identifier.Parse(id) is { } identifier ? texts.GetValueOrDefault(identifier.ToString()) : null);

    private static AnnotationLayers Layer(JsonElement json, string part, AnnotationLayers layer) =>
        json.TryGetProperty(part, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? layer : AnnotationLayers.None;

    /// <summary>The usable items of a list; null where there is no such list.</summary>
    /// <param name="json">The record.</param>
    /// <param name="part">The member that should hold the list.</param>
    /// <param name="read">The item, or null and why it cannot be used.</param>
    /// <param name="faults">Is told of the items that cannot be used.</param>
    private static List<T>? List<T>(JsonElement json, string part, Func<JsonElement, (T? Item, string Fault)> read, AnnotationFaults faults)
        where T : class
    {
        if (!json.TryGetProperty(part, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add(part, "they are no list");
            return null;
        }

        List<T> items = [];
        foreach (JsonElement element in value.EnumerateArray())
        {
            (T? item, string fault) = items.Count < AnnotationLimits.Items ? read(element) : (null, "there are too many of them");
            if (item is not null) items.Add(item);
            else faults.Add(part, fault);
        }

        return items;
    }

    private static (AnnotatedEntity?, string) Entity(JsonElement item, AnnotationFaults faults)
    {
        if (Text(item, "type") is not { Length: > 0 } label) return (null, "it has no type");
        if (!item.TryGetProperty("surfaces", out JsonElement listed) || listed.ValueKind != JsonValueKind.Array) return (null, "it has no list of surfaces");
        List<string> surfaces = [];
        foreach (JsonElement surface in listed.EnumerateArray())
        {
            if (surfaces.Count == AnnotationLimits.Surfaces) faults.Add("surfaces", "there are too many of them");
            else if (TextOf(surface) is { Length: > 0 } usable) surfaces.Add(usable);
            else faults.Add("surfaces", "it is no text, or too long");
        }

        Role? role = Text(item, "role") is { } name ? RoleOf(name) : null;
        if (role is null && item.TryGetProperty("role", out JsonElement given) && given.ValueKind != JsonValueKind.Null)
            faults.Add("roles", "it is none of introduces, uses, evaluates, compares, addresses, mentions");
        return surfaces.Count > 0 ? (new AnnotatedEntity(label, surfaces, role), "") : (null, "it has no surface");
    }

    private static (AnnotatedSpan?, string) Mention(JsonElement item, PaperText text)
    {
        if (Text(item, "type") is not { Length: > 0 } label) return (null, "it has no type");
        TextField? field = Text(item, "field") switch
        {
            "title" => TextField.Title,
            "abstract" => TextField.Abstract,
            _ => null,
        };
        if (field is not { } known) return (null, "its field is neither title nor abstract");
        if (!Number(item, "start", out int start) || !Number(item, "end", out int end) || start < 0 || end <= start || end > text[known].Length)
            return (null, "it does not lie within its field");
        double confidence = 1;
        if (item.TryGetProperty("confidence", out JsonElement given)
            && (given.ValueKind != JsonValueKind.Number || !given.TryGetDouble(out confidence) || confidence is not (>= 0 and <= 1)))
            return (null, "its confidence is no number between 0 and 1");
        return (new AnnotatedSpan(label, new FieldSpan(known, new TextSpan(start, end)), confidence), "");
    }

    private static (AnnotatedRelation?, string) Relation(JsonElement item) =>
        (Text(item, "head"), Text(item, "relation"), Text(item, "tail")) is ({ Length: > 0 } head, { Length: > 0 } label, { Length: > 0 } tail)
            ? (new AnnotatedRelation(head, label, tail), "")
            : (null, "it lacks its head, relation or tail");

    private static (AbbreviationPair?, string) Pair(JsonElement item) =>
        (Text(item, "short"), Text(item, "long")) is ({ Length: > 0 } brief, { Length: > 0 } whole)
            ? (new AbbreviationPair(brief, whole), "")
            : (null, "it lacks its short or its long form");

    private void ReportSurfacesElsewhere(AnnotatedPaper paper, long line)
    {
        string? first = null;
        long count = 0;
        foreach (string surface in paper.Entities.SelectMany(entity => entity.Surfaces))
        {
            if (paper.Text.Title.Contains(surface, StringComparison.Ordinal) || paper.Text.Abstract.Contains(surface, StringComparison.Ordinal)) continue;
            first ??= surface;
            count++;
        }

        if (first is not null) context.Report(SourceDiagnostics.NotInTheText(context.File, line, count, first));
    }

    private static Role? RoleOf(string name)
    {
        foreach (Role role in Enum.GetValues<Role>())
            if (string.Equals(name, role.ToString(), StringComparison.OrdinalIgnoreCase)) return role;
        return null;
    }

    private static bool Number(JsonElement item, string name, out int number)
    {
        number = 0;
        return item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number);
    }

    /// <summary>A member's text; titles and abstracts may be of any length that a record may have.</summary>
    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= AnnotationLimits.NameLength } text ? text : null;
}
