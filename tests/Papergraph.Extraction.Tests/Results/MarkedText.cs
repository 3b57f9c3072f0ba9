using System.Globalization;
using System.Text;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

/// <summary>An abstract in which the mentions are marked by hand: <c>the [Method:Parser] reaches an [Metric:F1] of 0.9</c>.</summary>
internal sealed class MarkedText
{
    private readonly List<Mention> _mentions = [];

    public MarkedText(string marked)
    {
        StringBuilder plain = new();
        for (int at = 0; at < marked.Length; at++)
        {
            int colon = marked[at] == '[' ? marked.IndexOf(':', at) : -1;
            if (colon < 0 || !Enum.TryParse(marked[(at + 1)..colon], out EntityType type))
            {
                plain.Append(marked[at]);
                continue;
            }

            int close = marked.IndexOf(']', colon);
            TextSpan span = new(plain.Length, plain.Length + close - colon - 1);
            _mentions.Add(new Mention(type, new FieldSpan(TextField.Abstract, span), 1));
            plain.Append(marked, colon + 1, close - colon - 1);
            at = close;
        }

        Text = plain.ToString();
        ResultFinder.Find(new Passage(TextField.Abstract, Text), _mentions, Found);
    }

    public string Text { get; }

    public List<ReportedResult> Found { get; } = [];

    /// <summary>Each result as <c>metric value unit @data set by method</c>; what the text does not name is left out.</summary>
    public IEnumerable<string> Results => Found.Select(result => string.Concat(
        Surface(result.Metric), " ", result.Value.ToString(CultureInfo.InvariantCulture), result.Unit.Length > 0 ? " " + result.Unit : "",
        result.Dataset is { } dataset ? " @" + Surface(dataset) : "", result.Method is { } method ? " by " + Surface(method) : ""));

    private string Surface(int mention) => _mentions[mention].Place.Span.Of(Text);
}
