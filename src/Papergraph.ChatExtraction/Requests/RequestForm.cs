namespace Papergraph.ChatExtraction;

/// <summary>Which of the protocol's optional parameters an endpoint takes. Endpoints differ; one that refuses a parameter by name is asked
/// without it from then on.</summary>
/// <param name="HasSchema">Whether the answer's form is given as a JSON schema; else it is only said to be JSON.</param>
/// <param name="CountsCompletionTokens">Whether the bound of an answer is called <c>max_completion_tokens</c>, else
/// <c>max_tokens</c>.</param>
/// <param name="HasTemperature">Whether a temperature is sent.</param>
/// <param name="HasSeed">Whether a seed is sent.</param>
internal sealed record RequestForm(bool HasSchema, bool CountsCompletionTokens, bool HasTemperature, bool HasSeed)
{
    /// <summary>What is tried first.</summary>
    public static RequestForm Full { get; } = new(HasSchema: true, CountsCompletionTokens: false, HasTemperature: true, HasSeed: true);

    /// <summary>This form without the parameter that a refusal names, or null when it names none that could be left out.</summary>
    public RequestForm? Without(string refusal)
    {
        if (HasSchema && (Names(refusal, "response_format") || Names(refusal, "json_schema"))) return this with { HasSchema = false };
        if (!CountsCompletionTokens && Names(refusal, "max_tokens")) return this with { CountsCompletionTokens = true };
        if (HasTemperature && Names(refusal, "temperature")) return this with { HasTemperature = false };
        if (HasSeed && Names(refusal, "seed")) return this with { HasSeed = false };
        return null;
    }

    private static bool Names(string refusal, string parameter) => refusal.Contains(parameter, StringComparison.Ordinal);
}
