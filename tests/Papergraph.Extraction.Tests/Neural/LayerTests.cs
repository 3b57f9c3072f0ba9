using Papergraph.Core;

namespace Papergraph.Extraction.Tests.Neural;

public class LayerTests
{
    private static readonly int[] Lengths = [2, 5, 1, 5, 3];

    [Fact]
    public void Sequences_of_all_lengths_have_a_row_for_each_step_and_no_more()
    {
        SequenceBatch batch = new(Lengths);
        List<int> rows = [];
        for (int i = 0; i < Lengths.Length; i++)
        {
            for (int at = 0; at < Lengths[i]; at++)
            {
                rows.Add(batch.Row(i, at));
                Assert.InRange(batch.Row(i, at), batch.Offset(at), batch.Offset(at) + batch.Counts[at] - 1);
                Assert.Equal(batch.Row(i, Lengths[i] - 1 - at), batch.Mirror[batch.Row(i, at)]);
            }
        }

        Assert.Equal(Enumerable.Range(0, Lengths.Sum()), rows.Order());
        Assert.Equal(16, batch.Rows);
        Assert.Equal([5, 4, 3, 2, 2], batch.Counts);
    }

    [Fact]
    public void The_gradients_of_an_LSTM_are_the_slopes_of_its_loss()
    {
        Xoshiro256 random = new(3);
        SequenceBatch batch = new(Lengths);
        LstmLayer layer = new(3, 16);
        layer.Initialize(ref random);
        Matrix input = Filled(batch.Rows, 3, ref random), weights = Filled(batch.Rows, 16, ref random), inputGradient = new(0, 3);
        LstmRun run = new(layer);
        double Loss()
        {
            layer.Pack(forTraining: true);
            run.Forward(batch, input);
            return Weighted(run.States, weights);
        }

        Loss();
        run.Backward(batch, input, weights, inputGradient);
        foreach (Parameter parameter in layer.Parameters) Slopes.AreEqual(parameter.Value, parameter.Gradient, Loss);
        Slopes.AreEqual(input.Data.ToArray(), inputGradient.Data.ToArray(), Loss, (i, value) => input.Data[i] = value);
    }

    [Fact]
    public void A_sequence_gives_the_same_states_alone_and_beside_others()
    {
        Xoshiro256 random = new(4);
        LstmLayer layer = new(3, 16);
        layer.Initialize(ref random);
        layer.Pack(forTraining: false);
        SequenceBatch together = new(Lengths), alone = new([5]);
        Matrix input = Filled(together.Rows, 3, ref random), own = new(5, 3);
        for (int at = 0; at < 5; at++) input[together.Row(3, at)].CopyTo(own[at]);
        LstmRun run = new(layer), other = new(layer);
        run.Forward(together, input);
        other.Forward(alone, own);
        for (int at = 0; at < 5; at++) Assert.Equal(other.States[at].ToArray(), run.States[together.Row(3, at)].ToArray());
    }

    [Fact]
    public void The_gradients_of_a_dense_layer_are_the_slopes_of_its_loss()
    {
        Xoshiro256 random = new(5);
        DenseLayer layer = new(4, 6);
        layer.Initialize(ref random);
        Matrix input = Filled(5, 4, ref random), weights = Filled(5, 6, ref random), output = new(0, 6), inputGradient = new(0, 4);
        double Loss()
        {
            layer.Pack(forTraining: true);
            layer.Forward(input, output);
            return Weighted(output, weights);
        }

        Loss();
        layer.Backward(input, weights, inputGradient, new PackedMatrix());
        foreach (Parameter parameter in layer.Parameters) Slopes.AreEqual(parameter.Value, parameter.Gradient, Loss);
        Slopes.AreEqual(input.Data.ToArray(), inputGradient.Data.ToArray(), Loss, (i, value) => input.Data[i] = value);
    }

    [Fact]
    public void The_gradients_of_spellings_are_the_slopes_of_their_loss()
    {
        Xoshiro256 random = new(6);
        CharacterEncoder encoder = new(4, 5);
        encoder.Initialize(ref random);
        byte[][] words = [CharacterEncoder.Classify("a"), CharacterEncoder.Classify("graph"), CharacterEncoder.Classify("GPT-4o")];
        Matrix weights = Filled(words.Length, 5, ref random);
        CharacterRun run = new(encoder);
        double Loss()
        {
            encoder.Pack(forTraining: true);
            run.Forward(words);
            return Weighted(run.Outputs, weights);
        }

        Loss();
        run.Backward(words, weights);
        foreach (Parameter parameter in encoder.Parameters) Slopes.AreEqual(parameter.Value, parameter.Gradient, Loss);
    }

    [Theory]
    [InlineData("a", 3)]
    [InlineData("co-training", 13)]
    [InlineData("supercalifragilisticexpialidocious", 22)]
    [InlineData("naïve😀", 9)]
    public void A_spelling_has_a_border_on_each_side_and_at_most_twenty_characters(string word, int length)
    {
        byte[] classes = CharacterEncoder.Classify(word);
        Assert.Equal(length, classes.Length);
        Assert.Equal(0, classes[0]);
        Assert.Equal(0, classes[^1]);
        Assert.DoesNotContain((byte)0, classes[1..^1]);
    }

    [Fact]
    public void A_long_word_is_read_at_its_beginning_and_its_end() =>
        Assert.Equal(CharacterEncoder.Classify("abcdefghijqrstuvwxyz"), CharacterEncoder.Classify("abcdefghijklmnopqrstuvwxyz"));

    [Fact]
    public void Dropout_hides_the_same_numbers_at_every_step_and_scales_up_the_others()
    {
        Xoshiro256 random = new(9);
        SequenceBatch batch = new(Lengths);
        LockedDropout dropout = new(40, 0.5);
        dropout.Draw(Lengths.Length, ref random);
        Matrix ones = new(batch.Rows, 40);
        ones.Data.Fill(1);
        dropout.Apply(batch, ones);
        Assert.Equal([0, 2], ones.Data.ToArray().Distinct().Order());
        for (int i = 0; i < Lengths.Length; i++)
        {
            for (int at = 1; at < Lengths[i]; at++) Assert.Equal(ones[batch.Row(i, 0)].ToArray(), ones[batch.Row(i, at)].ToArray());
        }

        Assert.NotEqual(ones[batch.Row(1, 0)].ToArray(), ones[batch.Row(3, 0)].ToArray());
    }

    internal static Matrix Filled(int rows, int columns, ref Xoshiro256 random)
    {
        Matrix matrix = new(rows, columns);
        KernelTests.Numbers(rows * columns, ref random).CopyTo(matrix.Data);
        return matrix;
    }

    private static double Weighted(Matrix values, Matrix weights)
    {
        double sum = 0;
        for (int i = 0; i < values.Data.Length; i++) sum += (double)values.Data[i] * weights.Data[i];
        return sum;
    }
}
