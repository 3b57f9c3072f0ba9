namespace Papergraph.Extraction.Tests;

public class StatementTests
{
    [Theory]
    [InlineData("We use BERT for glacier classification.", "BERT UsedFor glacier classification")]
    [InlineData("Glacier classification using BERT is hard.", "BERT UsedFor Glacier classification")]
    [InlineData("BERT was tested on ImageNet.", "BERT EvaluatedOn ImageNet")]
    [InlineData("LSTM outperforms the HMM.", "LSTM ComparedWith HMM")]
    [InlineData("LSTM outperforms HMM, SVM and CRF.", "LSTM ComparedWith CRF")]
    [InlineData("RoBERTa is based on BERT.", "RoBERTa BasedOn BERT")]
    [InlineData("LSTM is a recurrent neural network.", "LSTM IsA recurrent neural network")]
    [InlineData("They try sequence classifiers such as LSTM and CRF.", "CRF IsA sequence classifiers")]
    [InlineData("The accuracy of BERT is high.", "BERT MeasuredBy accuracy")]
    [InlineData("The glacier encoder is part of the ice transformer.", "glacier encoder PartOf ice transformer")]
    [InlineData("The ice transformer consists of a glacier encoder.", "glacier encoder PartOf ice transformer")]
    public void A_relation_is_read_from_the_words_between_two_terms(string text, string expected)
    {
        Extracted extracted = new("", text);
        Assert.Contains(expected, extracted.Statements);
        Assert.All(extracted.Result.Statements, statement => Assert.Equal(text, statement.Evidence.Span.Of(text)));
    }

    [Theory]
    [InlineData("We use BERT. For glacier classification nothing exists.")]
    [InlineData("BERT and LSTM are known.")]
    [InlineData("We propose Quiet Shore Estimation (QSE), a Quiet Shore Estimation.")]
    public void Neighbours_without_a_relation_state_nothing(string text) => Assert.Empty(new Extracted("", text).Statements);

    [Fact]
    public void What_the_papers_own_name_is_tested_on_may_stand_further_behind()
    {
        Extracted extracted = new("", "We propose TideNet, a model. TideNet achieves, without any further help, a high accuracy on MNIST and ImageNet.");
        Assert.Contains("TideNet EvaluatedOn MNIST", extracted.Statements);
        Assert.Contains("TideNet EvaluatedOn ImageNet", extracted.Statements);
        Assert.Contains("TideNet MeasuredBy accuracy", extracted.Statements);
    }
}
