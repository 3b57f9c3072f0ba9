namespace Papergraph.Rdf;

/// <summary>A copy of the term written last, to see whether the next one is the same.</summary>
internal sealed class HeldTerm
{
    private byte[] _bytes = [];
    private int _valueLength, _length = -1;
    private TermKind _kind;

    public bool IsEmpty => _length < 0;

    public void Clear() => _length = -1;

    public void Hold(in TermSpan term)
    {
        _kind = term.Kind;
        _valueLength = term.Value.Length;
        _length = term.Value.Length + term.Tag.Length;
        if (_bytes.Length < _length) _bytes = new byte[Math.Max(256, _length * 2)];
        term.Value.CopyTo(_bytes);
        term.Tag.CopyTo(_bytes.AsSpan(_valueLength));
    }

    public bool Is(in TermSpan term) =>
        !IsEmpty && _kind == term.Kind && term.Value.SequenceEqual(_bytes.AsSpan(0, _valueLength))
        && term.Tag.SequenceEqual(_bytes.AsSpan(_valueLength, _length - _valueLength));
}
