using System.Collections;
using System.Globalization;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Engine.Tests.Comparison;

/// <summary>Nodes and edges of a model as texts that are equal exactly when they say the same: the definition that comparisons are held
/// against.</summary>
internal static class Spoken
{
    /// <summary>Labels and properties.</summary>
    public static string Node(ModelNode node) =>
        string.Join(':', node.Labels.Order(StringComparer.Ordinal)) + Properties(node.Properties);

    public static string Properties(IReadOnlyDictionary<string, object> properties) =>
        "{" + string.Join(",", properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Value(p.Value)}")) + "}";

    /// <summary>What makes each node the same as one of another graph.</summary>
    public static string[] Identities(ModelGraph model)
    {
        Dictionary<string, int> before = [];
        return [.. model.Nodes.Select(node =>
        {
            if (node.Properties.TryGetValue("id", out object? id)) return $"{node.Labels[0]}\0{id}";
            string spoken = Node(node);
            int number = before.GetValueOrDefault(spoken);
            before[spoken] = number + 1;
            return $"\0{spoken}#{number}";
        })];
    }

    /// <summary>Came, went and changed of what is spoken, among things of one identity.</summary>
    public static (long Came, long Went, long Changed) Compare(
        IEnumerable<(string Identity, string Spoken)> before, IEnumerable<(string Identity, string Spoken)> after)
    {
        ILookup<string, string> was = before.ToLookup(b => b.Identity, b => b.Spoken);
        ILookup<string, string> now = after.ToLookup(a => a.Identity, a => a.Spoken);
        (long came, long went, long changed) = (0, 0, 0);
        foreach (string identity in was.Select(w => w.Key).Union(now.Select(n => n.Key)))
        {
            List<string> gone = [.. was[identity]], come = [];
            foreach (string one in now[identity])
                if (!gone.Remove(one)) come.Add(one);
            int pairs = Math.Min(gone.Count, come.Count);
            (came, went, changed) = (came + come.Count - pairs, went + gone.Count - pairs, changed + pairs);
        }

        return (came, went, changed);
    }

    private static string Value(object value) => value switch
    {
        double number => "d" + BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture),
        string text => "s" + text.Length.ToString(CultureInfo.InvariantCulture) + ":" + text,
        IEnumerable items => "[" + string.Join(";", items.Cast<object>().Select(Value)) + "]",
        DateTimeOffset time => "t" + time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.GetType().Name + other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
