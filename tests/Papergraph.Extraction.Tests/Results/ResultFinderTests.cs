using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class ResultFinderTests
{
    [Theory]
    [InlineData("[Method:Brill] achieves 75.4% [Metric:accuracy] on [Dataset:Harbour].", "accuracy 75.4 % @Harbour by Brill")]
    [InlineData("It has an [Metric:F1] of 0.91 on [Dataset:Harbour].", "F1 0.91 @Harbour")]
    [InlineData("The translator scores 27.3 [Metric:BLEU].", "BLEU 27.3")]
    [InlineData("A [Metric:top-1 accuracy] of 84.2\\% is reached.", "top-1 accuracy 84.2 %")]
    [InlineData("On [Dataset:Harbour], the large [Method:Brill] model obtains an [Metric:accuracy] of $75.4\\%$.", "accuracy 75.4 % @Harbour by Brill")]
    [InlineData("The [Metric:word error rate] ([Metric:WER]) is 5.2 percent.", "WER 5.2 %")]
    [InlineData("The [Metric:accuracy] on [Dataset:Harbour] reaches 91%.", "accuracy 91 % @Harbour")]
    [InlineData("It ran with a [Metric:latency] as low as 12 ms.", "latency 12 ms")]
    [InlineData("We measured ([Metric:PSNR] = 31.5 dB).", "PSNR 31.5 dB")]
    [InlineData("Tagging is good ([Metric:F1]: 0.88).", "F1 0.88")]
    [InlineData("It works at 30 [Metric:FPS].", "FPS 30")]
    [InlineData("It works at a [Metric:speed] of 30 [Metric:FPS].", "speed 30 FPS")]
    [InlineData("An [Metric:accuracy] of 75.4 ± 0.3% was seen.", "accuracy 75.4 %")]
    [InlineData("It obtains 75.4% with [Metric:accuracy] unknown.")]
    [InlineData("The [Metric:correlation] is −0.31.", "correlation -0.31")]
    [InlineData("A [Metric:perplexity] of 1,024.5 remains.", "perplexity 1024.5")]
    [InlineData("The [Metric:speedup] is 3.2x.", "speedup 3.2 ×")]
    [InlineData("It needs a [Metric:memory footprint] of 12.5k.", "memory footprint 12500")]
    [InlineData("It reached 92.1% [Metric:accuracy] with [Method:Brill].", "accuracy 92.1 % by Brill")]
    [InlineData("The [Method:Brill] achieves up to 75.4% in terms of [Metric:accuracy].", "accuracy 75.4 % by Brill")]
    public void A_value_belongs_to_the_metric_beside_it(string marked, params string[] expected) =>
        Assert.Equal(expected, new MarkedText(marked).Results);

    [Theory]
    [InlineData("It reduces the [Metric:error rate] by 12%.")]
    [InlineData("It gains +2.3 [Metric:BLEU].")]
    [InlineData("We see an improvement of 2.3 [Metric:BLEU].")]
    [InlineData("We see a gain in [Metric:F1] of 0.02.")]
    [InlineData("It is 2.3 [Metric:BLEU] better than the rest.")]
    [InlineData("It adds 2.3 [Metric:BLEU] points on [Dataset:Harbour].")]
    [InlineData("It obtains 3% relative [Metric:accuracy] improvement.")]
    [InlineData("It outperforms the rest by 3.1% [Metric:accuracy].")]
    [InlineData("Gains of 6.7% ([Metric:BLEU]) and 7.4% ([Metric:ROUGE]) were seen.")]
    [InlineData("The [Metric:accuracy] is at least 90%.")]
    [InlineData("It has over 90% [Metric:accuracy].")]
    [InlineData("The [Metric:accuracy] is > 90%.")]
    [InlineData("The [Metric:accuracy] of 70-80% is low.")]
    [InlineData("The [Metric:accuracy] ranges from 70% to 80%.")]
    [InlineData("The [Metric:accuracy] is between 70% and 80%.")]
    [InlineData("The [Metric:accuracy] changed (p < 0.05) little.")]
    [InlineData("The [Metric:accuracy] of 2019 is known.")]
    [InlineData("We report the [Metric:accuracy] of 5 parsers.")]
    [InlineData("It keeps 94% of the [Metric:accuracy].")]
    [InlineData("Its [Metric:latency] is 12% of that of the rest.")]
    [InlineData("Its [Metric:efficiency] is 5x the usual one.")]
    [InlineData("It needs a [Metric:signal-to-noise ratio] of 6 dB or higher.")]
    [InlineData("The [Metric:error rates] are up 50%.")]
    [InlineData("It improves [Metric:reward] and [Metric:efficiency] up to 18.9 and 44.4%.")]
    [InlineData("We see absolute gains (in [Metric:accuracy]) of 7.0%.")]
    [InlineData("It has the best [Metric:F1] (2^{nd} rank).")]
    [InlineData("It gives (1.1% [Metric:mAP]) over the rest.")]
    [InlineData("It runs in [Metric:polynomial time] 1/4 here.")]
    [InlineData("It wins by a [Metric:BLEU] of 4.5.")]
    [InlineData("It is judged with 72 [Metric:automatic metrics].")]
    [InlineData("It needs 5% additional [Metric:FLOPs].")]
    [InlineData("We match boxes at [Metric:IoU] = 0.25.")]
    [InlineData("We set the [Metric:learning rate] to 0.001.")]
    [InlineData("We list (1) [Metric:accuracy] and (2) [Metric:recall].")]
    [InlineData("The [Metric:accuracy] in Table 3 is high.")]
    [InlineData("With 10% of the data, the [Metric:accuracy] falls.")]
    public void Changes_limits_ranges_years_counts_and_settings_are_no_results(string marked) =>
        Assert.Empty(new MarkedText(marked).Results);

    [Theory]
    [InlineData("It improves the [Metric:accuracy] from 70.1% to 75.4% on [Dataset:Harbour].", "accuracy 75.4 % @Harbour")]
    [InlineData("It reduces the [Metric:WER] to 5.2%.", "WER 5.2 %")]
    [InlineData("The [Metric:F1] increases significantly to 0.8.", "F1 0.8")]
    [InlineData("It surpasses the rest with 92.3% [Metric:accuracy].", "accuracy 92.3 %")]
    public void What_a_change_leads_to_is_a_result(string marked, params string[] expected) =>
        Assert.Equal(expected, new MarkedText(marked).Results);

    [Theory]
    [InlineData(
        "It obtains 80.1, 75.2 and 70.3 [Metric:BLEU] on [Dataset:A1], [Dataset:B2] and [Dataset:C3], respectively.",
        "BLEU 80.1 @A1", "BLEU 75.2 @B2", "BLEU 70.3 @C3")]
    [InlineData("The [Metric:precision] and [Metric:recall] are 0.8 and 0.7 on [Dataset:A1].", "precision 0.8 @A1", "recall 0.7 @A1")]
    [InlineData("It has [Metric:accuracies] of 81, 82.5 and 83% on [Dataset:A1].", "accuracies 81 % @A1", "accuracies 82.5 % @A1", "accuracies 83 % @A1")]
    [InlineData("[Method:M1] and [Method:M2] achieve 80.1% and 82.3% [Metric:accuracy].", "accuracy 80.1 % by M1", "accuracy 82.3 % by M2")]
    [InlineData("It has an [Metric:F1] of 0.91 on [Dataset:A1] and 0.89 on [Dataset:B2].", "F1 0.91 @A1", "F1 0.89 @B2")]
    [InlineData("It has a [Metric:latency] of 5 ms and 81.0% [Metric:accuracy].", "latency 5 ms", "accuracy 81 %")]
    [InlineData("It has an [Metric:F1] of 0.91 and 81.0% [Metric:accuracy].", "F1 0.91", "accuracy 81 %")]
    [InlineData("Its grade is [Metric:readability] 4.55/5.0.", "readability 4.55")]
    [InlineData("They reach 80.1% and 82.3% [Metric:accuracy] on the first and on [Dataset:B2], respectively.", "accuracy 80.1 %", "accuracy 82.3 %")]
    [InlineData("Its grade is [Metric:readability] 9.4/10.", "readability 9.4")]
    public void Lists_belong_to_each_other_in_order(string marked, params string[] expected) =>
        Assert.Equal(expected, new MarkedText(marked).Results);

    [Fact]
    public void Three_metrics_and_two_numbers_say_nothing() =>
        Assert.Empty(new MarkedText("The [Metric:accuracy], [Metric:recall] and [Metric:F1] are 0.8 and 0.7.").Results);

    [Fact]
    public void The_place_is_that_of_the_number_with_its_unit()
    {
        MarkedText text = new("It has an [Metric:accuracy] of about 75.4 % on average.");
        Assert.Equal("75.4 %", Assert.Single(text.Found).Place.Span.Of(text.Text));
    }

    [Fact]
    public void A_thousand_numbers_and_metrics_in_one_sentence_are_read_in_bounded_steps()
    {
        MarkedText text = new(string.Concat(Enumerable.Repeat("0.5, [Metric:F1], [Dataset:A1], ", 5_000)));
        Assert.All(text.Found, result => Assert.Equal(0.5, result.Value));
    }

    [Fact]
    public void The_extractor_gives_results_that_refer_to_its_own_mentions()
    {
        Extracted extracted = new("", "We propose Brimble, a tagging network. Brimble achieves 91.5% accuracy on ImageNet.");
        ReportedResult result = Assert.Single(extracted.Result.Results);
        Assert.Equal(
            ("accuracy", 91.5, "%", "ImageNet", "Brimble"),
            (extracted.Surface(result.Metric), result.Value, result.Unit,
                extracted.Surface(result.Dataset!.Value), extracted.Surface(result.Method!.Value)));
        Assert.InRange(result.Confidence, 0.01, 1);
    }
}
