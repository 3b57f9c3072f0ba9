using Papergraph.Extraction;
using Xunit.Abstractions;

namespace Papergraph.Pipeline.Tests;

/// <summary>Quality on annotated listings apart from those that word lists and confidences were drawn from; each test holds a floor under a
/// score.</summary>
public class ListingMeasurements(ITestOutputHelper output)
{
    private static readonly Lazy<ExtractionScores> Scores = new(() => GoldScores.Of(new PatternExtractor(), "listings-dev.jsonl"));

    [SkippableFact]
    public void Entities_reach_F1_50_by_surface_and_type()
    {
        LabelledAgreement exact = Scores.Value.Document!.Exact;
        foreach ((string type, Agreement agreement) in exact.ByLabel) output.WriteLine($"{type} {agreement} F1 {agreement.F1:F3}");
        AtLeast(exact.Micro, f1: 0.50);
    }

    [SkippableFact]
    public void Abbreviations_reach_F1_88() => AtLeast(Scores.Value.Abbreviations!.Value, f1: 0.88);

    [SkippableFact]
    public void Every_address_is_found_and_nothing_else() => AtLeast(Scores.Value.Links!.Value, f1: 1, precision: 1);

    // A name is what is spelled as one: annotators also mark descriptions of what is new.
    [SkippableFact]
    public void Introduced_names_reach_F1_42() => AtLeast(Scores.Value.Roles!.IntroducedNames, f1: 0.42);

    [SkippableFact]
    public void Two_roles_of_five_are_those_of_the_annotators()
    {
        RoleScores roles = Scores.Value.Roles!;
        output.WriteLine($"{roles.Same} of {roles.Compared}");
        Assert.InRange(roles.Accuracy, 0.42, 1);
    }

    [SkippableFact]
    public void Confidences_of_mentions_are_off_by_five_hundredths_at_most()
    {
        CalibrationScores calibration = Scores.Value.Calibration!;
        output.WriteLine($"{calibration.ExpectedCalibrationError:F3}, Brier {calibration.Brier:F3}");
        Assert.InRange(calibration.ExpectedCalibrationError, 0, 0.05);
    }

    private void AtLeast(Agreement agreement, double f1, double precision = 0)
    {
        output.WriteLine($"{agreement} F1 {agreement.F1:F3}");
        Assert.InRange(agreement.F1, f1, 1);
        Assert.InRange(agreement.Precision, precision, 1);
    }
}
