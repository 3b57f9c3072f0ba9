using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("75.4%", 75.4, "%")]
    [InlineData("75.4 %", 75.4, "%")]
    [InlineData("75.4\\%", 75.4, "%")]
    [InlineData("$75.4\\%$", 75.4, "%")]
    [InlineData("$75.4$\\%", 75.4, "%")]
    [InlineData("$75.4 \\pm 0.3\\%$", 75.4, "%")]
    [InlineData("75.4\\% $\\pm$ 0.04", 75.4, "%")]
    [InlineData("75.4 ± 0.3", 75.4, "")]
    [InlineData("$\\sim$90%", 90, "%")]
    [InlineData("~0.81", 0.81, "")]
    [InlineData(".91", 0.91, "")]
    [InlineData("1,024", 1024, "")]
    [InlineData("1,234,567.5", 1234567.5, "")]
    [InlineData("-3.2", -3.2, "")]
    [InlineData("−3.2", -3.2, "")]
    [InlineData("–3.2", -3.2, "")]
    [InlineData("12.5k", 12500, "")]
    [InlineData("7B", 7e9, "")]
    [InlineData("2.5 million", 2.5e6, "")]
    [InlineData("3.2x", 3.2, "×")]
    [InlineData("3.2×", 3.2, "×")]
    [InlineData("$3.2\\times$", 3.2, "×")]
    [InlineData("3.2$\\times$", 3.2, "×")]
    [InlineData("5ms", 5, "ms")]
    [InlineData("2.16 mm", 2.16, "mm")]
    [InlineData("4 percent", 4, "%")]
    public void Numbers_are_read_as_texts_write_them(string text, double value, string unit)
    {
        Quantity read = Read(text)!.Value;
        Assert.Equal((value, unit, QuantityKind.Value), (read.Value, read.Unit, read.Kind));
        Assert.Equal(new Passage(TextField.Abstract, text).Tokens.Length, read.Range.End);
    }

    [Theory]
    [InlineData("+2.3", nameof(QuantityKind.Change))]
    [InlineData("<0.05", nameof(QuantityKind.Bound))]
    [InlineData("≥ 90%", nameof(QuantityKind.Bound))]
    [InlineData("$\\geq 90\\%$", nameof(QuantityKind.Bound))]
    [InlineData("70-80%", nameof(QuantityKind.Bound))]
    [InlineData("70 – 80", nameof(QuantityKind.Bound))]
    [InlineData("1.5--3.0x", nameof(QuantityKind.Bound))]
    public void Signs_tell_changes_limits_and_ranges(string text, string kind) => Assert.Equal(kind, Read(text)!.Value.Kind.ToString());

    [Theory]
    [InlineData("1e999")]
    [InlineData("1.2.3")]
    [InlineData("3D")]
    [InlineData("2nd")]
    [InlineData("75.4-point")]
    [InlineData("224x224")]
    [InlineData("3 × 10")]
    [InlineData("NaN%")]
    [InlineData("∞")]
    [InlineData("٧٥%")]
    [InlineData("½")]
    [InlineData("$\\alpha$")]
    [InlineData("- 3")]
    [InlineData("word")]
    public void What_is_no_number_is_not_read(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData('9')]
    [InlineData('0')]
    public void A_number_of_four_hundred_digits_is_not_read(char digit)
    {
        Assert.Null(Read(new string(digit, 400)));
        Assert.Null(Read("0." + new string(digit, 400)));
    }

    // The oracle writes the number by the platform; the reader shares no code with it.
    [Fact]
    public void A_number_written_out_is_read_back() =>
        Prop.ForAll(Gen.Choose(-999_999, 999_999).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (digits, places) =>
        {
            double value = digits / Math.Pow(10, places);
            string format = "N" + places.ToString(CultureInfo.InvariantCulture);
            Quantity read = Read(value.ToString(format, CultureInfo.InvariantCulture) + "%")!.Value;
            return read.Value == value && read.Unit == "%" && read.IsWhole == (places == 0);
        }).Check(Config.QuickThrowOnFailure);

    private static Quantity? Read(string text)
    {
        Passage passage = new(TextField.Abstract, text);
        return QuantityReader.TryRead(passage, 0, passage.Tokens.Length, out Quantity quantity) ? quantity : null;
    }
}
