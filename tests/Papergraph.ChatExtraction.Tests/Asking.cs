using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.ChatExtraction.Tests;

/// <summary>A paper, a model's answer about it, and extractors that ask for it with a cache that goes with the test.</summary>
internal sealed class Asking : IDisposable
{
    /// <summary>What the model says of <see cref="Paper"/>, all of it right.</summary>
    public const string Answer = """
        {"entities":[
          {"type":"Method","surfaces":["TideNet"],"role":"introduces","confidence":0.9},
          {"type":"Task","surfaces":["glacier segmentation"],"role":"addresses","confidence":null},
          {"type":"Dataset","surfaces":["IceBench"],"role":"evaluates","confidence":0.7},
          {"type":"Metric","surfaces":["accuracy"],"role":"evaluates","confidence":null}],
         "relations":[{"head":"TideNet","relation":"USED_FOR","tail":"glacier segmentation"}],
         "abbreviations":[],
         "results":[{"metric":"accuracy","value":"81.5","unit":"%","dataset":"IceBench","method":"TideNet"}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public static PaperText Paper { get; } = new(
        "TideNet for glacier segmentation",
        "We present TideNet. TideNet reaches 81.5% accuracy on IceBench. Code: https://github.com/owner/tidenet.");

    public string Cache => _folder.File("cache");

    public SkippingClock Clock { get; } = new();

    public ChatSettings Settings(string? endpoint) =>
        new() { Endpoint = endpoint, Model = "some-model", CacheDirectory = Cache, Retries = 3 };

    public ChatExtractor Extractor(ChatServer server, Func<ChatSettings, ChatSettings>? with = null) =>
        new((with ?? (settings => settings))(Settings(server.Endpoint)), Clock);

    /// <summary>An extraction as text, to be compared.</summary>
    public static string Describe(PaperExtraction found) => string.Join('\n', (object[])
        [.. found.Mentions, .. found.Abbreviations, .. found.Roles, .. found.Statements, .. found.Links, .. found.Results]);

    public void Dispose() => _folder.Dispose();
}
