using System.Globalization;
using System.Text;

namespace Papergraph.Benchmarks;

/// <summary>Draws the measures of growing graphs over their number of edges, both axes logarithmic: what grows in proportion lies on a
/// line parallel to the dotted one.</summary>
internal static class GrowthPlot
{
    private const int Width = 720, Height = 440, Left = 70, Right = 190, Top = 30, Bottom = 50;

    /// <summary>What is drawn as one line.</summary>
    /// <param name="Name">Name and unit.</param>
    /// <param name="Colour">As in CSS.</param>
    /// <param name="Values">One for each size, all above 0.</param>
    internal sealed record Series(string Name, string Colour, double[] Values);

    public static string Draw(IReadOnlyList<Growth.Row> rows) => Draw(
        [.. rows.Select(row => row.Edges)],
        [
            new("load, s", "#1b6ca8", [.. rows.Select(row => row.Load.Seconds)]),
            new("peak memory, MB", "#c0392b", [.. rows.Select(row => row.Load.PeakBytes / 1e6)]),
            new("on disk, MB", "#27864b", [.. rows.Select(row => row.FileBytes / 1e6)]),
            new("first opening, ms", "#8e44ad", [.. rows.Select(row => row.Open.FirstMilliseconds)]),
            new("opened again, ms", "#b7791f", [.. rows.Select(row => row.Open.AgainMilliseconds)]),
        ]);

    public static string Draw(IReadOnlyList<long> edges, IReadOnlyList<Series> series)
    {
        (double left, double right) = (Decade(edges.Min(), down: true), Decade(edges.Max(), down: false));
        (double bottom, double top) =
            (Decade(series.Min(s => s.Values.Min()), down: true), Decade(series.Max(s => s.Values.Max()), down: false));
        StringBuilder svg = new();
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Line($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        for (double decade = left; decade <= right; decade++)
        {
            Line($"<line x1=\"{X(decade)}\" y1=\"{Top}\" x2=\"{X(decade)}\" y2=\"{Height - Bottom}\" stroke=\"#ddd\"/>");
            Line($"<text x=\"{X(decade)}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Math.Pow(10, decade):N0}</text>");
        }

        for (double decade = bottom; decade <= top; decade++)
        {
            Line($"<line x1=\"{Left}\" y1=\"{Y(decade)}\" x2=\"{Width - Right}\" y2=\"{Y(decade)}\" stroke=\"#ddd\"/>");
            Line($"<text x=\"{Left - 8}\" y=\"{Y(decade) + 4:F1}\" text-anchor=\"end\">{Math.Pow(10, decade):#,0.###}</text>");
        }

        double span = Math.Min(right - left, top - bottom);
        string ends = string.Create(
            CultureInfo.InvariantCulture, $"x1=\"{X(left)}\" y1=\"{Y(bottom)}\" x2=\"{X(left + span)}\" y2=\"{Y(bottom + span)}\"");
        Line($"<line {ends} stroke=\"#999\" stroke-dasharray=\"2 4\"/>");
        Line($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 10}\" text-anchor=\"middle\">edges</text>");
        for (int i = 0; i < series.Count; i++)
        {
            IEnumerable<string> points = series[i].Values.Select((value, at) =>
                string.Create(CultureInfo.InvariantCulture, $"{X(Math.Log10(edges[at]))},{Y(Math.Log10(value))}"));
            Line($"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{series[i].Colour}\" stroke-width=\"2\"/>");
            Line($"<text x=\"{Width - Right + 16}\" y=\"{Top + 14 + (i * 20)}\" fill=\"{series[i].Colour}\">{series[i].Name}</text>");
        }

        Line($"</svg>");
        return svg.ToString();

        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

        double X(double exponent) => Math.Round(Left + ((exponent - left) / (right - left) * (Width - Left - Right)), 1);

        double Y(double exponent) => Math.Round(Height - Bottom - ((exponent - bottom) / (top - bottom) * (Height - Top - Bottom)), 1);
    }

    /// <summary>The power of ten at or beyond the value.</summary>
    private static double Decade(double value, bool down) => down ? Math.Floor(Math.Log10(value)) : Math.Ceiling(Math.Log10(value));
}
