using System.Globalization;
using Papergraph.Store;

namespace Papergraph.Rdf;

/// <summary>Names for the nodes without an id, made of what is said of them. Nodes of which the same is said are told apart by how many
/// such come before.</summary>
internal sealed class ContentNames
{
    private readonly Dictionary<int, (UInt128 Content, int Before)> _names = [];

    public ContentNames(IReadOnlyList<NodeView> views)
    {
        Dictionary<UInt128, int> seen = [];
        ContentHash hash = new();
        foreach (NodeView view in views)
        {
            Column? id = NodeNames.IdOf(view.Table);
            if (id is { NullCount: 0 }) continue;
            foreach (long row in view.Table.LiveRows)
            {
                if (id is not null && !id.IsNull(row)) continue;
                UInt128 content = HashOf(view, row, hash);
                int before = seen.GetValueOrDefault(content);
                seen[content] = before + 1;
                _names[view.Table.NodeAt(row)] = (content, before);
            }
        }
    }

    /// <summary>The label of a node.</summary>
    public ReadOnlySpan<byte> Label(int node, Span<byte> buffer)
    {
        (UInt128 content, int before) = _names[node];
        buffer[0] = (byte)'n';
        ContentHash.Format(content, buffer[1..]);
        int length = 1 + ContentHash.Digits;
        if (before == 0) return buffer[..length];
        buffer[length++] = (byte)'-';
        _ = before.TryFormat(buffer[length..], out int digits, default, CultureInfo.InvariantCulture);
        return buffer[..(length + digits)];
    }

    private static UInt128 HashOf(NodeView view, long row, ContentHash hash)
    {
        foreach (byte[] type in view.SortedTypes) hash.Add(type);
        hash.Add([]);
        hash.Add(view.Properties, row);
        return hash.Take();
    }
}
