namespace Papergraph.Extraction;

/// <summary>Fits a sum of trees to yes and no by gradient boosting of the log-likelihood with second derivatives (Friedman, “Greedy
/// function approximation”,
/// Annals of Statistics 29(5), 2001; Chen and Guestrin, “XGBoost”, KDD 2016) over histograms of binned features.</summary>
/// <remarks>Features are cut at quantiles; ties between questions go to the first feature and the lowest threshold; no chance is
/// involved.</remarks>
internal sealed class BoostedTreesTrainer
{
    private const int Bins = 64;
    private readonly BoostedTreesOptions _options;
    private readonly int _features, _rows;
    private readonly byte[] _bins;
    private readonly float[][] _cuts;
    private readonly double[] _scores, _gradients, _curvatures;
    private readonly int[] _nodes;

    private BoostedTreesTrainer(float[] values, int features, BoostedTreesOptions options)
    {
        _options = options;
        _features = features;
        _rows = values.Length / features;
        _cuts = [.. Enumerable.Range(0, features).Select(feature => Cuts(values, feature))];
        _bins = new byte[values.Length];
        for (int i = 0; i < values.Length; i++) _bins[i] = Bin(_cuts[i % features], values[i]);
        (_scores, _gradients, _curvatures, _nodes) = (new double[_rows], new double[_rows], new double[_rows], new int[_rows]);
    }

    /// <summary>Trains on rows of features.</summary>
    /// <param name="values">Row after row.</param>
    /// <param name="features">Length of a row, at most 255.</param>
    /// <param name="answers">The answer to each row.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Observed before each tree.</param>
    public static BoostedTrees Train(
        float[] values, int features, IReadOnlyList<bool> answers, BoostedTreesOptions options, CancellationToken cancellation) =>
        new BoostedTreesTrainer(values, features, options).Train(answers, cancellation);

    private BoostedTrees Train(IReadOnlyList<bool> answers, CancellationToken cancellation)
    {
        int depth = _options.Depth, questions = (1 << depth) - 1;
        int yes = answers.Count(answer => answer);
        double bias = StableMath.Log((yes + 0.5) / (_rows - yes + 0.5));
        Array.Fill(_scores, (float)bias);
        byte[] asked = new byte[_options.Trees * questions];
        float[] thresholds = new float[asked.Length], leaves = new float[_options.Trees << depth];
        for (int tree = 0; tree < _options.Trees; tree++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int row = 0; row < _rows; row++)
            {
                double probability = StableMath.Logistic(_scores[row]);
                _gradients[row] = probability - (answers[row] ? 1 : 0);
                _curvatures[row] = probability * (1 - probability);
            }

            Array.Clear(_nodes);
            for (int level = 0; level < depth; level++)
                Split(level, asked.AsSpan(tree * questions, questions), thresholds.AsSpan(tree * questions, questions));
            SetAnswers(questions, leaves.AsSpan(tree << depth, 1 << depth));
        }

        return new BoostedTrees(depth, (float)bias, asked, thresholds, leaves);
    }

    // Asks the best question at each node of a level and sends every row on.
    private void Split(int level, Span<byte> asked, Span<float> thresholds)
    {
        int first = (1 << level) - 1, nodes = 1 << level, size = _features * Bins;
        double[] gradients = new double[nodes * size], curvatures = new double[nodes * size];
        for (int row = 0; row < _rows; row++)
        {
            int at = (_nodes[row] - first) * size;
            for (int feature = 0; feature < _features; feature++)
            {
                int bin = at + (feature * Bins) + _bins[(row * _features) + feature];
                gradients[bin] += _gradients[row];
                curvatures[bin] += _curvatures[row];
            }
        }

        int[] cuts = new int[nodes];
        for (int node = 0; node < nodes; node++)
        {
            (int feature, cuts[node]) = BestCut(gradients.AsSpan(node * size, size), curvatures.AsSpan(node * size, size));
            asked[first + node] = (byte)feature;
            thresholds[first + node] = cuts[node] < _cuts[feature].Length ? _cuts[feature][cuts[node]] : float.MaxValue;
        }

        for (int row = 0; row < _rows; row++)
        {
            int node = _nodes[row] - first;
            bool isRight = _bins[(row * _features) + asked[first + node]] > cuts[node];
            _nodes[row] = (2 * _nodes[row]) + (isRight ? 2 : 1);
        }
    }

    // Bins up to the cut go left; without a cut that helps, everything does.
    private (int Feature, int Cut) BestCut(ReadOnlySpan<double> gradients, ReadOnlySpan<double> curvatures)
    {
        double gradient = 0, curvature = 0, best = 1e-9;
        for (int bin = 0; bin < Bins; bin++) (gradient, curvature) = (gradient + gradients[bin], curvature + curvatures[bin]);
        (int Feature, int Cut) found = (0, Bins);
        double whole = gradient * gradient / (curvature + _options.Prior);
        for (int feature = 0; feature < _features; feature++)
        {
            double leftGradient = 0, leftCurvature = 0;
            for (int cut = 0; cut < _cuts[feature].Length; cut++)
            {
                leftGradient += gradients[(feature * Bins) + cut];
                leftCurvature += curvatures[(feature * Bins) + cut];
                double rightGradient = gradient - leftGradient, rightCurvature = curvature - leftCurvature;
                if (leftCurvature < _options.LeastWeight || rightCurvature < _options.LeastWeight) continue;
                double gain = (leftGradient * leftGradient / (leftCurvature + _options.Prior))
                    + (rightGradient * rightGradient / (rightCurvature + _options.Prior)) - whole;
                if (gain > best) (best, found) = (gain, (feature, cut));
            }
        }

        return found;
    }

    private void SetAnswers(int questions, Span<float> answers)
    {
        double[] gradients = new double[answers.Length], curvatures = new double[answers.Length];
        for (int row = 0; row < _rows; row++)
        {
            gradients[_nodes[row] - questions] += _gradients[row];
            curvatures[_nodes[row] - questions] += _curvatures[row];
        }

        for (int i = 0; i < answers.Length; i++) answers[i] = (float)(-_options.Rate * gradients[i] / (curvatures[i] + _options.Prior));
        for (int row = 0; row < _rows; row++) _scores[row] += answers[_nodes[row] - questions];
    }

    // Thresholds between distinct values, at quantiles; ascending.
    private float[] Cuts(float[] values, int feature)
    {
        float[] column = new float[_rows];
        for (int row = 0; row < _rows; row++) column[row] = values[(row * _features) + feature];
        Array.Sort(column);
        List<float> cuts = [];
        for (int bin = 1; bin < Bins; bin++)
        {
            int at = (int)((long)bin * _rows / Bins);
            if (at == 0 || at >= _rows) continue;
            float cut = column[at - 1];
            if (cut < column[^1] && (cuts.Count == 0 || cut > cuts[^1])) cuts.Add(cut);
        }

        return [.. cuts];
    }

    private static byte Bin(float[] cuts, float value)
    {
        int bin = 0;
        while (bin < cuts.Length && value > cuts[bin]) bin++;
        return (byte)bin;
    }
}
