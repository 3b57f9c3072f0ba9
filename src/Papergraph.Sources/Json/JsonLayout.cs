using System.Text;
using System.Text.Json;

namespace Papergraph.Sources.Json;

/// <summary>How the records lie in a JSON file.</summary>
internal enum JsonArrangement
{
    /// <summary>The file does not begin with an object or an array.</summary>
    None,

    /// <summary>One object a line (https://jsonlines.org); a single object on one line as well.</summary>
    Lines,

    /// <summary>Objects over several lines each, one after another.</summary>
    Objects,

    /// <summary>An array of objects.</summary>
    Array,

    /// <summary>An object whose member <c>results</c> is an array of objects: the answer of a service.</summary>
    Results,
}

/// <summary>What can be told of a JSON file from its first bytes.</summary>
/// <param name="Arrangement">How the records lie.</param>
/// <param name="Records">The first records, as far as the bytes show them.</param>
internal sealed record JsonLayout(JsonArrangement Arrangement, IReadOnlyList<JsonShape> Records)
{
    /// <summary>Lines that are looked at: the first may be broken.</summary>
    private const int MostShapes = 16;

    internal static JsonLayout Of(ReadOnlySpan<byte> head)
    {
        int start = head.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0) return new JsonLayout(JsonArrangement.None, []);
        ReadOnlySpan<byte> content = head[start..];
        if (content[0] == '[') return new JsonLayout(JsonArrangement.Array, FirstElement(content));
        if (content[0] != '{') return new JsonLayout(JsonArrangement.None, []);
        JsonShape first = JsonShape.Read(content);
        if (first.ResultsAt is { } results) return new JsonLayout(JsonArrangement.Results, FirstElement(content[results..]));
        int lineEnd = content.IndexOf((byte)'\n');
        return lineEnd < 0 || first.Length <= lineEnd || (first.Length is null && NextLineOpensObject(content[lineEnd..]))
            ? new JsonLayout(JsonArrangement.Lines, Lines(content))
            : new JsonLayout(JsonArrangement.Objects, [first]);
    }

    private static JsonShape[] FirstElement(ReadOnlySpan<byte> array)
    {
        int first = array[1..].IndexOfAnyExcept(" \t\r\n"u8) + 1;
        return first > 0 && array[first] == '{' ? [JsonShape.Read(array[first..])] : [];
    }

    private static List<JsonShape> Lines(ReadOnlySpan<byte> content)
    {
        List<JsonShape> shapes = [];
        foreach (Range range in content.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = content[range].Trim(" \t\r"u8);
            if (line.StartsWith("{"u8)) shapes.Add(JsonShape.Read(line));
            if (shapes.Count == MostShapes) break;
        }

        return shapes;
    }

    /// <summary>Whether the next line that is not blank begins with an object at its first column, as no line within one does.</summary>
    private static bool NextLineOpensObject(ReadOnlySpan<byte> afterLine)
    {
        int next = afterLine.IndexOfAnyExcept("\r\n"u8);
        return next >= 0 && afterLine[next] == '{';
    }
}

/// <summary>The outline of one object: the names of its members, as far as the bytes at hand show them.</summary>
/// <param name="Members">Names of the members of the object itself.</param>
/// <param name="InnerMembers">Names of the members of objects within it.</param>
/// <param name="Id">The member <c>id</c> when it is a text.</param>
/// <param name="Length">Bytes up to its end, or null when that is not at hand or the object is malformed.</param>
/// <param name="ResultsAt">Where the array of a member <c>results</c> begins, when no record's own member comes before it.</param>
internal sealed record JsonShape(IReadOnlySet<string> Members, IReadOnlySet<string> InnerMembers, string? Id, long? Length, int? ResultsAt)
{
    internal static JsonShape Read(ReadOnlySpan<byte> content)
    {
        HashSet<string> members = new(StringComparer.Ordinal), inner = new(StringComparer.Ordinal);
        string? id = null;
        long? length = null;
        Utf8JsonReader reader = new(content, isFinalBlock: false, default);
        try
        {
            string member = "";
            while (length is null && reader.Read())
            {
                bool isOwn = reader.CurrentDepth == 1;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    member = Encoding.UTF8.GetString(reader.ValueSpan);
                    (isOwn ? members : inner).Add(member);
                }
                else if (isOwn && member == "id" && reader.TokenType == JsonTokenType.String)
                {
                    id = Encoding.UTF8.GetString(reader.ValueSpan);
                }
                else if (isOwn && member == "results" && reader.TokenType == JsonTokenType.StartArray
                    && !members.Contains("id") && !members.Contains("title"))
                {
                    return new JsonShape(members, inner, null, null, (int)reader.TokenStartIndex);
                }
                else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0)
                {
                    length = reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            // A broken record: what came before the break tells the format all the same.
        }

        return new JsonShape(members, inner, id, length, null);
    }
}
