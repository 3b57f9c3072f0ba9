using System.Text;
using Papergraph.Core;

namespace Papergraph.Sources;

/// <summary>Makes a text of tokens, with a blank between any two, and keeps where each stands.</summary>
internal sealed class TokenText
{
    private readonly StringBuilder _text = new();
    private readonly List<List<TextSpan>> _sentences = [];

    /// <summary>The places of all tokens, in order.</summary>
    internal List<TextSpan> Tokens { get; } = [];

    internal string Text => _text.ToString();

    internal IReadOnlyList<IReadOnlyList<TextSpan>> Sentences => _sentences;

    internal void BeginSentence()
    {
        if (_sentences.Count == 0 || _sentences[^1].Count > 0) _sentences.Add([]);
    }

    internal void Add(string token)
    {
        if (_sentences.Count == 0) BeginSentence();
        if (_text.Length > 0) _text.Append(' ');
        TextSpan span = new(_text.Length, _text.Length + Unescaped(token).Length);
        _text.Append(Unescaped(token));
        Tokens.Add(span);
        _sentences[^1].Add(span);
    }

    // The brackets and quotes of the Penn Treebank.
    private static string Unescaped(string token) => token switch
    {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        "-LCB-" => "{",
        "-RCB-" => "}",
        "``" or "''" => "\"",
        _ => token,
    };
}
