using System.Text;
using Papergraph.Import.Ids;

namespace Papergraph.Import.Rows;

/// <summary>Small numbers for the texts of a column that has few of them: labels and types.</summary>
internal sealed class NameCodes
{
    private readonly TextMap _codes = new();
    private readonly List<string> _texts = [];
    private byte[] _last = [];
    private int _lastCode = -1;

    /// <summary>The texts by their numbers.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public int CodeOf(ReadOnlySpan<byte> text)
    {
        // Rows of one kind stand together in most files.
        if (_lastCode >= 0 && text.SequenceEqual(_last)) return _lastCode;
        if (!_codes.TryGet(text, out int code))
        {
            code = _texts.Count;
            _codes.TryAdd(text, TextMap.HashOf(text), code);
            _texts.Add(Encoding.UTF8.GetString(text));
        }

        (_last, _lastCode) = (text.ToArray(), code);
        return code;
    }
}
