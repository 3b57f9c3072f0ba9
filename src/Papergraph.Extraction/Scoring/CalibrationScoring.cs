using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Counts how often mentions are right, by how sure the extractor was.</summary>
internal sealed class CalibrationScoring
{
    private const int Bins = 10;

    private readonly long[] _mentions = new long[Bins], _right = new long[Bins];
    private readonly double[] _confidence = new double[Bins];
    private double _squares;

    public void Add(IReadOnlyList<AnnotatedSpan> found, IReadOnlyList<AnnotatedSpan> wanted)
    {
        HashSet<(string, FieldSpan)> gold = [.. wanted.Select(s => (s.Label, s.Place))];
        foreach (AnnotatedSpan mention in found)
        {
            int bin = Math.Min((int)(mention.Confidence * Bins), Bins - 1);
            int isRight = gold.Contains((mention.Label, mention.Place)) ? 1 : 0;
            _mentions[bin]++;
            _right[bin] += isRight;
            _confidence[bin] += mention.Confidence;
            _squares += (mention.Confidence - isRight) * (mention.Confidence - isRight);
        }
    }

    public CalibrationScores Total()
    {
        long all = _mentions.Sum();
        double distance = 0;
        List<ReliabilityBin> bins = [];
        for (int i = 0; i < Bins; i++)
        {
            double count = Math.Max(1, _mentions[i]);
            distance += Math.Abs(_confidence[i] - _right[i]);
            bins.Add(new ReliabilityBin(i / (double)Bins, (i + 1) / (double)Bins, _mentions[i], _confidence[i] / count, _right[i] / count));
        }

        return new CalibrationScores(all, distance / Math.Max(1, all), _squares / Math.Max(1, all), bins);
    }
}
