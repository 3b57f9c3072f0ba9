using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.ChatExtraction;

/// <summary>Extracts by asking a language model behind an OpenAI-compatible endpoint (<c>POST …/chat/completions</c>), and believes only
/// what stands in the text.</summary>
/// <remarks>
/// <para>Answers are kept in a cache on disk by model, prompt, parameters and text, whichever endpoint gave them. Where the cache has every
/// answer, the extractor is a pure function of the text and needs no network; before that it is as pure as the model.</para>
/// <para>A text that the model gives no usable answer about keeps its links and the abbreviations that it defines, and is counted and
/// named in <see cref="Usage"/>. What concerns the endpoint and not the text, such as a wrong key or a spent budget, ends the run:
/// <see cref="Extract"/> throws a <see cref="PapergraphException"/>, on every thread the same.</para>
/// <para>Of each field the first 100,000 characters are read. Calls block until the answer is there; the caller's threads are the
/// parallelism. <c>docs/chat-extraction.md</c> says what is kept and what is dropped.</para>
/// </remarks>
public sealed class ChatExtractor : IExtractor, IDisposable
{
    private const int NamedCharacters = 60;

    private readonly Ledger _ledger;
    private readonly ChatClient? _client;
    private readonly AnswerSource _answers;

    /// <summary>Creates an extractor; nothing is sent yet.</summary>
    /// <param name="settings">Which endpoint is asked, and within which bounds.</param>
    /// <param name="time">The clock by which waits are measured; null for the system's.</param>
    /// <param name="cancellation">Ends waits and requests under way: <see cref="Extract"/> throws then.</param>
    /// <exception cref="PapergraphException">A setting is outside its range, or the endpoint is not one that may be asked.</exception>
    public ChatExtractor(ChatSettings settings, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings = settings.Validated();
        _ledger = new Ledger(settings);
        _client = settings.CacheOnly ? null : new ChatClient(settings, _ledger, time ?? TimeProvider.System, cancellation);
        _answers = new AnswerSource(settings, _ledger, _client);
        Identity = $"llm/{Prompt.Version}-{Prompt.Hash(settings.MostAnswerTokens)[..8]} {settings.Model}";
    }

    /// <summary>Version and hash of the prompt and its parameters, and the model: <c>llm/1-0a1b2c3d some-model</c>.</summary>
    public string Identity { get; }

    /// <summary>What was asked, paid and dropped until now.</summary>
    public ChatUsage Usage => _ledger.Usage;

    /// <inheritdoc/>
    /// <exception cref="PapergraphException">The endpoint cannot be used, or the budget is spent.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public PaperExtraction Extract(PaperText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PaperStructure structure = new(text);
        string title = Sendable(structure.Beginning(TextField.Title)), body = Sendable(structure.Beginning(TextField.Abstract));
        if (title.Length + body.Length == 0) return PaperExtraction.Empty;
        Completion completion = _answers.Answer(Prompt.Question(title, body));
        PaperAnswer? answer = completion.Fault is null ? AnswerParser.Parse(completion.Content) : null;
        if (answer is null)
        {
            _ledger.Add(new FailedPaper(NameOf(text), completion.Fault ?? AnswerFault.NoRecord));
            return PaperExtraction.Empty with { Abbreviations = structure.Abbreviations, Links = structure.Links };
        }

        PaperExtraction extraction = AnswerValidation.Validate(structure, answer, out AnswerCounts counts);
        _ledger.Add(counts);
        return extraction;
    }

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();

    // JSON holds no halves of surrogate pairs. In their place stands a character of the same length, so that no place moves.
    private static string Sendable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;
        return string.Create(text.Length, text, (characters, source) =>
        {
            source.CopyTo(characters);
            for (int i = 0; i < characters.Length; i++)
            {
                if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1])) i++;
                else if (char.IsSurrogate(characters[i])) characters[i] = '\uFFFD';
            }
        });
    }

    private static string NameOf(PaperText text)
    {
        string title = Sendable(text.Title[..Math.Min(text.Title.Length, NamedCharacters)]);
        return $"{StableHash.Hex128($"{text.Title}\n{text.Abstract}")[..16]} {title}".TrimEnd();
    }
}
