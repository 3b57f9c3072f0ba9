namespace Papergraph.Extraction.Tests;

public class ShippedModelTests
{
    // At every start only the table of the shipped model is read; here every byte of it is.
    [Fact]
    public void The_shipped_model_is_whole_and_is_what_its_name_says()
    {
        ExtractionModel shipped = ExtractionModel.Shipped;
        using MemoryStream saved = new();
        shipped.Save(saved);
        ExtractionModel read = ExtractionModel.Read(saved.ToArray(), "shipped");
        Assert.Equal(shipped.Hash, read.Hash);
        Assert.Equal(shipped.Labels, read.Labels);
        Assert.Equal(shipped.Words!.Count, read.Words!.Count);
        Assert.InRange(saved.Length, 1, 20_000_000);
    }
}
