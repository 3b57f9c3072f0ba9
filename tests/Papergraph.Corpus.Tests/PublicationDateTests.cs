namespace Papergraph.Corpus.Tests;

public class PublicationDateTests
{
    [Theory]
    [InlineData("2024", "2024")]
    [InlineData(" 2024-11 ", "2024-11")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2024-11-13T09:30:00Z", "2024-11-13")]
    [InlineData("2024-11-13T09:30:00.123456+01:00", "2024-11-13")]
    [InlineData("2024-11-13T09:30", "2024-11-13")]
    [InlineData("2024-11-13 09:30:00", "2024-11-13")]
    [InlineData("20241113", null)]
    [InlineData("2024-1-5", null)]
    [InlineData("2024-001", null)]
    [InlineData("2024-", null)]
    [InlineData("2024--13", null)]
    [InlineData("2024-11-", null)]
    [InlineData("2024-13", null)]
    [InlineData("2024-00-00", null)]
    [InlineData("2023-02-29", null)]
    [InlineData("2024-11-13-1", null)]
    [InlineData("2024-Nov-13", null)]
    [InlineData("2024-11-13Tomorrow", null)]
    [InlineData("2024Today", null)]
    [InlineData("2024-11T09:30", null)]
    [InlineData("2024 or so", null)]
    [InlineData("0999", null)]
    [InlineData("+2024", null)]
    [InlineData("24", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_dates_of_the_calendar_in_the_forms_of_ISO_8601_are_read(string? text, string? expected) =>
        Assert.Equal(expected, PublicationDate.Parse(text)?.ToString());

    [Theory]
    [InlineData(2024, null, null)]
    [InlineData(1000, 1, null)]
    [InlineData(2999, 12, 31)]
    public void What_is_written_reads_back(int year, int? month, int? day)
    {
        PublicationDate date = new(year, month, day, IsApproximate: true);
        Assert.Equal(date, PublicationDate.Parse(date.ToString(), isApproximate: true));
    }
}
