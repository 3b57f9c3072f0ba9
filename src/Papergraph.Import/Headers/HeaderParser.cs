using System.Globalization;
using Papergraph.Store;

namespace Papergraph.Import.Headers;

/// <summary>Reads the fields of a header: <c>name</c>, <c>name:type</c>, <c>name:ID(group){id-type:long}</c>, <c>:START_ID</c>, …</summary>
/// <remarks>Neo4j operations manual 5, “CSV file header format”. The name may itself hold colons: the last one begins the type.</remarks>
/// <param name="file">The file that the header stands in, for messages.</param>
/// <param name="isOfNodes">Whether the header is of nodes and not of relationships.</param>
/// <param name="idType">What ids are where the header does not say it.</param>
internal sealed class HeaderParser(string file, bool isOfNodes, IdType idType)
{
    private static readonly Dictionary<string, PropertyType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = PropertyType.String,
        ["char"] = PropertyType.String,
        ["byte"] = PropertyType.Int64,
        ["short"] = PropertyType.Int64,
        ["int"] = PropertyType.Int64,
        ["long"] = PropertyType.Int64,
        ["float"] = PropertyType.Double,
        ["double"] = PropertyType.Double,
        ["boolean"] = PropertyType.Boolean,
        ["date"] = PropertyType.Date,
        ["datetime"] = PropertyType.DateTime,
        ["string[]"] = PropertyType.StringList,
        ["char[]"] = PropertyType.StringList,
        ["byte[]"] = PropertyType.Int64List,
        ["short[]"] = PropertyType.Int64List,
        ["int[]"] = PropertyType.Int64List,
        ["long[]"] = PropertyType.Int64List,
        ["float[]"] = PropertyType.DoubleList,
        ["double[]"] = PropertyType.DoubleList,
        ["boolean[]"] = PropertyType.BooleanList,
    };

    // Types of Neo4j that a graph has no type for; their texts are kept.
    private static readonly HashSet<string> TextTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "localdatetime", "time", "localtime", "duration", "point",
    };

    private static readonly HashSet<string> TextListTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "date[]", "datetime[]", "localdatetime[]", "time[]", "localtime[]", "duration[]", "point[]",
    };

    private static string KnownTypes => string.Join(", ", Types.Keys.Concat(TextTypes).Where(type => type[^1] != ']'));

    /// <summary>Whether values of this type are kept as texts, for want of a type of their own.</summary>
    public static bool IsKeptAsText(string typeName) => TextTypes.Contains(typeName) || TextListTypes.Contains(typeName);

    /// <exception cref="Core.PapergraphException">The text is no field of a header.</exception>
    public HeaderField Parse(string text)
    {
        string rest = text.Trim();
        string options = TakeEnclosed(ref rest, '{', '}');
        string group = TakeEnclosed(ref rest, '(', ')');
        int colon = rest.LastIndexOf(':');
        (string name, string type) = colon < 0 ? (rest, "") : (rest[..colon].Trim(), rest[(colon + 1)..].Trim());
        if (colon >= 0 && type.Length == 0) throw Unfit($"the field '{text}' has a colon and no type behind it.");
        FieldRole role = RoleOf(type);
        if (type.Length == 0 && name.Length == 0) role = FieldRole.Ignored;
        bool isId = role is FieldRole.Id or FieldRole.StartId or FieldRole.EndId;
        if (group.Length > 0 && !isId) throw Unfit($"the field '{text}' has a group, which only ids have.");
        if (role == FieldRole.Property && name.Length == 0) throw Unfit($"the field '{text}' has a type and no name.");
        if (name.Contains('\uFFFD', StringComparison.Ordinal) || group.Contains('\uFFFD', StringComparison.Ordinal))
            throw Unfit($"the field '{text}' is not UTF-8.");
        if (isOfNodes ? role is FieldRole.StartId or FieldRole.EndId or FieldRole.Type : role is FieldRole.Id or FieldRole.Label)
            throw Unfit($"the field '{text}' belongs to {(isOfNodes ? "relationships" : "nodes")}.");

        IdType? ids = isId ? IdTypeOf(text, options) : null;
        PropertyType property = role switch
        {
            FieldRole.Id => (ids ?? idType) == IdType.String ? PropertyType.String : PropertyType.Int64,
            FieldRole.Property => PropertyTypeOf(text, type),
            _ => PropertyType.String,
        };
        return new(role, name, property, type, group, ids, property == PropertyType.DateTime ? OffsetOf(text, options) : default);
    }

    private static FieldRole RoleOf(string type) =>
        type.Equals("ID", StringComparison.OrdinalIgnoreCase) ? FieldRole.Id
        : type.Equals("LABEL", StringComparison.OrdinalIgnoreCase) ? FieldRole.Label
        : type.Equals("START_ID", StringComparison.OrdinalIgnoreCase) ? FieldRole.StartId
        : type.Equals("END_ID", StringComparison.OrdinalIgnoreCase) ? FieldRole.EndId
        : type.Equals("TYPE", StringComparison.OrdinalIgnoreCase) ? FieldRole.Type
        : type.Equals("IGNORE", StringComparison.OrdinalIgnoreCase) ? FieldRole.Ignored
        : FieldRole.Property;

    private PropertyType PropertyTypeOf(string text, string type)
    {
        if (type.Length == 0 || TextTypes.Contains(type)) return PropertyType.String;
        if (TextListTypes.Contains(type)) return PropertyType.StringList;
        return Types.TryGetValue(type, out PropertyType known)
            ? known
            : throw Unfit($"the field '{text}' has the unknown type '{type}'; there are {KnownTypes}.");
    }

    private IdType? IdTypeOf(string text, string options) => Option(options, "id-type") switch
    {
        null => null,
        "string" => IdType.String,
        "int" or "long" or "integer" or "byte" or "short" => IdType.Integer,
        "actual" => IdType.Actual,
        string other => throw Unfit($"the field '{text}' has the unknown id-type '{other}'; there are string, int and long."),
    };

    private TimeSpan OffsetOf(string text, string options)
    {
        string? zone = Option(options, "timezone");
        if (zone is null or "Z" or "UTC") return default;
        return zone.Length > 1 && zone[0] is '+' or '-'
            && TimeSpan.TryParseExact(zone.AsSpan(1), [@"hh\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out TimeSpan offset)
            ? (zone[0] == '-' ? -offset : offset)
            : throw Unfit($"the field '{text}' names the time zone '{zone}'; only distances from UTC like +02:00 are known.");
    }

    /// <summary>The value of one of the options <c>key:value,key:value</c>, without quotes, or null.</summary>
    private static string? Option(string options, string key)
    {
        foreach (string option in options.Split(','))
        {
            int colon = option.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && option.AsSpan(0, colon).Trim().SequenceEqual(key)) return option[(colon + 1)..].Trim().Trim('\'', '"');
        }

        return null;
    }

    private static string TakeEnclosed(ref string rest, char open, char close)
    {
        int start = rest.LastIndexOf(open);
        // What stands in the name of a property is part of the name: the enclosed part follows a type.
        if (start < 0 || rest[^1] != close || rest.LastIndexOf(':', start) < 0) return "";
        string enclosed = rest[(start + 1)..^1];
        rest = rest[..start];
        return enclosed.Trim();
    }

    private Core.PapergraphException Unfit(string fault) => ImportErrors.UnfitHeader(file, fault);
}
