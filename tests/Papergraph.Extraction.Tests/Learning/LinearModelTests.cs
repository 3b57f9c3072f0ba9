using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class LinearModelTests
{
    private const int Classes = 5, Bits = 4;

    // Oracle: the sum of the weights themselves; each is off by at most half a step of its class.
    [Fact]
    public void Scores_are_the_sums_of_weights_within_half_a_step_each()
    {
        float[] weights = Weights();
        LinearModel model = LinearModel.Of(weights, Classes, Bits, temperature: 2);
        int[] rows = [0, 3, 3, 15, 7];
        float[] scores = new float[LinearModel.Lanes];
        model.Score(rows, scores);
        for (int c = 0; c < LinearModel.Lanes; c++)
        {
            double step = Enumerable.Range(0, 1 << Bits).Max(row => Math.Abs(weights[(row * LinearModel.Lanes) + c])) / 127;
            double sum = rows.Sum(row => (double)weights[(row * LinearModel.Lanes) + c]);
            Assert.Equal(sum / 2, scores[c], ((rows.Length * step / 2) + 1e-4) / 2);
        }
    }

    [Fact]
    public void The_largest_number_of_the_largest_weights_does_not_overflow()
    {
        float[] weights = new float[LinearModel.Lanes << Bits];
        Array.Fill(weights, -3f);
        float[] scores = new float[LinearModel.Lanes];
        LinearModel.Of(weights, Classes, Bits, temperature: 1).Score(new int[FeatureList.Most], scores);
        Assert.Equal(-3.0 * FeatureList.Most, scores[0], 0.1);
    }

    [Fact]
    public void What_is_written_is_read()
    {
        ModelFile file = new();
        new ThresholdedModel(LinearModel.Of(Weights(), Classes, Bits, temperature: 1), 0.25f).Write(file, "part");
        ThresholdedModel? read = ThresholdedModel.Read(ModelFile.Read(file.ToBytes(), "m"), "part", "m", Classes);
        Assert.NotNull(read);
        Assert.Equal(0.25f, read.Threshold);
        Assert.Equal(LinearModel.Of(Weights(), Classes, Bits, temperature: 1).Data.ToArray(), read.Classifier.Data.ToArray());
        Assert.Null(ThresholdedModel.Read(file, "other", "m", Classes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(70)]
    public void A_section_cut_short_is_refused(int length)
    {
        ModelFile file = new();
        new ThresholdedModel(LinearModel.Of(Weights(), Classes, Bits, temperature: 1), 0.25f).Write(file, "part");
        file.Put("part", file.Find("part")!.Value[..length]);
        PapergraphException error = Assert.Throws<PapergraphException>(() => ThresholdedModel.Read(file, "part", "my.model", Classes));
        Assert.Contains("my.model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_with_other_classes_is_refused()
    {
        LinearModel model = LinearModel.Of(Weights(), Classes, Bits, temperature: 1);
        Assert.Throws<PapergraphException>(() => LinearModel.Read(model.Data, "m", Classes + 1));
    }

    private static float[] Weights()
    {
        float[] weights = new float[LinearModel.Lanes << Bits];
        for (int i = 0; i < weights.Length; i++)
        {
            if (i % LinearModel.Lanes < Classes) weights[i] = ((i * 29 % 23) - 11) / 7f;
        }

        return weights;
    }
}
