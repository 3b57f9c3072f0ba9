namespace Papergraph.GraphFiles.Inputs;

/// <summary>Reads bytes one at a time and counts lines; holds no more than a window.</summary>
internal sealed class ByteScanner(Stream input)
{
    private readonly byte[] _window = new byte[64 << 10];
    private int _at, _end;

    /// <summary>1-based number of the line that the next byte belongs to.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>The next byte, which is not taken, or −1 at the end.</summary>
    internal int Peek()
    {
        if (_at < _end) return _window[_at];
        (_at, _end) = (0, input.Read(_window));
        return _end == 0 ? -1 : _window[0];
    }

    /// <summary>Takes the byte that was looked at.</summary>
    internal void Skip()
    {
        if (_window[_at++] == '\n') Line++;
    }

    /// <summary>Takes all bytes up to the end of the line, which is not taken.</summary>
    internal void SkipLine()
    {
        while (Peek() is not (-1 or '\n')) Skip();
    }
}
