using System.Text.Json;
using System.Text.Json.Nodes;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary><c>extract</c> with the model that comes with the program, on texts that are no English abstracts.</summary>
public class ExtractTests
{
    private static readonly (string Id, string Text)[] Texts =
    [
        ("german", "Wir stellen FlussNetz vor, ein Verfahren für die Kartierung von Flüssen. Es erreicht eine Genauigkeit von 91,2 % auf WasserDaten."),
        ("chinese", "我们提出了一种新的河流制图方法RiverNet,在三个数据集上准确率达到91.2%。结果优于BERT。"),
        ("russian", "Мы предлагаем метод РекаНет для картографирования рек; точность составляет 91,2 %."),
        ("arabic", "نقترح طريقة جديدة تسمى RiverNet لرسم خرائط الأنهار بدقة 91.2%."),
        ("hebrew", "אנו מציעים את RiverNet, שיטה למיפוי נהרות (RN) בדיוק של 91.2%."),
        ("html", "<p>We propose <b>RiverNet</b> &amp; a <a href=\"https://example.org/x?a=1&b=2\">data set</a>.<br/>It&#39;s <i>fast</i>.</p><script>alert('x')</script>"),
        ("latex", "We propose \\textsc{RiverNet}, which minimises $\\sum_{i=1}^{n} \\|x_i - \\hat{x}_i\\|_2^2$ \\citep{a2020} and reaches $91.2\\%$ \\emph{accuracy}."),
        ("emoji", "We propose 🌊Net 👩‍🔬 for 🇩🇪 river mapping 👍🏽; RiverNet😀 is 10× faster."),
        ("directions", "We propose \u202ERiverNet\u202C, a \u200Bnew\u200D method\uFEFF for river\u00ADmapping."),
        ("combining", "We propose Rive\u0301rNe\u0308t\u0301\u0302\u0303\u0304 for mapping; é and e\u0301 differ."),
        ("one word", new string('a', 120_000)),
        ("one name", string.Concat(Enumerable.Repeat("RiverNet ", 14_000))),
        ("brackets", new string('(', 20_000) + "RiverNet (RN)" + new string(')', 20_000)),
        ("symbols", "\u0000\u0007 ½ ² № ⅷ ١٢٣ ±−~× \\ \" ' ` ´ {}[]<>"),
    ];

    [Theory]
    [InlineData("fast")]
    [InlineData("best")]
    public void Any_text_is_read_and_each_mention_is_what_stands_at_its_place(string quality)
    {
        using TemporaryFolder folder = new();
        JsonElement[] records = Extract(folder, quality, threads: 2);
        Assert.Equal(Texts.Length, records.Length);
        int mentions = 0;
        for (int i = 0; i < records.Length; i++)
        {
            Assert.Equal(Texts[i].Id, records[i].GetProperty("id").GetString());
            string[] surfaces = [.. records[i].GetProperty("entities").EnumerateArray()
                .SelectMany(entity => entity.GetProperty("surfaces").EnumerateArray()).Select(surface => surface.GetString()!)];
            foreach (JsonElement mention in records[i].GetProperty("mentions").EnumerateArray())
            {
                string text = mention.GetProperty("field").GetString() == "title" ? "On " + Texts[i].Id : Texts[i].Text;
                Assert.Contains(text[mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()], surfaces);
                mentions++;
            }
        }

        Assert.True(mentions > 5, $"{mentions} mentions");
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("best")]
    public void One_thread_and_eight_find_the_same(string quality)
    {
        using TemporaryFolder folder = new();
        string samples = Path.Combine(Repo.Root, "samples");
        string one = CommandLineProcess.Run("extract", samples, "--mentions", "--quality", quality, "--threads", "1").Output;
        Assert.NotEqual("", one);
        Assert.Equal(one, CommandLineProcess.Run("extract", samples, "--mentions", "--quality", quality, "--threads", "8").Output);
    }

    private static JsonElement[] Extract(TemporaryFolder folder, string quality, int threads)
    {
        IEnumerable<string> lines = Texts.Select(text =>
            new JsonObject { ["id"] = text.Id, ["title"] = "On " + text.Id, ["abstract"] = text.Text }.ToJsonString());
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(
            "extract", folder.Write("texts.jsonl", string.Join('\n', lines) + "\n"), "--mentions", "--quality", quality, "--threads", $"{threads}");
        Assert.Equal(0, outcome.ExitCode);
        return [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
