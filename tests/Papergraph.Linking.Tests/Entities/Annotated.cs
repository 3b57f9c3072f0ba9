using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

/// <summary>Builds an extraction from a text with marks: <c>[Method:LoRA]</c> is a mention; pairs are given by their surfaces.</summary>
internal sealed class Annotated
{
    private readonly List<Abbreviation> _abbreviations = [];
    private readonly List<RoleClaim> _roles = [];
    private readonly List<Statement> _statements = [];
    private readonly List<ReportedResult> _results = [];
    private readonly List<Mention> _mentions = [];

    public Annotated(string marked)
    {
        System.Text.StringBuilder plain = new();
        for (int i = 0; i < marked.Length;)
        {
            if (marked[i] != '[')
            {
                plain.Append(marked[i++]);
                continue;
            }

            int colon = marked.IndexOf(':', i), end = marked.IndexOf(']', i);
            string surface = marked[(colon + 1)..end];
            _mentions.Add(new Mention(
                Enum.Parse<EntityType>(marked[(i + 1)..colon]), Span(plain.Length, surface.Length), 0.5 + (_mentions.Count / 100.0)));
            plain.Append(surface);
            i = end + 1;
        }

        Text = new PaperText("", plain.ToString());
    }

    public PaperText Text { get; }

    public PaperExtraction Extraction => new(_mentions, _abbreviations, _roles, _statements, [], _results);

    /// <summary>Says that the text defines a short form; both at their first place.</summary>
    public Annotated Defines(string shortForm, string longForm)
    {
        _abbreviations.Add(new Abbreviation(At(shortForm), At(longForm), 1));
        return this;
    }

    public Annotated Claims(int mention, Role role, double confidence = 1)
    {
        _roles.Add(new RoleClaim(mention, role, confidence));
        return this;
    }

    public Annotated States(int head, Relation relation, int tail, double confidence = 1)
    {
        _statements.Add(new Statement(head, relation, tail, Span(0, Text.Abstract.Length), confidence));
        return this;
    }

    public Annotated Reports(int metric, double value, int? dataset = null, int? method = null)
    {
        _results.Add(new ReportedResult(metric, value, "%", dataset, method, Span(0, 1), 0.5));
        return this;
    }

    private FieldSpan At(string surface) => Span(Text.Abstract.IndexOf(surface, StringComparison.Ordinal), surface.Length);

    private static FieldSpan Span(int start, int length) => new(TextField.Abstract, new TextSpan(start, start + length));
}
